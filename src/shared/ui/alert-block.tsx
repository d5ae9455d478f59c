import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'

/** The red block: someone must act now. At most one on a page; several people stand in it as several `CallPerson`. */
export function AlertBlock({ icon, heading, children }: { icon: IconName; heading: string; children: Child }) {
  return (
    <section class="alert-block">
      <h2>
        <Icon name={icon} />
        {heading}
      </h2>
      {children}
    </section>
  )
}

export type CallPersonProps = {
  person: { readonly id: string; readonly name: string }
  /** "Niet gezien en niet gemeld" */
  text: Child
  /** Usually `Actions`: call, and "Hij is er". */
  actions: Child
  /** Who answers, and whom to call when nobody does. */
  note?: Child
}

/** One person in the alert block, with what to do about them. */
export function CallPerson({ person, text, actions, note }: CallPersonProps) {
  return (
    <div class="call-person">
      <div class="face-line">
        <Avatar id={person.id} name={person.name} />
        <p>
          <span class="name">{person.name}</span>
          <span class="small">{text}</span>
        </p>
      </div>
      {actions}
      {note && <p class="small">{note}</p>}
    </div>
  )
}
