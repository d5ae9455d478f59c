import { z } from 'zod'
import { plusDays, type SchoolDays } from '#products/school/index.ts'
import { many, optionalText, requestKey } from '#shared/access/form.ts'
import type { Absence } from '../absences.ts'

const chosen = (pattern: RegExp) =>
  z
    .string()
    .optional()
    .transform((text) => text || null)
    .refine((text) => text === null || pattern.test(text), 'unreadable')

const day = chosen(/^\d{4}-\d{2}-\d{2}$/).refine(
  (text) => text === null || new Date(`${text}T12:00:00Z`).toJSON()?.slice(0, 10) === text,
  'unreadable',
)
const time = chosen(/^([01]\d|2[0-3]):[0-5]\d$/)

export const WORD_MAX = 500

/** What stands in the form; which of the days and times count follows from `when`. */
export const reportForm = z.object({
  requestKey,
  pupil: many(z.string()),
  when: z.enum(['day', 'half', 'open', 'days'], 'choose'),
  on: day,
  part: z.enum(['morning', 'afternoon', 'hours'], 'choose').optional(),
  fromTime: time,
  untilTime: time,
  fromOn: day,
  toOn: day,
  kind: z.enum(['ill', 'doctor', 'other'], 'choose'),
  word: optionalText(WORD_MAX, 'tooLong'),
})
export type Report = z.output<typeof reportForm>

export type Period = Pick<Absence, 'from' | 'to' | 'fromTime' | 'untilTime'>

/** What is wrong with a chosen day or time; `day` is the day it is about, `next` a school day that would do. */
export type Problem = {
  readonly field: 'on' | 'part' | 'fromTime' | 'untilTime' | 'fromOn' | 'toOn' | 'when'
  readonly code: 'choose' | 'past' | 'far' | 'closed' | 'order' | 'times'
  readonly day?: string
  readonly next?: string | null
}

/** The first day a report can be about: today until the last bell, else the next school day. */
export const firstDay = (days: SchoolDays, now: { today: string; time: string }): string | null => {
  const lessons = days.lessons(now.today)
  return lessons && now.time < lessons.ends ? now.today : days.nearest(now.today, 1)
}

const YEAR = 366

/**
 * The period a form means, or what is wrong with it. `earliest` is the first day that may be chosen: today for a
 * guardian, the start of the year for the office, which also writes down what was.
 */
export const periodOf = (
  report: Report,
  days: SchoolDays,
  now: { today: string; time: string },
  earliest: string = now.today,
): Period | Problem => {
  const first = firstDay(days, now)
  const wrong = (field: Problem['field'], code: Problem['code'], about?: string): Problem => ({
    field,
    code,
    ...(about ? { day: about, next: days.orNext(about) } : {}),
  })
  const outside = (field: Problem['field'], at: string) =>
    at < earliest ? wrong(field, 'past', earliest) : at > plusDays(now.today, YEAR) ? wrong(field, 'far') : null
  if (!first) return wrong('when', 'closed', now.today)
  if (report.when === 'day') return { from: first, to: first, fromTime: null, untilTime: null }
  if (report.when === 'open') return { from: first, to: null, fromTime: null, untilTime: null }
  if (report.when === 'days') {
    const from = report.fromOn ?? first
    if (!report.toOn) return wrong('toOn', 'choose')
    if (report.toOn < from) return wrong('toOn', 'order')
    const closed = days.between(from, report.toOn).length === 0 ? wrong('fromOn', 'closed', from) : null
    return (
      outside('fromOn', from) ??
      outside('toOn', report.toOn) ??
      closed ?? { from, to: report.toOn, fromTime: null, untilTime: null }
    )
  }
  const on = report.on ?? first
  const lessons = days.lessons(on)
  const beyond = outside('on', on)
  if (beyond) return beyond
  if (!lessons) return wrong('on', 'closed', on)
  if (!report.part) return wrong('part', 'choose')
  const times =
    report.part === 'morning'
      ? { fromTime: null, untilTime: lessons.noon }
      : report.part === 'afternoon'
        ? { fromTime: lessons.resumes, untilTime: null }
        : { fromTime: report.fromTime, untilTime: report.untilTime }
  if (times.fromTime === null && times.untilTime === null) return wrong('untilTime', 'choose')
  const from = times.fromTime !== null && times.fromTime > lessons.starts ? times.fromTime : null
  const until = times.untilTime !== null && times.untilTime < lessons.ends ? times.untilTime : null
  if ((from ?? lessons.starts) >= (until ?? lessons.ends)) return wrong('untilTime', 'times')
  return { from: on, to: on, fromTime: from, untilTime: until }
}

export const isProblem = (outcome: Period | Problem): outcome is Problem => 'code' in outcome

/** What stood in the form that made this report, to show it again for a change. */
export const typedOf = (absence: Absence, days: SchoolDays, first: string | null): Record<string, string> => {
  const lessons = days.lessons(absence.from)
  const shared = { kind: absence.kind, word: absence.word ?? '' }
  if (absence.fromTime !== null || absence.untilTime !== null) {
    const morning = absence.fromTime === null && absence.untilTime === lessons?.noon
    const afternoon = absence.untilTime === null && absence.fromTime === lessons?.resumes
    return {
      ...shared,
      when: 'half',
      on: absence.from,
      part: morning ? 'morning' : afternoon ? 'afternoon' : 'hours',
      fromTime: absence.fromTime ?? '',
      untilTime: absence.untilTime ?? '',
    }
  }
  if (absence.to === null) return { ...shared, when: 'open' }
  if (absence.from === first && absence.to === first) return { ...shared, when: 'day' }
  return { ...shared, when: 'days', fromOn: absence.from, toOn: absence.to }
}
