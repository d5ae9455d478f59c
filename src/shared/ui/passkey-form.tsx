import { Button, type ButtonLook } from './button.tsx'
import { Form, HiddenFields } from './form.tsx'
import type { Child } from './jsx.ts'

/** The field in which the device's answer is posted, as JSON. */
const passkeyAnswerField = 'answer'

export type PasskeyFormProps = {
  purpose: 'sign-in' | 'add'
  /** Answers a POST with the options as JSON (`generateAuthenticationOptions`, `generateRegistrationOptions`). */
  optionsAddress: string
  /** Gets the form with the field `answer`, and answers like any form: 303, or the page again with 422. */
  action: string
  hidden?: Readonly<Record<string, string>>
  /** What to say when the device did not give one: cancelled, or none for this school. */
  failed: string
  look?: ButtonLook
  children: Child
}

/** A button that asks the device for a passkey. Its page needs `passkeys`; without script it is not there. */
export function PasskeyForm({
  purpose,
  optionsAddress,
  action,
  hidden,
  failed,
  look = 'line',
  children,
}: PasskeyFormProps) {
  return (
    <Form
      action={action}
      behaviour={`passkey-${purpose}`}
      data={{ 'data-options-url': optionsAddress, 'data-needs-script': '' }}
      plain
    >
      <HiddenFields fields={{ ...hidden, [passkeyAnswerField]: '' }} />
      <Button look={look} icon="fingerprint" wide>
        {children}
      </Button>
      <p class="error" role="alert" data-failed hidden>
        {failed}
      </p>
    </Form>
  )
}
