import { z } from 'zod'
import { plusDays } from '#products/school/index.ts'
import { many, optionalText, requestKey } from '#shared/access/form.ts'
import { momentOf } from '#shared/attention/hours.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import type { Apart } from '../sides.ts'
import { MARK, type Span } from '../times.ts'

export const DAYS = 4
export const LENGTHS = [5, 10, 15, 20, 25, 30] as const

/** A time as people type it: "15:30", "15.30" or "9:05", on a mark of five minutes; empty is absent. */
export const time = (problem: string) =>
  z
    .string()
    .optional()
    .transform((text) => (text ? text.replace('.', ':').padStart(5, '0') : null))
    .refine(
      (text) => text === null || (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) && Number(text.slice(3)) % MARK === 0),
      problem,
    )

export const optionalDay = (problem: string) =>
  z.preprocess((text) => (text === '' || text === undefined ? null : text), z.iso.date(problem).nullable())

const dayFields = Object.fromEntries(
  Array.from({ length: DAYS }, (_, at) => at + 1).flatMap((at) => [
    [`on${at}`, optionalDay('day')],
    [`from${at}`, time('day')],
    [`until${at}`, time('day')],
  ]),
)

const fields = z
  .object({
    requestKey,
    title: optionalText(80, 'title'),
    groups: many(z.uuid('groups')),
    minutes: z.coerce
      .number('minutes')
      .refine((minutes) => (LENGTHS as readonly number[]).includes(minutes), 'minutes'),
    pauseFrom: time('pause'),
    pauseUntil: time('pause'),
    opensOn: z.iso.date('opens'),
    opensTime: time('opens'),
    siblings: z.coerce.number().int().min(0).max(3).catch(0),
    closesOn: z.iso.date('closes'),
    apart: z.enum(['apart', 'together'], 'apart'),
    door: z.literal('yes').optional(),
    video: z.literal('yes').optional(),
  })
  .and(z.object(dayFields))

export type NewRound = {
  readonly key: string
  readonly title: string
  readonly groups: readonly string[]
  readonly minutes: number
  readonly spans: readonly Span[]
  readonly breaks: readonly Span[]
  readonly siblingsAt: Date
  readonly opensAt: Date
  readonly closesAt: Date
  readonly apart: Apart
  readonly door: boolean
  readonly video: boolean
}

type Typed = z.output<typeof fields> & Record<string, string | null>
type Issue = (field: string, problem: string) => void

export const spanOn = (day: string, from: string, until: string): Span => ({
  starts: momentOf(day, from),
  ends: momentOf(day, until),
})

/** The days with hours that were filled in; a row that is half filled in is a problem of that row. */
const spansOf = (typed: Typed, today: string, issue: Issue): Span[] => {
  const spans: Span[] = []
  for (let at = 1; at <= DAYS; at++) {
    const [on, from, until] = [typed[`on${at}`], typed[`from${at}`], typed[`until${at}`]]
    if (!on && !from && !until) continue
    if (!on || !from || !until) issue(`on${at}`, 'day')
    else if (on <= today || on > plusDays(today, 366)) issue(`on${at}`, 'past')
    else if (from >= until) issue(`on${at}`, 'order')
    else {
      const span = spanOn(on, from, until)
      if (spans.some(({ starts, ends }) => span.starts < ends && starts < span.ends)) issue(`on${at}`, 'overlap')
      spans.push(span)
    }
  }
  if (spans.length === 0) issue('on1', 'days')
  return spans
}

/** A new round as it was typed, or what is wrong with each field. */
export const roundForm = (today: string, now: Date) =>
  fields.transform((value, context): NewRound => {
    const typed = value as Typed
    const issue: Issue = (field, message) => context.addIssue({ code: 'custom', path: [field], message })
    if (!typed.title) issue('title', 'title')
    if (typed.groups.length === 0) issue('groups', 'groups')
    const spans = spansOf(typed, today, issue)
    const { pauseFrom, pauseUntil } = typed
    if ((pauseFrom === null) !== (pauseUntil === null) || (pauseFrom && pauseFrom >= pauseUntil!))
      issue('pause', 'pause')
    const days = [...new Set(spans.map(({ starts }) => dayOf(starts)))].sort()
    if (!typed.opensTime || typed.opensOn < today) issue('opensOn', 'opens')
    else if (typed.closesOn < typed.opensOn || (days.length > 0 && typed.closesOn > days.at(-1)!))
      issue('closesOn', 'closes')
    const opensAt = momentOf(typed.opensOn, typed.opensTime ?? '00:00')
    const closesAt = momentOf(plusDays(typed.closesOn, 1), '00:00')
    if (closesAt <= now || closesAt <= opensAt) issue('closesOn', 'closes')
    return {
      key: typed.requestKey,
      title: typed.title ?? '',
      groups: [...new Set(typed.groups)],
      minutes: typed.minutes,
      spans,
      breaks: pauseFrom && pauseUntil ? days.map((day) => spanOn(day, pauseFrom, pauseUntil)) : [],
      siblingsAt: momentOf(plusDays(typed.opensOn, -typed.siblings), typed.opensTime ?? '00:00'),
      opensAt,
      closesAt,
      apart: typed.apart,
      door: typed.door === 'yes',
      video: typed.video === 'yes',
    }
  })
