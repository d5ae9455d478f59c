import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import type { Child } from '#shared/ui/index.ts'
import { typedList } from './typed.ts'

/** More rows than there are, so that one can be added where no script runs. */
const ROOM = 2

/**
 * A list whose rows have the same fields, each field sent once for every row. Rows of which `first` is empty are no rows; a list
 * without any is refused as `none`.
 */
export const rowsForm = <Name extends string>(
  names: readonly [Name, ...Name[]],
  max: number,
  none: string,
  long: string,
) => {
  type Row = Readonly<Record<Name, string>>
  return z.record(z.string(), z.unknown()).transform((typed, context): Row[] => {
    const rows = rowsOf(names, typed as Typed).filter((row) => row[names[0]].trim())
    if (rows.length === 0) context.addIssue({ code: 'custom', message: none, path: [names[0]] })
    if (rows.some((row) => names.some((name) => row[name].length > max)))
      context.addIssue({ code: 'custom', message: long, path: [names[0]] })
    return rows
  })
}

const rowsOf = <Name extends string>(names: readonly [Name, ...Name[]], typed: Typed) => {
  const lists = names.map((name) => typedList(typed[name]))
  const count = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(names.map((name, which) => [name, lists[which]![at] ?? ''])),
  ) as Readonly<Record<Name, string>>[]
}

/** The fields of a list from what a page holds. */
export const typedRows = <Name extends string>(
  names: readonly [Name, ...Name[]],
  rows: readonly Readonly<Record<Name, string>>[],
): Typed => Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]))

/** The rows of a list as they were typed, with room for two more. */
export const Rows = <Name extends string>(props: {
  names: readonly [Name, ...Name[]]
  typed: Typed
  children: (row: Readonly<Record<Name, string>>, at: number) => Child
}) => {
  const rows = rowsOf(props.names, props.typed)
  const empty = Object.fromEntries(props.names.map((name) => [name, ''])) as Readonly<Record<Name, string>>
  return [...rows, ...Array.from({ length: ROOM }, () => empty)].map((row, at) => props.children(row, at))
}
