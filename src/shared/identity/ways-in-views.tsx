import {
  Button,
  ButtonLink,
  Code,
  Field,
  Foot,
  Form,
  FormErrors,
  Link,
  Or,
  PasskeyForm,
  PrintButton,
  QrCode,
  Stack,
  TaskScreen,
  Text,
} from '#shared/ui/index.ts'
import type { Child } from '#shared/ui/jsx.ts'
import { urls } from '#src/urls.ts'
import { Unsent } from './sign-in-views.tsx'
import type { IdentityTexts } from './texts.ts'

type Common = {
  readonly t: IdentityTexts
  readonly back: { readonly to: string; readonly word: string }
  readonly next: string | undefined
}

const nextField = (next: string | undefined) => (next ? { next } : undefined)

export type ConfirmProps = Common & {
  readonly password: boolean
  readonly passkeys: boolean
  readonly problem?: string | undefined
  readonly failed?: string | undefined
  readonly unsent: boolean
  /** Where one press is enough: in the demo. */
  readonly practice?: { readonly address: string; readonly word: string } | undefined
}

/** Asks once more for a password or passkey, before something about signing in is changed. */
export const Confirm = ({ t, back, next, password, passkeys, problem, failed, unsent, practice }: ConfirmProps) => (
  <TaskScreen back={back} title={t.confirmTitle}>
    <Stack gap="loose">
      {failed ? <FormErrors>{failed}</FormErrors> : <Unsent t={t} unsent={unsent} />}
      <Text>{t.confirmText}</Text>
      {password && (
        <Form action={urls.confirm()} hidden={nextField(next)} plain>
          <Field
            name="password"
            label={t.password}
            type="password"
            autoComplete="current-password"
            error={problem}
            autoFocus
          />
          <Button wide>{t.continue}</Button>
        </Form>
      )}
      {password && passkeys && (
        <div data-needs-script>
          <Or />
        </div>
      )}
      {passkeys && (
        <PasskeyForm
          purpose="sign-in"
          optionsAddress={urls.confirmPasskeyOptions()}
          action={urls.confirmPasskey()}
          hidden={next ? { next } : {}}
          failed={t.addFailed}
        >
          {t.withPasskey}
        </PasskeyForm>
      )}
      {practice && (
        <Form action={practice.address} hidden={nextField(next)} plain>
          <Button look={password || passkeys ? 'line' : 'solid'} wide>
            {practice.word}
          </Button>
        </Form>
      )}
    </Stack>
  </TaskScreen>
)

export type ChangePasswordProps = Omit<Common, 'next'> & {
  /** Asks for the current one; who has none yet confirmed in another way. */
  readonly current: boolean
  readonly newField: Child
  readonly problem: string | undefined
}

/** A new password. */
export const ChangePassword = ({ t, back, current, newField, problem }: ChangePasswordProps) => (
  <TaskScreen back={back} title={t.passwordTitle}>
    <Form action={urls.myPassword()} plain>
      {current && (
        <Field
          name="current"
          label={t.currentPassword}
          type="password"
          autoComplete="current-password"
          error={problem}
        />
      )}
      {current && (
        <Text small>
          <Link to={urls.forgottenPassword()}>{t.forgotten}</Link>
        </Text>
      )}
      {newField}
      <Foot text={t.passwordEndsOthers}>
        <Button>{t.changePassword}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

export type SetUpAppProps = Common & {
  readonly secret: string
  readonly address: string
  readonly problem: string | undefined
}

/** Pairs an app: the square, the key in letters for who cannot scan, and a first code as proof. */
export const SetUpApp = ({ t, back, next, secret, address, problem }: SetUpAppProps) => (
  <TaskScreen back={back} title={t.appTitle}>
    <Form action={urls.authenticator()} hidden={{ ...nextField(next), secret }} plain>
      <Text>{t.appSteps}</Text>
      <QrCode text={address} label={t.qr} />
      <Stack gap="tight">
        <Text>{t.appSecret}</Text>
        <Code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Stack>
      <Field
        name="code"
        label={t.appCode}
        hint={t.appCodeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={problem}
        short
      />
      <Foot>
        <Button>{t.appOn}</Button>
      </Foot>
    </Form>
  </TaskScreen>
)

/** Codes from an app are on; they can be turned off, unless they are all there is. */
export const AppIsOn = ({ t, back, off }: Omit<Common, 'next'> & { off: string | undefined }) => (
  <TaskScreen back={back} title={t.appTitle}>
    <Form action={urls.removeAuthenticator()}>
      <Text>{t.appIsOn}</Text>
      <Button look="alert-line" off={off}>
        {t.appOff}
      </Button>
    </Form>
  </TaskScreen>
)

/** The recovery codes, shown this once. */
export const ShowCodes = ({ t, back, next, codes }: Common & { codes: readonly string[] }) => (
  <TaskScreen back={back} title={t.codesTitle}>
    <Stack gap="loose">
      <Text>{t.codesText}</Text>
      <Stack>
        {codes.map((code) => (
          <Text key={code}>
            <Code>{code}</Code>
          </Text>
        ))}
      </Stack>
      <PrintButton />
      <Foot>
        <ButtonLink to={next ?? urls.me()}>{t.codesKept}</ButtonLink>
      </Foot>
    </Stack>
  </TaskScreen>
)

/** Adds this device as a passkey; only there where scripts run. */
export const AddPasskey = ({ t, back, text, failed }: Omit<Common, 'next'> & { text: string; failed: boolean }) => (
  <TaskScreen back={back} title={t.withPasskey}>
    <Stack gap="loose">
      {failed && <FormErrors>{t.addFailed}</FormErrors>}
      <Text>{text}</Text>
      <PasskeyForm
        purpose="add"
        optionsAddress={urls.passkeyOptions()}
        action={urls.passkeys()}
        failed={t.addFailed}
        look="solid"
      >
        {t.withPasskey}
      </PasskeyForm>
    </Stack>
  </TaskScreen>
)
