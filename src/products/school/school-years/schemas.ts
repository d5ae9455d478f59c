import { z } from 'zod'
import { many, requestKey } from '#shared/access/form.ts'
import { details } from '../people/schemas.ts'
import { day } from '../typed.ts'

/** The years of EDEXML's `jaargroep` that a group may have. */
const level = z.string('level').regex(/^([0-8BDSVCNH]|1[1-6])$/, 'level')

export const naming = z.object({ name: z.string('name').min(1, 'name').max(64, 'long'), year: level })

/** A group beside the home groups has no year. */
export const otherGroup = z.object({ name: naming.shape.name, of: many(z.uuid()), requestKey })

/** Who was in a group when the page was made, and who is ticked now. */
export const choosing = z
  .object({ seen: many(z.uuid()), in: many(z.uuid()) })
  .transform(({ seen, in: chosen }) => ({ seen, chosen }))

export const renaming = naming.extend({ seenName: z.string().default(''), seenYear: z.string().default('') })

export const renamingOther = renaming.omit({ year: true }).transform((form) => ({ ...form, year: '' }))

export const assignment = z.object({
  person: z.uuid('person'),
  weekdays: many(z.coerce.number().int().min(1).max(7)),
})

export const newPupil = z.object({
  givenName: details.givenName,
  prefix: details.prefix,
  surname: details.surname,
  goes: z.string().default(''),
  requestKey,
})

export const preparing = z.object({ day: day(), without: z.literal('yes').optional() })
