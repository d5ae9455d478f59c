import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'

/** waiting: amber, not there yet; received: green, only after the server said so; alert: red, must act. */
export type NoticeKind = 'waiting' | 'received' | 'alert'

const icons: Record<NoticeKind, IconName> = { waiting: 'clock', received: 'check', alert: 'circle-alert' }

/**
 * One sentence about what just happened. Read out by screen readers: politely, or at once for an alert. `still` for one
 * that stands inside something that is already announced.
 */
export function Notice({
  kind,
  icon,
  children,
  still,
}: {
  kind: NoticeKind
  icon?: IconName
  children: Child
  still?: boolean
}) {
  const role = kind === 'alert' ? 'alert' : 'status'
  return (
    <div class={`notice notice-${kind}`} role={still ? undefined : role}>
      <Icon name={icon ?? icons[kind]} />
      <div>{children}</div>
    </div>
  )
}

/** Everybody who reads, by name and under headings, behind a word ("Bekijk de namen"). */
export type ReaderNames = {
  readonly word: string
  readonly groups: readonly { readonly heading: string; readonly names: readonly string[] }[]
}

/** Who reads what is typed here: stands above every box, a plain sentence with counts, which opens to the names. */
export function Readers({ children, id, names }: { children: Child; id?: string; names?: ReaderNames | undefined }) {
  if (!names) {
    return (
      <p class="readers" id={id}>
        <Icon name="eye" />
        <span>{children}</span>
      </p>
    )
  }
  return (
    <div class="readers">
      <Icon name="eye" />
      <div class="readers-text">
        <span id={id}>{children}</span>
        <details>
          <summary>{names.word}</summary>
          {names.groups.map((group) => (
            <div key={group.heading}>
              <p class="strong">{group.heading}</p>
              <ul>
                {group.names.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      </div>
    </div>
  )
}

/** Says what was done and takes it back with one press: `children` is a small form. Leaves after six seconds where scripts run. */
export function Undo({ text, children }: { text: string; children: Child }) {
  return (
    <div class="undo" role="status" data-behaviour="undo">
      <span>{text}</span>
      {children}
    </div>
  )
}

/** What a refused form says above itself; the fields say the rest. */
export function FormErrors({ children }: { children?: Child }) {
  const words = useWords()
  return <Notice kind="alert">{children ?? words.tooMuch}</Notice>
}

/** Is shown when the service worker serves this page while there is no connection: as of when it is. */
export function OfflineNotice({ children }: { children: Child }) {
  return (
    <div data-offline hidden>
      <Notice kind="waiting" icon="wifi-off" still>
        {children}
      </Notice>
    </div>
  )
}
