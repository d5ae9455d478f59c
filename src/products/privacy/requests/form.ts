import { z } from 'zod'
import { detailRules } from '#products/school/index.ts'
import { many, requestKey } from '#shared/access/form.ts'
import { concerns } from '#shared/vault/concern.ts'
import { type CorrectedField, fields, restricts } from './kinds.ts'

const MUCH = 2000

/** What somebody writes; messages are codes of the texts. */
export const written = z.string('text').min(1, 'text').max(MUCH, 'long')

/** Before this day nobody was born who lives. */
const OLDEST = '1900-01-01'

/** "31-12-2018" or `2018-12-31` as a calendar day that has passed, else nothing. */
const pastDay = (typed: string, today: string): string | null => {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed)
  const day = parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : typed
  return z.iso.date().safeParse(day).success && day >= OLDEST && day <= today ? day : null
}

/** What a field must be, as it is stored; the code of what is wrong with it otherwise. */
const corrected = (
  field: CorrectedField,
  typed: string,
  today: string,
): { ok: true; value: string | null } | { ok: false; code: string } => {
  if (field === 'other') return { ok: true, value: null }
  if (field === 'birthDate') {
    const day = pastDay(typed, today)
    return day ? { ok: true, value: day } : { ok: false, code: 'birthDate' }
  }
  const checked = detailRules[field].safeParse(typed)
  if (checked.success) return { ok: true, value: checked.data }
  return { ok: false, code: field === 'email' ? 'email' : 'name' }
}

const plainly = z.object({ requestKey, person: z.uuid('person'), text: written })
/** None means everything. */
/** None means all of them. */
const taking = plainly.extend({
  consents: many(z.string('consents').max(80, 'consents')),
  text: z.string('text').max(MUCH, 'long').default(''),
})
const partly = plainly.extend({ concerns: many(z.enum(concerns, 'concerns')) })

/** A request as it is posted. A correction names a field and what it must be; why may be left out there. */
export const request = (kind: string, today: string) =>
  kind === 'correction'
    ? z
        .object({
          requestKey,
          person: z.uuid('person'),
          field: z.enum(fields, 'field'),
          value: z.string('value').max(254, 'name').default(''),
          text: z.string('text').max(MUCH, 'long').default(''),
        })
        .transform((typed, context) => {
          const { field, value, text } = typed
          const result = corrected(field, value, today)
          if (!result.ok) context.addIssue({ code: 'custom', path: ['value'], message: result.code })
          if (field === 'other' && text === '') context.addIssue({ code: 'custom', path: ['text'], message: 'text' })
          return { ...typed, value: result.ok ? result.value : null }
        })
    : (kind === 'withdrawal' ? taking : restricts(kind) ? partly : plainly).transform((typed) => ({
        ...typed,
        field: null,
        value: null,
      }))
