import type { DataKey } from './crypto.ts'
import { openRecord } from './crypto.ts'
import type { Field, Kind, SealedField } from './declaration.ts'
import type { Sealed, SealedRecords, SealedValue } from './sealed.ts'

/** Which fields of a sealed column somebody needs, and which column of the row holds the id it is bound to. */
export type Reading<Name extends keyof SealedRecords, Field extends keyof SealedRecords[Name]> = {
  readonly field: SealedField<Name>
  readonly row: string
  readonly fields: readonly Field[]
}

/**
 * Asks for named fields of a sealed record; only these come out and only their kinds are logged (art. 5(1)(c) GDPR).
 * `row` is the column of the answer that holds the id of the row the value was sealed for.
 */
export const reading = <Name extends keyof SealedRecords, Field extends keyof SealedRecords[Name]>(
  field: SealedField<Name>,
  row: string,
  ...fields: Field[]
): Reading<Name, Field> => ({ field, row, fields })

// biome-ignore lint/suspicious/noExplicitAny: any record and any of its fields; the two names are tied by Reading
type AnyReading = Reading<any, any>
export type Readings = { readonly [column: string]: AnyReading }

type Plainly<Value, R> =
  R extends Reading<infer Name, infer Field>
    ? Pick<SealedRecords[Name], Field & keyof SealedRecords[Name]> | (null extends Value ? null : never)
    : never

/** A row of which the named sealed columns are plain values. */
export type Opened<Row, R extends Readings> = {
  [Column in keyof Row]: Column extends keyof R ? Plainly<Row[Column], R[Column]> : Row[Column]
}

/** A row in which the named columns are sealed (or absent, for a column that may be empty). */
export type Openable<R extends Readings> = {
  [Column in keyof R]: R[Column] extends Reading<infer Name, infer _> ? Sealed<SealedRecords[Name]> | null : never
}

/** The key ids, in hexadecimal, that opening these rows needs. */
export const keyIdsOf = (rows: readonly object[], columns: readonly string[]): Set<string> => {
  const ids = new Set<string>()
  for (const row of rows as readonly Record<string, unknown>[]) {
    for (const column of columns) {
      const value = row[column] as SealedValue | null
      if (value) ids.add(value.keyId)
    }
  }
  return ids
}

/**
 * Opens the named columns of a batch. A row whose subject's key was destroyed is left out: an erased person is not
 * there. Reports each subject and kind that was opened to `note`.
 */
export const openRows = <Row extends object, R extends Readings>(
  rows: readonly Row[],
  readings: R,
  keys: ReadonlyMap<string, DataKey>,
  organisation: string,
  note: (subject: string, kinds: readonly Kind[]) => void,
): Opened<Row, R>[] => {
  const plan = Object.entries(readings).map(([column, { field, row, fields }]) => ({
    column,
    row,
    name: field.name as string,
    fields: fields as readonly string[],
    kinds: [...new Set(fields.map((one: string) => (field.fields as Record<string, Field>)[one]!.kind))] as Kind[],
  }))
  const opened: Opened<Row, R>[] = []
  next: for (const row of rows) {
    const from = row as Record<string, unknown>
    const plain: Record<string, unknown> = { ...from }
    for (const { column, row: id, name, fields, kinds } of plan) {
      const value = from[column] as SealedValue | null
      if (!value) continue
      const key = keys.get(value.keyId)
      if (!key) continue next
      const record = openRecord(key, organisation, name, from[id] as string, value)
      const picked: Record<string, unknown> = {}
      for (const one of fields) picked[one] = record[one]
      plain[column] = picked
      note(key.subject, kinds)
    }
    opened.push(plain as Opened<Row, R>)
  }
  return opened
}
