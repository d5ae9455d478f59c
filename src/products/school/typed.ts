import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'

/** The one text that was typed in a field, to show it again. */
export const oneOf = (typed: Typed, name: string): string => [typed[name] ?? ''].flat()[0] ?? ''

/** Every value that was chosen under a name. */
export const allOf = (typed: Typed, name: string): readonly string[] => [typed[name] ?? []].flat()

/** The sentence for a field's problem code, when it has one. */
export const problemIn =
  (words: Readonly<Record<string, string>>, problems: Readonly<Record<string, string>>) =>
  (name: string): string | undefined => {
    const code = problems[name]
    return code === undefined ? undefined : words[code]
  }

/** A calendar day as a date field sends it, `YYYY-MM-DD`; the problem's code otherwise. */
export const day = (problem = 'day') => z.iso.date(problem)

/** A calendar day or nothing. */
export const optionalDay = (problem = 'day') =>
  z.preprocess((text) => (text === '' || text === undefined ? null : text), z.iso.date(problem).nullable())

/** A time of day as people type it: "8:45", "8.45" or "08:45" becomes `08:45`. Refuses the rest with `badTime`. */
export const typedTime = z
  .string('badTime')
  .transform((text) => text.replace('.', ':').padStart(5, '0'))
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'badTime')
