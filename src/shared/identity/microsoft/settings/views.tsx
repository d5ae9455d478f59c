import type { Typed } from '#shared/access/form.ts'
import {
  Button,
  ButtonLink,
  Choice,
  CopyLink,
  DateField,
  Field,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Stack,
  Strong,
  Text,
} from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import type { TroubleKind } from '../trouble.ts'
import type { MicrosoftSettingsTexts } from './texts.ts'

export type Checked = { readonly kind: TroubleKind | 'works'; readonly code?: string | undefined }

export type MicrosoftSettingsProps = {
  readonly t: MicrosoftSettingsTexts
  readonly state: 'none' | 'off' | 'offered' | 'team'
  /** What is said when the secret is about to end. */
  readonly ending: Child
  /** Whether a password or passkey was given just now: only then something can be changed. */
  readonly fresh: boolean
  readonly answerTo: string
  readonly endedAt: string
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly saved: boolean
  readonly checked: Checked | undefined
  readonly linked: number
  readonly isLinked: boolean
  /** Why the team cannot be asked to come through Microsoft only. */
  readonly need: string | undefined
}

const text = (typed: Typed, name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined)

/** Signing in with Microsoft: what to do in Entra, what to fill in here, whether it works, who must. */
export const MicrosoftSettings = (props: MicrosoftSettingsProps) => {
  const { t, state, fresh, checked, saved } = props
  return (
    <>
      <PageHead title={t.title} text={t.states[state]} />
      {props.ending}
      {saved && <Notice kind="received">{t.saved}</Notice>}
      {checked && <Result {...props} checked={checked} />}
      {!fresh && (
        <Section>
          <Stack gap="loose">
            <Text>{t.confirmFirst}</Text>
            <ButtonLink to={urls.confirm({ next: urls.microsoftSettings() })} icon="lock">
              {t.confirm}
            </ButtonLink>
          </Stack>
        </Section>
      )}
      <InEntra {...props} />
      {fresh && <Fill {...props} />}
      {fresh && state !== 'none' && <Works {...props} />}
      {fresh && state !== 'none' && <Team {...props} />}
      {fresh && state !== 'none' && (
        <Section heading={t.remove}>
          <Form action={urls.removeMicrosoft()}>
            <Text>{t.removeText}</Text>
            <Button look="alert-line">{t.removeDo}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

const Result = ({ t, checked }: MicrosoftSettingsProps & { checked: Checked }) =>
  checked.kind === 'works' ? (
    <Notice kind="received">{t.works}</Notice>
  ) : (
    <Notice kind="alert">
      {t.wrong[checked.kind]}
      {checked.code && ` ${t.code(checked.code)}.`}
    </Notice>
  )

const InEntra = ({ t, answerTo, endedAt }: MicrosoftSettingsProps) => (
  <Section heading={t.entra}>
    <Stack gap="loose">
      <Text>{t.entraText}</Text>
      <List roomy>
        {t.steps.map(({ title, how }, at) => (
          <Row key={title} title={`${at + 1}. ${title}`} text={how} />
        ))}
      </List>
      <Stack gap="tight">
        <Strong>{t.answerTo}</Strong>
        <CopyLink address={answerTo} label={t.answerTo} />
      </Stack>
      <Stack gap="tight">
        <Strong>{t.endedAt}</Strong>
        <CopyLink address={endedAt} label={t.endedAt} />
      </Stack>
    </Stack>
  </Section>
)

const Fill = ({ t, state, typed, problems }: MicrosoftSettingsProps) => {
  const problem = (name: string): string | undefined =>
    problems[name] && (t.problems as Readonly<Record<string, string>>)[problems[name]]
  return (
    <Section heading={t.fill}>
      <Form action={urls.microsoftSettings()}>
        {Object.keys(problems).length > 0 && <FormErrors />}
        <Field
          name="tenant"
          label={t.tenant}
          hint={t.tenantHint}
          value={text(typed, 'tenant')}
          error={problem('tenant')}
          autoComplete="off"
          maxLength={100}
        />
        <Field
          name="client"
          label={t.client}
          hint={t.clientHint}
          value={text(typed, 'client')}
          error={problem('client')}
          autoComplete="off"
          maxLength={100}
        />
        <Field
          name="secret"
          type="password"
          label={t.secret}
          hint={state === 'none' ? t.secretHint : `${t.secretHint} ${t.secretKept}`}
          error={problem('secret')}
          autoComplete="off"
          optional={state !== 'none'}
        />
        <DateField
          name="ends"
          label={t.ends}
          hint={t.endsHint}
          value={text(typed, 'ends')}
          error={problem('ends')}
          optional={state !== 'none'}
        />
        <Choice
          name="mfa"
          legend={t.mfa}
          chosen={text(typed, 'mfa')}
          error={problem('mfa')}
          options={[
            { value: 'no', label: t.mfaNo },
            { value: 'yes', label: t.mfaYes, hint: t.mfaYesHint },
          ]}
        />
        <Button>{t.save}</Button>
      </Form>
    </Section>
  )
}

const Works = ({ t, state, linked, isLinked }: MicrosoftSettingsProps) => (
  <Section heading={t.check}>
    <Stack gap="loose">
      <Form action={urls.checkMicrosoft()}>
        <Text>{state === 'off' ? t.checkText : t.linked(linked)}</Text>
        <Button look={state === 'off' ? 'solid' : 'tinted'} icon="refresh-cw">
          {state === 'off' ? t.checkFirst : t.checkAgain}
        </Button>
      </Form>
      {state !== 'off' && !isLinked && (
        <Stack>
          <Text>{t.worksOn}</Text>
          <ButtonLink to={urls.myMicrosoft({ next: urls.microsoftSettings() })} look="line" icon="link">
            {t.linkOwn}
          </ButtonLink>
        </Stack>
      )}
    </Stack>
  </Section>
)

const Team = ({ t, state, need }: MicrosoftSettingsProps) => (
  <Section heading={t.team}>
    <Form action={urls.microsoftTeam()} hidden={{ team: state === 'team' ? 'no' : 'yes' }}>
      <Text>{t.teamText}</Text>
      <Text quiet>{t.teamRescue}</Text>
      {state === 'team' ? (
        <Button look="tinted">{t.teamOff}</Button>
      ) : (
        <Button look="tinted" off={need}>
          {t.teamOn}
        </Button>
      )}
    </Form>
  </Section>
)
