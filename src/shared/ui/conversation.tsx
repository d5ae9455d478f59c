import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { Link } from './link.tsx'

/** What people said to each other, the oldest first. */
export function Conversation({ label, children }: { label: string; children: Child }) {
  return (
    <ol class="conversation" aria-label={label}>
      {children}
    </ol>
  )
}

export type MessageProps = {
  id: string
  person: { readonly id: string; readonly name: string }
  at: string
  heading?: string | null
  text: string
  /** Pictures and files that go with it. */
  files?: Child
  /** Whether it was read, that it was corrected. */
  foot?: Child
  /** What one can do with it, behind a word. */
  more?: { readonly word: string; readonly label: string; readonly children: Child } | null
}

const ADDRESS = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])/

/** Text as it was typed; an address in it becomes a link. */
const words = (text: string) =>
  text.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      <Link key={at} to={part}>
        {part}
      </Link>
    ) : (
      part
    ),
  )

/** What one person said. */
export function Message({ id, person, at, heading, text, files, foot, more }: MessageProps) {
  return (
    <li class="message" id={id}>
      <Avatar {...person} />
      <div class="message-body">
        <p class="message-who">
          <span class="name">{person.name}</span> <span class="small quiet">{at}</span>
        </p>
        {heading && <p class="strong">{heading}</p>}
        <p class="message-text">{words(text)}</p>
        {files}
        {foot && <div class="small quiet message-foot">{foot}</div>}
        {more && (
          <details class="message-more">
            <summary aria-label={more.label}>{more.word}</summary>
            {more.children}
          </details>
        )}
      </div>
    </li>
  )
}

/** Something that happened to a conversation: it was handed over, closed. */
export function Happened({ icon, at, children }: { icon: IconName; at: string; children: Child }) {
  return (
    <li class="happened small quiet">
      <Icon name={icon} />
      <span>
        {children} <span>{at}</span>
      </span>
    </li>
  )
}
