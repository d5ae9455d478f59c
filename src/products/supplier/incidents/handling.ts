import { randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { clocksOf } from './clocks.ts'
import { type Item, lossy, type Step, steps, type Whom } from './kinds.ts'
import { incidentWords, stepWords, toldWords } from './personal-data.ts'
import { findIncident, type Incident } from './reading.ts'
import { TOPIC } from './reporting.ts'
import { itemsOpen } from './six-items.ts'

/** Why nothing was changed: what comes first, or what is missing. */
export type Refused =
  | { readonly why: 'gone' | 'closed' | 'lost' | 'unchecked' | 'notFound' }
  | { readonly why: 'first'; readonly step: Step }
  | { readonly why: 'items'; readonly items: readonly Item[] }
  | { readonly why: 'undecided'; readonly whom: readonly Whom[] }

/** The incident, locked: two people never take a step at once. */
const lock = async (work: Work, id: string): Promise<Incident | Refused> => {
  await work.db.selectFrom('incident').select('id').where('id', '=', id).forUpdate().execute()
  const incident = await findIncident(work, id)
  if (!incident) return { why: 'gone' }
  return incident.closedAt ? { why: 'closed' } : incident
}

export type Facts = Pick<
  Incident,
  'foundAt' | 'breach' | 'cause' | 'natures' | 'kinds' | 'people' | 'groupSize' | 'risk'
> & { readonly words: Omit<Incident['words'], 'saw'> }

/**
 * Writes down what is known by now of the six items (PROMISES P72). What somebody saw stays as it was said. Refuses a moment of
 * knowing after the report, which would set the clocks back.
 */
export const writeFacts = async (work: Work, id: string, facts: Facts): Promise<Refused | null> => {
  const incident = await lock(work, id)
  if ('why' in incident) return incident
  if (facts.foundAt > incident.reportedAt) return { why: 'notFound' }
  const words = { ...facts.words, saw: incident.words.saw }
  await work.db
    .updateTable('incident')
    .set({
      found_at: facts.foundAt,
      breach: facts.breach,
      cause: facts.cause,
      natures: [...facts.natures],
      kinds: [...facts.kinds],
      people: [...facts.people],
      group_size: facts.groupSize,
      risk: facts.risk,
      words: await work.seal(incidentWords, { subject: id, row: id }, words),
    })
    .where('id', '=', id)
    .execute()
  await work.audit('wrote-incident', `incidents/${id}`)
  await work.notify(TOPIC)
  return null
}

export type Taken = { readonly text: string; readonly needed: boolean; readonly checked: boolean }

/** What stands in the way of a step that is next, if anything does. */
const against = (incident: Incident, step: Step, { needed, checked }: Taken, kind: Site['kind'], now: Date) => {
  const open = itemsOpen(incident)
  if (step === 'identify' && (incident.breach === null || open.includes('characteristics')))
    return { why: 'items', items: ['characteristics'] } as const
  if (step === 'restore' && needed && !checked) return { why: 'unchecked' } as const
  if (step === 'restore' && !needed && incident.natures.some((nature) => lossy.includes(nature)))
    return { why: 'lost' } as const
  if (step !== 'close') return null
  if (open.length > 0) return { why: 'items', items: open } as const
  const whom = clocksOf(incident, kind, now).flatMap((clock) => (clock.decided ? [] : [clock.whom]))
  return whom.length > 0 ? ({ why: 'undecided', whom } as const) : null
}

/**
 * Takes a step of the procedure (PROMISES P71), with who, when and what. Refuses every other than the next one; restoring
 * without a backup that was checked, or none where data were lost; and closing while an item or a decision is open.
 */
export const takeStep = async (
  work: Work,
  me: Me,
  at: { readonly id: string; readonly step: Step; readonly kind: Site['kind'] },
  taken: Taken,
): Promise<Refused | null> => {
  const { id, step, kind } = at
  const incident = await lock(work, id)
  if ('why' in incident) return incident
  if (incident.next !== step) return incident.next ? { why: 'first', step: incident.next } : { why: 'closed' }
  const refused = against(incident, step, taken, kind, work.now)
  if (refused) return refused
  const row = randomUUID()
  await work.db
    .insertInto('incident_step')
    .values({
      id: row,
      incident_id: id,
      number: steps.indexOf(step) + 1,
      step,
      done_at: work.now,
      done_by: me.id,
      needed: taken.needed,
      words: await work.seal(stepWords, { subject: id, row }, { text: taken.text }),
    })
    .execute()
  if (step === 'close')
    await work.db.updateTable('incident').set({ closed_at: work.now }).where('id', '=', id).execute()
  await work.audit(`incident-${step}`, `incidents/${id}`)
  await work.notify(TOPIC)
  return null
}

export type Telling = { readonly whom: Whom; readonly told: boolean; readonly text: string }

/** Writes down that somebody was told and how, or why that need not be. In phases: each time is kept, the last one counts. */
export const writeTold = async (work: Work, me: Me, id: string, telling: Telling): Promise<Refused | null> => {
  const incident = await lock(work, id)
  if ('why' in incident) return incident
  const { whom, told, text } = telling
  const row = randomUUID()
  await work.db
    .insertInto('incident_told')
    .values({
      id: row,
      incident_id: id,
      whom,
      told,
      decided_at: work.now,
      decided_by: me.id,
      words: await work.seal(toldWords, { subject: id, row }, { text }),
    })
    .execute()
  await work.audit(told ? `told-${whom}` : `need-not-tell-${whom}`, `incidents/${id}`)
  await work.notify(TOPIC)
  return null
}
