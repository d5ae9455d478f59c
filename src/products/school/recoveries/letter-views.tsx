import { PasswordField } from '#shared/identity/index.ts'
import { AtTheDoor } from '#shared/identity/sign-in-views.tsx'
import { clock, dayLong, type Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Code,
  Field,
  Form,
  FormErrors,
  Link,
  Notice,
  PageHead,
  PrintButton,
  PrintFoot,
  Section,
  Stack,
  Text,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { printed } from '../invitations/code.ts'
import type { RecoveryTexts } from './texts.ts'
import type { OpenRecovery } from './using.ts'

type Props = { readonly t: RecoveryTexts; readonly language: Language }

export type LetterProps = Props & {
  readonly name: string
  readonly code: string
  readonly expires: Date
  /** The school's address without scheme, such as `vuurtoren.example/recovery`. */
  readonly address: string
  readonly today: string
}

/** The one time that the code can be read: to print and hand over. */
export const Letter = ({ t, language, name, code, expires, address, today }: LetterProps) => (
  <>
    <PageHead
      title={t.letter.title(name)}
      text={t.letter.until(dayLong(language, expires, { year: true }), clock(language, expires))}
    />
    <Notice kind="waiting" icon="eye">
      {t.letter.once}
    </Notice>
    <Text>{t.letter.text}</Text>
    <Section heading={t.codeLabel}>
      <Text>{t.letter.address(address)}</Text>
      <Code>{printed(code)}</Code>
    </Section>
    <Actions>
      <PrintButton />
      <ButtonLink to={urls.recoveries()} look="line">
        {t.letter.back}
      </ButtonLink>
    </Actions>
    <PrintFoot>{t.letter.foot(dayLong(language, today, { year: true }))}</PrintFoot>
  </>
)

type Door = { readonly t: RecoveryTexts; readonly site: Site }

/** For the code on paper. */
export const EnterRecoveryCode = ({ t, site, problem }: Door & { problem?: string | undefined }) => (
  <AtTheDoor site={site} title={t.enterCode} text={t.enterCodeText}>
    <Form action={urls.recoveryCode()} plain>
      <Field name="code" label={t.codeLabel} hint={t.codeHint} error={problem} autoComplete="off" />
      <Button wide>{t.next}</Button>
    </Form>
    <Text small>
      <Link to={urls.signIn()}>{t.toSignIn}</Link>
    </Text>
  </AtTheDoor>
)

/** A code that was used, stopped, expired or never there: the same words for all. */
export const RecoveryGone = ({ t, site }: Door) => (
  <AtTheDoor site={site} title={t.gone} text={t.goneText}>
    <ButtonLink to={urls.recoveryCode()} wide>
      {t.tryAgain}
    </ButtonLink>
    <ButtonLink to={urls.signIn()} look="line" wide>
      {t.toSignIn}
    </ButtonLink>
  </AtTheDoor>
)

export type UseProps = Props & {
  readonly site: Site
  readonly code: string
  readonly recovery: OpenRecovery
  readonly address?: string | undefined
  /** Sentences by field; `form` stands above it. */
  readonly problems: Readonly<Record<string, string | undefined>>
}

/** The way back in: with the own password, or with a new address and password. */
export const UseCode = ({ t, language, site, code, recovery, address, problems }: UseProps) => (
  <AtTheDoor site={site} title={site.name} text={t.welcome(recovery.name)}>
    {problems.form && <FormErrors>{problems.form}</FormErrors>}
    <Form action={urls.recovery({ code })} plain>
      {recovery.lost === 'factor' ? (
        <Stack gap="loose">
          <Text>{t.factorText}</Text>
          <Field
            name="password"
            type="password"
            label={t.password}
            autoComplete="current-password"
            error={problems.password}
          />
          <Text small quiet>
            <Link to={urls.forgottenPassword()}>{t.forgotten}</Link> {t.forgottenText}
          </Text>
        </Stack>
      ) : (
        <Stack gap="loose">
          <Text>{t.everythingText}</Text>
          <Field
            name="address"
            type="email"
            label={t.address}
            readers={t.addressReaders}
            autoComplete="username"
            value={address}
            error={problems.address}
          />
          <PasswordField language={language} staff={recovery.staff} name="newPassword" error={problems.newPassword} />
        </Stack>
      )}
      <Button wide>{t.enter}</Button>
    </Form>
  </AtTheDoor>
)
