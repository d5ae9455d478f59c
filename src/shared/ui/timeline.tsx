import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'

export type TimelineEntry = {
  readonly key: string
  /** "8.34". */
  readonly time: string
  /** Whose face; without one an icon. */
  readonly person?: { readonly id: string; readonly name: string } | undefined
  readonly icon?: IconName
  readonly title: Child
  readonly text: Child
  /** What nobody expected: a tint, and room for a question under the words. */
  readonly unusual?: boolean
  readonly more?: Child
}

/** What happened on a day: time, face, line. Only what is unusual gets a tint. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map(({ key, time, person, icon = 'eye', title, text, unusual, more }) => (
        <li key={key} class={unusual ? 'moment unusual' : 'moment'}>
          <span class="moment-time">{time}</span>
          {person ? (
            <Avatar {...person} />
          ) : (
            <span class="avatar moment-icon">
              <Icon name={icon} />
            </span>
          )}
          <div class="moment-text">
            <p>{title}</p>
            <p class="small quiet">{text}</p>
            {more}
          </div>
        </li>
      ))}
    </ol>
  )
}
