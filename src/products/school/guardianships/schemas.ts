import { z } from 'zod'
import { optionalText } from '#shared/access/form.ts'
import { day, optionalDay } from '../typed.ts'
import { authorities, rights } from './forms-view.tsx'
import { restrictionKinds } from './queries.ts'

/** Rights as boxes send them, each by itself, or as one text. */
const rightsChosen = z.preprocess(
  (may) => [may ?? []].flat().flatMap((one) => String(one).split(' ').filter(Boolean)),
  z.array(z.enum(rights)),
)

/** What a guardian is to a pupil and may do. Messages are codes of `texts.ts`. */
export const terms = {
  relation: z.string('relation').min(1, 'relation').max(60, 'long'),
  authority: z.enum(authorities, 'authority'),
  may: rightsChosen,
  callOrder: z.coerce.number('callOrder').int('callOrder').min(1, 'callOrder').max(9, 'callOrder'),
  note: optionalText(1000, 'long'),
}

/** Right now, or after a last day that is today or later. Answers the last day, or null for right now. */
export const ending = (today: string) =>
  z
    .object({ when: z.enum(['now', 'later'], 'when'), lastDay: z.string().default('') })
    .superRefine(({ when, lastDay }, context) => {
      if (when === 'now') return
      const problem = !z.iso.date().safeParse(lastDay).success ? 'day' : lastDay < today ? 'past' : null
      if (problem) context.addIssue({ code: 'custom', path: ['lastDay'], message: problem })
    })
    .transform(({ when, lastDay }) => (when === 'now' ? null : lastDay))

/** A restriction: what, from and until which day, and who saw the evidence when. */
export const restriction = (today: string) =>
  z
    .object({
      kind: z.enum(restrictionKinds, 'kind'),
      from: day(),
      to: optionalDay(),
      seenBy: z.uuid('seenBy'),
      seenOn: day().refine((seen) => seen <= today, 'future'),
      note: optionalText(1000, 'long'),
    })
    .refine(({ from, to }) => to === null || to >= from, { path: ['to'], message: 'order' })
