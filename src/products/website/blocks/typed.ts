import type { Typed } from '#shared/access/form.ts'

type Value = Typed[string] | undefined

/** A field that comes once. */
export const typedText = (value: Value): string | undefined => (typeof value === 'string' ? value : value?.[0])

/** A field that comes once for each row of a list. */
export const typedList = (value: Value): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value
