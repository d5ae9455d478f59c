import { type Language, number, pick } from '#shared/language/index.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import type { DeskPart } from '../desk/part.ts'
import { daysUntil } from './clock.ts'
import { deskTexts } from './desk/texts.ts'
import { kindWords } from './desk/views.tsx'
import { listRequests } from './handling.ts'
import { kinds } from './kinds.ts'
import { outsideRequests } from './outside.ts'
import { requestTexts } from './texts.ts'
import { saidOf } from './time-left.tsx'

/** How many of the first requests the desk names. */
const SHOWN = 5
const SOON = 7

/** Per kind: asked, answered within the promised time, answered later, and open past it. Counts only. */
const answeredInTime = async (work: Work, language: Language) => {
  const rows = await work.db
    .selectFrom('rights_request')
    .select(['kind', 'state', 'due_on', 'ended_at'])
    .where('state', '!=', 'withdrawn')
    .execute()
  const { evidence } = pick(language, deskTexts)
  const words = pick(language, requestTexts)
  return {
    columns: [evidence.kind, evidence.asked, evidence.inTime, evidence.later, evidence.waiting],
    rows: kinds.map((kind) => {
      const all = rows.filter((row) => row.kind === kind)
      const ended = all.flatMap(({ ended_at, due_on }) => (ended_at ? [dayOf(ended_at) <= due_on] : []))
      const counts = [all.length, ended.filter(Boolean).length, ended.filter((inTime) => !inTime).length]
      return [words.kinds[kind], ...[...counts, all.length - ended.length].map((count) => number(language, count))]
    }),
  }
}

/** Open requests with their clocks, on the officer's desk. */
export const requestsPart: DeskPart = {
  order: 10,
  title: { nl: deskTexts.nl.title, en: deskTexts.en.title },
  address: urls.rightsRequests(),
  norms: ['AVG art. 12', 'AVG art. 15–21'],
  stands: async ({ work, me, language }) => {
    const t = pick(language, deskTexts)
    const words = pick(language, requestTexts)
    const { open } = await listRequests(work, me)
    const outside = await outsideRequests(work, me)
    const waiting = [
      ...open.map(({ id, left, dueOn, ...one }) => ({
        title: kindWords(t, words, { ...one, about: null }),
        to: urls.rightsRequest({ id }),
        left,
        dueOn,
      })),
      ...outside.map(({ kind, to, dueOn }) => ({
        title: t.outsideKinds[kind],
        to,
        left: daysUntil(work.today, dueOn),
        dueOn,
      })),
    ].sort((one, other) => one.left - other.left)
    const [first] = waiting
    if (!first) return { state: 'fine', says: t.none }
    return {
      state: first.left <= SOON ? 'act' : 'waits',
      says: t.today(number(language, waiting.length), waiting.length === 1),
      lines: waiting.slice(0, SHOWN).map((one) => ({
        title: one.title,
        text: saidOf(words, language, one),
        to: one.to,
      })),
    }
  },
  evidence: answeredInTime,
}
