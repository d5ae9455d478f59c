import { Icon } from './icon.tsx'
import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'
import { Heading } from './text.tsx'

export type PageHeadProps = {
  title: Child
  /** Under the title: the date, a sum. */
  text?: Child | undefined
  /** Beside the title, at the end: one button, or a `DayPicker`. */
  end?: Child
}

/** The page's one heading (level 1) with what belongs to it. */
export function PageHead({ title, text, end }: PageHeadProps) {
  const words = typeof text === 'string' && text !== '' && <p class="quiet">{text}</p>
  return (
    <header class="page-head">
      {words && end ? (
        <div class="page-title">
          <Heading>{title}</Heading>
          {words}
        </div>
      ) : (
        <Heading>{title}</Heading>
      )}
      {end && <div class="page-end">{end}</div>}
      {words ? !end && words : text}
    </header>
  )
}

/** The way back, above the heading: says where to. */
export function BackLink({ to, children }: { to: string; children: Child }) {
  return (
    <a class="back" href={ownAddress(to)}>
      <Icon name="chevron-left" mirror />
      {children}
    </a>
  )
}

/**
 * A main column with a side column of 19 rem on desktop. On a phone they stand under each other; `sideFirst` puts the
 * side column first there (calling after the cut-off time).
 */
export function Columns({ children, side, sideFirst }: { children: Child; side: Child; sideFirst?: boolean }) {
  return (
    <div class={sideFirst ? 'columns side-first' : 'columns'}>
      <div class="column">{children}</div>
      <div class="column side">{side}</div>
    </div>
  )
}

/** A wide part, as wide as it needs, and what is drawn beside it; under each other where there is no room. */
export function WideColumns({ children }: { children: Child }) {
  return <div class="wide-columns">{children}</div>
}

/** A part that is only there on a phone (the tiles), or only from a desktop up. */
export function Only({ on, children }: { on: 'phone' | 'desktop'; children: Child }) {
  return <div class={`only-${on}`}>{children}</div>
}

export type DayPickerProps = {
  previous?: string
  next?: string
  previousLabel: string
  nextLabel: string
  children: Child
}

/** The day before, this day, the day after. */
export function DayPicker({ previous, next, previousLabel, nextLabel, children }: DayPickerProps) {
  return (
    <nav class="day-picker" aria-label={`${previousLabel}, ${nextLabel}`}>
      {previous !== undefined && (
        <a class="button button-line" href={ownAddress(previous)} aria-label={previousLabel}>
          <Icon name="chevron-left" mirror />
        </a>
      )}
      <span class="strong">{children}</span>
      {next !== undefined && (
        <a class="button button-line" href={ownAddress(next)} aria-label={nextLabel}>
          <Icon name="chevron-right" mirror />
        </a>
      )}
    </nav>
  )
}
