import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'

export type ListProps = {
  children: Child
  columns?: 2
  /** Every row aligned to its top with space around it: for rows of which some hold more than two lines. */
  roomy?: boolean
  label?: string
}

/** Rows with a hairline between them. `columns={2}` on desktop reads downward, so a class fits one screen. */
export function List({ children, columns, roomy, label }: ListProps) {
  return (
    <ul class={`list${columns ? ' two-columns' : ''}${roomy ? ' roomy' : ''}`} aria-label={label}>
      {children}
    </ul>
  )
}

export type RowProps = {
  /** The first line. Becomes the link when `to` is given, so that a list of links reads as a list of names. */
  title: Child
  /** The second line: when, where, with whom. */
  text?: Child
  /** The colour of the second line, when it says a state. */
  tone?: 'quiet' | 'late' | 'alert'
  person?: { readonly id: string; readonly name: string; readonly photo?: string | undefined }
  icon?: IconName
  to?: string
  /** Leaves Turbo out: for what ends on another host. */
  plain?: boolean
  /** One action or one word at the end of the row. */
  end?: Child
  /** A longer part under the lines: a quote, answers. Aligns the row to its top. */
  more?: Child
  /** What is chosen or happening now: a tint. */
  current?: boolean
}

// Called rather than rendered, here and by who makes long lists: in 300 rows a component costs as much as its markup.
/** One person or thing: face or icon, name, second line, one action. 56 px on phones, 50 on desktop. */
export function Row({ title, text, tone = 'quiet', person, icon, to, plain, end, more, current }: RowProps) {
  return (
    <li class={`row${more ? ' top' : ''}${current ? ' current' : ''}${to !== undefined && !end ? ' leads' : ''}`}>
      {person && Avatar(person)}
      {icon && Icon({ name: icon })}
      <div class="row-text">
        {to === undefined ? (
          <span class="name">{title}</span>
        ) : (
          <a class="name row-link" href={ownAddress(to)} data-turbo={plain ? 'false' : undefined}>
            {title}
          </a>
        )}
        {text && <span class={`small ${tone}`}>{text}</span>}
        {more}
      </div>
      {end}
    </li>
  )
}

/** The rest of a list or day in one line that says when it comes. */
export function Later({ icon, children }: { icon: IconName; children: Child }) {
  return (
    <p class="later">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
