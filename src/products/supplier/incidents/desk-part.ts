import { deskAlsoHas } from '#products/privacy/index.ts'
import { dayShort, number, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { clocksOf, firstClock } from './clocks.ts'
import { clockSaid } from './clocks-view.tsx'
import { registerEvidence, running } from './reading.ts'
import { keeper } from './rules.ts'
import { incidentTexts } from './texts.ts'

/** Incidents on the desk of who keeps their register, and in the evidence for a board: facts and counts, no words. */
deskAlsoHas({
  order: 5,
  title: { nl: incidentTexts.nl.title, en: incidentTexts.en.title },
  rule: keeper,
  address: urls.incidents(),
  norms: ['AVG art. 33', 'AVG art. 34', 'Normenkader IBP FO: incidenten'],
  stands: async ({ work, site, language }) => {
    const t = pick(language, incidentTexts)
    const open = await running(work)
    if (open.length === 0) return { state: 'fine', says: `${t.none}.` }
    const clock = firstClock(open.flatMap((one) => clocksOf(one, site.kind, work.now)))
    const says = `${t.today(number(language, open.length), open.length === 1)}.`
    const lines = clock ? [{ title: t.clocks.whom[clock.whom], text: clockSaid({ t, language }, clock) }] : []
    return { state: clock ? 'act' : 'waits', says, lines }
  },
  evidence: async (work, language) => {
    const t = pick(language, incidentTexts)
    const rows = await registerEvidence(work)
    const day = (at: Date | null) => (at ? dayShort(language, at) : '')
    return {
      columns: t.evidence,
      rows: rows.map(({ foundAt, rehearsal, breach, cause, groupSize, risk, told, closedAt }) => [
        day(foundAt),
        rehearsal ? t.rehearsal : '',
        breach ? (breach === 'yes' ? t.facts.breachYes : t.facts.breachNo) : '',
        cause ? t.facts.causes[cause] : '',
        groupSize === null ? '' : String(groupSize),
        risk ? t.facts.risks[risk] : '',
        day(told.find(({ whom, told: done }) => whom === 'authority' && done)?.at ?? null),
        day(closedAt),
      ]),
    }
  },
})
