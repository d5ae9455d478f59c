import type { Language } from '#shared/language/index.ts'
import { dayParts, type When } from '#shared/language/index.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { type Theme, themeName } from './theme.ts'

export type DatedItemProps = {
  language: Language
  /** The day it must be answered, as `2026-11-26` or an instant; nothing when there is no such day. */
  date: When | null
  title: Child
  /** Mark, child and sender: a `Meta`. */
  children?: Child
  /** The school it comes from: its buttons and mark take that colour. */
  school?: Theme | undefined
}

/** An item on the date axis: weekday, day and month at 44 px, so that the eye reads deadlines downward. */
export function DatedItem({ language, date, title, children, school }: DatedItemProps) {
  return (
    <article class="item axis" data-school={school && themeName(school)}>
      {date ? <Day {...dayParts(language, date)} /> : <Sign name="circle-help" />}
      <div class="stack">
        <h3>{title}</h3>
        {children}
      </div>
    </article>
  )
}

const Day = ({ weekday, day, month }: ReturnType<typeof dayParts>) => (
  <p class="when">
    <span>{weekday}</span> <b>{day}</b> <span>{month}</span>
  </p>
)

const Sign = ({ name }: { name: IconName }) => (
  <p class="when">
    <Icon name={name} />
  </p>
)

/** The one red block of a page that must be acted on now, on the same axis. `word` stands under the icon ("Nu"). */
export function NowItem({
  word,
  title,
  children,
  label,
}: {
  word: string
  title: Child
  children: Child
  label: string
}) {
  return (
    <section class="now axis" aria-label={label}>
      <p class="when">
        <Icon name="triangle-alert" />
        <b>{word}</b>
      </p>
      <div class="stack">
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  )
}
