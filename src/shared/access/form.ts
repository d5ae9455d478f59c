import { z } from 'zod'
import { visible } from '#shared/language/visible.ts'

/** What was typed, as text: a name that occurs more often is a list. Files are not in it. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

const asTyped = (value: string): string => visible(value.replaceAll('\r\n', '\n').replaceAll('\0', ''))

/**
 * The text fields of a posted form. Line ends and outer spaces are made equal; null characters and what turns the direction
 * of other text never pass, and a text that nobody can see is an empty one. The record
 * inherits nothing, so that a field may be called `constructor`.
 */
export const typedFields = (form: FormData): Typed => {
  const typed: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const text = asTyped(value)
    const before = typed[name]
    if (before === undefined) typed[name] = text
    else if (Array.isArray(before)) before.push(text)
    else typed[name] = [before, text]
  }
  return typed
}

/** What a form came to: a value, or a problem code per field together with what was typed. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>>; readonly typed: Typed }

/** Checks what was typed. Messages in the schema are codes that the module's texts turn into sentences. */
export const parseForm = <Schema extends z.ZodType>(schema: Schema, typed: Typed): Parsed<z.output<Schema>> => {
  const result = schema.safeParse(typed)
  if (result.success) return { ok: true, value: result.data }
  const problems: Record<string, string> = {}
  for (const issue of result.error.issues) problems[String(issue.path[0] ?? 'form')] ??= issue.message
  return { ok: false, problems, typed }
}

/** A field that may be chosen several times: none is an empty list, one is a list of one. */
export const many = <Schema extends z.ZodType>(one: Schema) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(one))

/** An optional text: empty is absent. */
export const optionalText = (max: number, tooLong: string) =>
  z
    .string()
    .max(max, tooLong)
    .optional()
    .transform((text) => text || null)

/** The random key that makes a form sent twice one request. */
export const requestKey = z.uuid()
