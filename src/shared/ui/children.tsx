import { Avatar } from './avatar.tsx'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'
import { type Theme, themeName } from './theme.ts'

export type ChildLink = {
  readonly id: string
  readonly name: string
  readonly word: string
  readonly text?: Child
  readonly to: string
  readonly school?: Theme
  /** Leaves Turbo out: for what ends on another host. */
  readonly plain?: boolean
}

/** A family's children beside each other, each in the colour of the school. `name` gives the initials, `word` is shown. */
export function ChildLinks({ links }: { links: readonly ChildLink[] }) {
  return (
    <div class="children">
      {links.map(({ id, name, word, text, to, school, plain }) => (
        <a
          key={id}
          class="child"
          href={ownAddress(to)}
          data-school={school && themeName(school)}
          data-turbo={plain ? 'false' : undefined}
        >
          <Avatar id={id} name={name} />
          <span>
            <span class="name">{word}</span>
            {text && <span class="small quiet">{text}</span>}
          </span>
        </a>
      ))}
    </div>
  )
}
