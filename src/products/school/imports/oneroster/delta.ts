import type { Problems } from '../problems.ts'
import type { Mode } from './manifest.ts'
import { own, type Row, type TableName, type Tables } from './tables.ts'

/** Columns of our own that no longer hold once the standard's column says something new. */
const outdated: Readonly<Record<string, readonly string[]>> = {
  familyName: ['prefix'],
  grades: ['year'],
  role: ['roles', 'otherRoles'],
}

/** What a row is about: ties have ids of their own that are not kept here, so they are found by what they tie. */
const keyOf = (table: TableName, { values }: Row): string => {
  if (table === 'enrollments')
    return JSON.stringify([values.classSourcedId, values.userSourcedId, values.role?.toLowerCase() === 'student'])
  if (table === 'roles') return JSON.stringify([values.userSourcedId, values.role?.toLowerCase(), values.orgSourcedId])
  return values.sourcedId ?? ''
}

const isDeleted = ({ values }: Row) => values.status?.toLowerCase() === 'tobedeleted'

/** Checks what each row says of its own state, and answers the rows that stay. */
export function living(table: TableName, rows: readonly Row[], mode: Mode, problems: Problems): Row[] {
  const path = (column: string) => `${table}.csv/${column}`
  for (const { line, values } of rows) {
    const status = values.status?.toLowerCase() ?? ''
    if (status === '' ? mode === 'delta' : status !== 'active' && status !== 'tobedeleted')
      problems.report(status === '' ? 'cell-missing' : 'status', line, path('status'))
    const modified = values.dateLastModified ?? ''
    if (
      modified !== '' &&
      !/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(modified)
    )
      problems.report('modified', line, path('dateLastModified'))
  }
  return rows.filter((row) => mode === 'delta' || !isDeleted(row))
}

/** What is known with the changes of the file in it: changed and new rows replace, `tobedeleted` takes away. */
export function withChanges(table: TableName, known: readonly Row[], changes: readonly Row[]): Row[] {
  const merged = new Map(known.map((row) => [keyOf(table, row), row]))
  for (const row of changes) {
    const key = keyOf(table, row)
    if (isDeleted(row)) merged.delete(key)
    else
      merged.set(key, { line: row.line, values: { ...stillTrue(merged.get(key)?.values ?? {}, row), ...row.values } })
  }
  return [...merged.values()]
}

function stillTrue(known: Row['values'], { values }: Row): Row['values'] {
  const gone = Object.entries(outdated).flatMap(([column, ours]) => (values[column] ? ours.map(own) : []))
  return Object.fromEntries(Object.entries(known).filter(([column]) => !gone.includes(column)))
}

/** Ties to somebody or a class that the changes took away go with them. */
export function withoutLoose(tables: Tables): Tables {
  const ids = (table: 'users' | 'classes') => new Set((tables[table] ?? []).map(({ values }) => values.sourcedId))
  const [users, classes] = [ids('users'), ids('classes')]
  const known = ({ line, values }: Row) =>
    line > 0 || (users.has(values.userSourcedId) && classes.has(values.classSourcedId))
  return { ...tables, enrollments: (tables.enrollments ?? []).filter(known) }
}
