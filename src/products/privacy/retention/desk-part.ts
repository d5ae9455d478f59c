import { dayLong, number, pick } from '#shared/language/index.ts'
import { deviationsOf } from '#shared/retention/deviations.ts'
import { heldOn } from '#shared/retention/holds.ts'
import { urls } from '#src/urls.ts'
import type { DeskPart } from '../desk/part.ts'
import { lastRuns } from './queries.ts'
import { retentionTexts } from './texts.ts'

const DAY = 86_400_000

/** How retention stands: the last night with its proof, what is held, where the school chose otherwise. */
export const retentionPart: DeskPart = {
  order: 30,
  title: { nl: retentionTexts.nl.title, en: retentionTexts.en.title },
  address: urls.retention(),
  stands: async ({ work, language }) => {
    const t = pick(language, retentionTexts).onDesk
    const runs = await lastRuns(work, 10)
    const last = runs.find(({ state }) => state !== 'running')
    const held = await heldOn(work, work.today)
    const lines = [
      { title: t.holds(number(language, held.people.length + held.rules.size)), to: urls.retention() },
      { title: t.deviations(number(language, (await deviationsOf(work)).length)), to: urls.retentionPeriods() },
    ]
    if (!last) return { state: 'waits', says: t.never, lines }
    const day = dayLong(language, last.as_of, { year: true })
    if (last.state === 'failed') return { state: 'act', says: t.failed, lines }
    const old = work.now.getTime() - last.as_of.getTime() > 2 * DAY
    return { state: old ? 'act' : 'fine', says: old ? t.old(day) : t.fine(day), lines }
  },
  norms: ['AVG art. 5(1)(e)', 'AVG art. 5(2)', 'AVG art. 17'],
  evidence: async (work, language) => {
    const t = pick(language, retentionTexts).onDesk
    const runs = await lastRuns(work, 400)
    return {
      columns: [...t.columns],
      rows: runs
        .filter(({ state }) => state !== 'running')
        .map(({ as_of, due, done, held, remaining, state }) => [
          dayLong(language, as_of, { year: true }),
          ...[due, done, held, remaining].map((one) => number(language, Number(one))),
          state === 'proven' ? t.proof : t.noProof,
        ]),
    }
  },
}
