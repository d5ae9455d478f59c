import { z } from 'zod'
import { typedTime } from '#products/school/index.ts'
import { many, requestKey } from '#shared/access/form.ts'
import { momentOf } from '#shared/attention/hours.ts'
import { causes, dataKinds, groups, natures, risks } from './kinds.ts'

export const LONGEST = 4_000

const text = z.string('text').min(3, 'text').max(LONGEST, 'long')
const maybe = z.string('text').max(LONGEST, 'long').default('')
const chosen = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), z.enum(values, 'choose').nullable())

/** A day and a time as one moment, which has been. */
const moment = { day: z.iso.date('day'), time: typedTime }
const passed =
  (now: Date) =>
  ({ day, time }: { day: string; time: string }) =>
    momentOf(day, time) <= now

/** What did you see, and when. */
export const intakeForm = (now: Date) =>
  z
    .object({ ...moment, saw: text, practice: z.literal('yes').optional().catch(undefined), requestKey })
    .refine(passed(now), { path: ['day'], message: 'future' })

/** What is known by now; what is not known yet stays open. */
export const factsForm = z.object({
  ...moment,
  breach: chosen(['yes', 'no'] as const),
  natures: many(z.enum(natures, 'choose')),
  cause: chosen(causes),
  kinds: many(z.enum(dataKinds, 'choose')),
  people: many(z.enum(groups, 'choose')),
  risk: chosen(risks),
  size: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.coerce.number('size').int('size').min(0, 'size').max(20_000_000, 'size').nullable(),
  ),
  summary: maybe,
  causeText: maybe,
  measures: maybe,
  extent: maybe,
  consequences: maybe,
})

export const stepForm = z.object({
  text,
  needed: z.enum(['yes', 'no'], 'choose').default('yes'),
  checked: z.literal('yes').optional().catch(undefined),
})

export const toldForm = z.object({ text, told: z.enum(['yes', 'no'], 'choose') })
