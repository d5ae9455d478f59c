import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'

/** solid: the one thing to do; tinted: equal answers; line: beside the main road; text: a link that posts. */
export type ButtonLook = 'solid' | 'tinted' | 'line' | 'alert' | 'alert-line' | 'text'

type Appearance = {
  children: Child
  look?: ButtonLook | undefined
  icon?: IconName | undefined
  /** As wide as its place, 52 px high: the foot of a phone screen. */
  wide?: boolean | undefined
  /** The words in full, for a button whose text needs its surroundings. Must contain the visible text. */
  label?: string | undefined
}

export type ButtonProps = Appearance & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Posts the form elsewhere. */
  action?: string
  /** The id of a form this button stands outside of. */
  form?: string
  /** Why it cannot be pressed yet: shown beside it. The button stays reachable and explains itself. */
  off?: string | undefined
  /** The word for being busy ("Bezig"), while it is. Scripts do this by themselves. */
  busy?: string | undefined
  /** Names of behaviours, and what they need (`data-options-url`). */
  behaviour?: string
  data?: Record<`data-${string}`, string>
  /** Hidden where scripts do not run: it could do nothing there. */
  needsScript?: boolean
  /** One of equal answers: whether it is the one that was given. */
  pressed?: boolean | undefined
  /** Skips the browser's own checks, for "back" and "save for later". */
  skipsChecks?: boolean
}

const classes = (look: ButtonLook, wide?: boolean) => `button button-${look}${wide ? ' wide' : ''}`

/** A button says what will happen: "Meld Zuri ziek voor vandaag". Inside a form it submits unless told otherwise. */
export function Button(props: ButtonProps) {
  const { children, look = 'solid', icon, wide, label, type = 'submit', off, busy, action, behaviour } = props
  const button = (
    <button
      type={off ? 'button' : type}
      class={off ? `button button-off${wide ? ' wide' : ''}` : classes(look, wide)}
      name={props.name}
      value={props.value}
      form={props.form}
      formAction={action === undefined ? undefined : ownAddress(action)}
      formNoValidate={props.skipsChecks || undefined}
      aria-label={label}
      aria-pressed={props.pressed}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      data-busy={busy}
      data-behaviour={behaviour}
      data-needs-script={props.needsScript ? '' : undefined}
      {...props.data}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
  if (!off) return button
  return (
    <span class="button-with-reason">
      {button}
      <span class="quiet small">{off}</span>
    </span>
  )
}

/**
 * A link that looks like a button, for a step to another page. Refuses (throws) an address that may not be linked.
 * `plain` leaves Turbo out: for what ends on another host.
 */
export function ButtonLink(props: Appearance & { to: string; plain?: boolean }) {
  const { to, children, look = 'solid', icon, wide, label, plain } = props
  return (
    <a href={ownAddress(to)} class={classes(look, wide)} aria-label={label} data-turbo={plain ? 'false' : undefined}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Buttons beside each other; on a phone they share the width. `even` for two equal answers. */
export function Actions({ children, even }: { children: Child; even?: boolean }) {
  return <div class={even ? 'actions even' : 'actions'}>{children}</div>
}
