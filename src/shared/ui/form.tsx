import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { ownAddress } from './link.tsx'
import { Notice } from './notice.tsx'

/** The name of the hidden field that makes a report sent twice one report. */
const requestKeyField = 'requestKey'

export type FormProps = {
  action: string
  children: Child
  /** get for searching and filtering; everything that changes something posts. */
  method?: 'post' | 'get'
  /** A fresh random key, made when the page was made and shown again with a refused form. */
  requestKey?: string
  /**
   * When the answer does not come (no connection, or 503): keeps what was typed, says so and sends again by itself.
   * `at-once` for a page that already says so.
   */
  resend?: boolean | 'at-once'
  hidden?: Readonly<Record<string, string>> | undefined
  /** Like `hidden`, for what was posted before: a name may come twice. */
  posted?: readonly (readonly [name: string, value: string])[]
  id?: string
  /** For files. */
  multipart?: boolean
  /** Names of behaviours, and what they need (`data-options-url`). */
  behaviour?: string
  data?: Readonly<Record<`data-${string}`, string>>
  /** Fields beside each other, for searching and filtering. */
  filter?: boolean
  /** As wide as its place: it has columns of its own. */
  wide?: boolean
  label?: string
  /** Leaves Turbo out: signing in and out must not leave pages of another person in memory. */
  plain?: boolean
}

/**
 * A form that works without script. The origin check guards it, so it carries no token. The browser's own checks are
 * off: the server answers in our words, beside the field, and nothing typed is lost.
 */
export function Form(props: FormProps) {
  const { action, children, method = 'post', requestKey, resend, hidden, posted, filter, behaviour, plain } = props
  return (
    <form
      id={props.id}
      class={`form${filter ? ' filter' : ''}${props.wide ? ' wide' : ''}`}
      method={method}
      action={ownAddress(action)}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      noValidate
      data-resend={resend ? '' : undefined}
      data-behaviour={resend === 'at-once' ? 'resend' : behaviour}
      data-turbo={plain ? 'false' : undefined}
      {...props.data}
    >
      <HiddenFields fields={hidden} />
      {posted?.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {requestKey !== undefined && <input type="hidden" name={requestKeyField} value={requestKey} />}
      {children}
      {resend === true && <WaitingNotice />}
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
