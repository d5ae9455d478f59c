import { Avatar } from './avatar.tsx'
import { FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Child } from './jsx.ts'

/** A time in a column: to choose, or given to somebody else. */
type TimeCell = { readonly value: string; readonly label: string; readonly taken: boolean }

type TimeColumn = {
  readonly name: string
  /** The question in full, for who hears it. */
  readonly question: string
  readonly person: { readonly id: string; readonly name: string }
  readonly title: string
  readonly text: string
  readonly chosen: string
  /** The word for choosing nothing yet; nothing where one has to be chosen. */
  readonly none: string | null
  readonly error: string | undefined
}

export type TimeDay = {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly heading: string
  /** One row for each time; in it a cell for each column, or none. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly (TimeCell | null)[] }[]
}

export type TimeChoiceProps = {
  days: readonly TimeDay[]
  columns: readonly TimeColumn[]
  /** Which day is open at first. */
  open: number
  daysLabel: string
  takenWord: string
}

/** As many days as the stylesheet can fold behind their tabs; more stand under each other. */
const FOLDED = 8

/**
 * Times to choose from: days as tabs, under each a column for each person, times beside each other in one row. A choice is
 * kept when another day is opened; where the browser cannot fold, all days stand under each other.
 */
export function TimeChoice({ days, columns, open, daysLabel, takenWord }: TimeChoiceProps) {
  const folds = days.length > 1 && days.length <= FOLDED
  return (
    <div class={folds ? 'times folds' : 'times'}>
      {folds && (
        <fieldset class="time-tabs" aria-label={daysLabel}>
          {days.map(({ key, title, text }, index) => (
            <label key={key} class="option">
              <input type="radio" name="day" value={key} checked={index === open || undefined} />
              <span>
                {title}
                <span class="option-hint">{text}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {days.map((day, index) => (
        <div key={day.key} class="time-day">
          {!folds && <h2>{day.heading}</h2>}
          <div class={`time-columns of-${Math.min(columns.length, 3)}`}>
            {columns.map((column, at) => (
              <Column
                key={column.name}
                column={column}
                at={at}
                day={day}
                first={index === open}
                takenWord={takenWord}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

type ColumnProps = { column: TimeColumn; at: number; day: TimeDay; first: boolean; takenWord: string }

function Column({ column, at, day, first, takenWord }: ColumnProps) {
  const { name, question, person, title, text, chosen, none, error } = column
  const id = `time-${name}-${day.key}`
  const cell = (value: string, label: Child, checked: boolean) => (
    <label key={value} class="time">
      <input type="radio" name={name} value={value} checked={checked || undefined} />
      <Icon name="check" />
      <span>{label}</span>
    </label>
  )
  return (
    <fieldset aria-label={`${question} ${day.heading}`} aria-describedby={error ? id : undefined}>
      <div class="time-head">
        <Avatar {...person} />
        <div>
          <span class="strong">{title}</span>
          <span class="small quiet">{text}</span>
        </div>
      </div>
      {error && <FieldError id={id}>{error}</FieldError>}
      {day.rows.map(({ key, cells }) => {
        const found = cells[at]
        if (!found) return <span key={key} class="time none" aria-hidden="true" />
        if (found.taken)
          return (
            <span key={key} class="time taken">
              <span class="visually-hidden">{`${found.label} `}</span>
              {takenWord}
            </span>
          )
        return cell(found.value, found.label, found.value === chosen)
      })}
      {none && cell('', none, first && chosen === '')}
    </fieldset>
  )
}
