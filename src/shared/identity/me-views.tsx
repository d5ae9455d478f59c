import { dayShort, type Language, pick } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import {
  Button,
  ButtonLink,
  Details,
  Empty,
  Field,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Segment,
  Stack,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { DeviceRow } from './device.ts'
import type { EventRow } from './events.ts'
import { countFactors, type Factors } from './factors.ts'
import type { Me } from './me.ts'
import { LatelyChanged, SignedInAt, when } from './me-lists.tsx'
import type { MeTexts } from './me-texts.ts'
import { microsoftTexts } from './microsoft/texts.ts'
import type { PasskeyRow } from './passkeys.ts'
import type { SessionRow } from './sessions.ts'

export type MyPageProps = {
  readonly t: MeTexts
  readonly language: Language
  readonly today: string
  readonly site: Site
  readonly me: Me
  readonly address: string
  readonly password: boolean
  readonly factors: Factors
  /** Whether a Microsoft account is linked; nothing where the school does not offer it. */
  readonly microsoft: { readonly since: Date | null } | null
  readonly passkeys: readonly PasskeyRow[]
  readonly sessions: readonly SessionRow[]
  readonly devices: readonly DeviceRow[]
  readonly events: readonly EventRow[]
  readonly problem: string | undefined
}

/** Somebody's own page: language, ways to sign in, and where they are signed in. */
export const MyPage = (props: MyPageProps) => {
  const { t, me, address, problem } = props
  return (
    <>
      <PageHead title={me.name} text={address} />
      {problem && <FormErrors>{problem}</FormErrors>}
      <Section heading={t.signingIn}>
        <WaysIn {...props} />
      </Section>
      <Section heading={t.passkeys}>
        <Passkeys {...props} />
      </Section>
      <Section heading={t.reach}>
        <List roomy>
          <Row icon="phone" title={t.phone} text={t.phoneAt(props.site.name)} to={urls.myPhone()} />
          <Row icon="bell" title={t.told} text={t.toldText} to={urls.howToldMe()} />
        </List>
      </Section>
      <Section heading={t.privacy}>
        <List roomy>
          <Row icon="file-text" title={t.data} text={t.dataText} to={urls.myData()} />
          <Row icon="eye" title={t.whoLooked} text={t.whoLookedText} to={urls.whoLookedAtMe()} />
          <Row icon="shield-check" title={t.requests} text={t.requestsText} to={urls.myRequests()} />
          <Row icon="file-text" title={t.statement} text={t.statementText} to={urls.privacy()} />
        </List>
      </Section>
      {props.site.kind === 'school' && (
        <Section heading={t.agreements}>
          <List>
            <Row icon="file-text" title={t.terms} text={t.termsText} to={urls.terms()} />
          </List>
        </Section>
      )}
      <Section heading={t.sessions}>
        <SignedInAt {...props} />
      </Section>
      <Section heading={t.changes}>
        <LatelyChanged {...props} />
      </Section>
      <Section heading={t.language}>
        <Segment
          action={urls.myLanguage()}
          name="language"
          label={t.languageLabel}
          chosen={me.language}
          options={[
            { value: 'nl', label: 'Nederlands', kind: 'accent' },
            { value: 'en', label: 'English', kind: 'accent' },
          ]}
        />
      </Section>
      <Section>
        <Stack>
          <Form action={urls.signOut()} plain>
            <Button look="line" icon="log-out">
              {t.signOut}
            </Button>
          </Form>
          <Form action={urls.endAllSessions()} plain>
            <Button look="text">{t.endAll}</Button>
          </Form>
        </Stack>
      </Section>
    </>
  )
}

const WaysIn = ({ t, language, address, password, factors, microsoft }: MyPageProps) => (
  <List>
    <Row icon="mail" title={t.address} text={address} to={urls.myAddress()} />
    <Row icon="key-round" title={t.password} text={password ? t.passwordSet : t.passwordNone} to={urls.myPassword()} />
    <Row icon="smartphone" title={t.app} text={factors.totp ? t.appOn : t.appOff} to={urls.authenticator()} />
    {microsoft && <MicrosoftRow language={language} since={microsoft.since} />}
    {countFactors(factors) > 0 && (
      <Row
        icon="file-text"
        title={t.recovery}
        text={t.recoveryLeft(factors.codes)}
        end={
          <Form action={urls.recoveryCodes()} plain>
            <Button look="tinted">{t.recoveryNew}</Button>
          </Form>
        }
      />
    )}
    <Row icon="users" title={t.merge} text={t.mergeText} to={urls.mergeAccounts()} />
  </List>
)

const MicrosoftRow = ({ language, since }: { language: Language; since: Date | null }) => {
  const t = pick(language, microsoftTexts)
  return (
    <Row
      icon="grid-2x2"
      title={t.microsoft}
      text={since ? t.linkedShort(dayShort(language, since)) : t.linkedNot}
      to={urls.myMicrosoft()}
    />
  )
}

const Passkeys = (props: MyPageProps) => {
  const { t, passkeys, site } = props
  const add = (
    <ButtonLink to={urls.passkeys()} look="tinted" icon="fingerprint">
      {t.passkeyAdd}
    </ButtonLink>
  )
  if (passkeys.length === 0) {
    return (
      <Stack gap="loose">
        <Empty title={t.passkeysNone}>{t.passkeysNoneText}</Empty>
        {add}
      </Stack>
    )
  }
  return (
    <Stack gap="loose">
      <List>
        {passkeys.map((passkey) => (
          <Row
            key={passkey.id}
            icon="fingerprint"
            title={passkey.name}
            text={[
              t.passkeyUsed(when(props, passkey.since), when(props, passkey.used)),
              ...(passkey.host === site.host ? [] : [t.passkeyElsewhere(passkey.host)]),
            ].join('. ')}
            more={<PasskeyForms t={t} passkey={passkey} />}
          />
        ))}
      </List>
      {add}
    </Stack>
  )
}

const PasskeyForms = ({ t, passkey }: { t: MeTexts; passkey: PasskeyRow }) => (
  <Details title={t.passkeyChange}>
    <Stack gap="loose">
      <Form action={urls.passkey({ id: passkey.id })}>
        <Field name="name" label={t.passkeyName} value={passkey.name} id={`name-${passkey.id}`} maxLength={60} />
        <Button look="tinted">{t.passkeyRename}</Button>
      </Form>
      <Form action={urls.removePasskey({ id: passkey.id })}>
        <Button look="alert-line" icon="trash-2">
          {t.passkeyRemove(passkey.name)}
        </Button>
      </Form>
    </Stack>
  </Details>
)
