import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { ownAddress } from './link.tsx'
import { Notice } from './notice.tsx'

/** The name of the hidden field that makes a report sent twice one report. */
export const requestKeyField = 'requestKey'

export type FormProps = {
  action: string
  children: Child
  /** get for searching and filtering; everything that changes something posts. */
  method?: 'post' | 'get'
  /** A fresh random key, made when the page was made and shown again with a refused form. */
  requestKey?: string
  /** When the answer does not come (no connection, or 503): keeps what was typed, says so and sends again by itself. */
  resend?: boolean
  hidden?: Readonly<Record<string, string>>
  id?: string
  /** For files. */
  multipart?: boolean
  /** Names of behaviours. */
  behaviour?: string
  label?: string
  /** Leaves Turbo out: signing in and out must not leave pages of another person in memory. */
  plain?: boolean
}

/** A form that works without script. The origin check guards it, so it carries no token. */
export function Form(props: FormProps) {
  const {
    action,
    children,
    method = 'post',
    requestKey,
    resend,
    hidden,
    id,
    multipart,
    behaviour,
    label,
    plain,
  } = props
  return (
    <form
      id={id}
      class="form"
      method={method}
      action={ownAddress(action)}
      enctype={multipart ? 'multipart/form-data' : undefined}
      aria-label={label}
      data-resend={resend ? '' : undefined}
      data-behaviour={behaviour}
      data-turbo={plain ? 'false' : undefined}
    >
      <HiddenFields fields={hidden} />
      {requestKey !== undefined && <input type="hidden" name={requestKeyField} value={requestKey} />}
      {children}
      {resend && <WaitingNotice />}
    </form>
  )
}

/** Values that travel with a form. Never a secret: whoever has the page can read and change them. */
export function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> | undefined }) {
  if (!fields) return null
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

// The words wait in the page, because they are needed when nothing can be fetched.
function WaitingNotice() {
  const words = useWords()
  return (
    <div role="status" data-waiting>
      <template>
        <Notice kind="waiting" icon="wifi-off" still>
          {words.waiting}
        </Notice>
      </template>
    </div>
  )
}
