import { randomUUID } from 'node:crypto'
import { supplierOf } from '#products/privacy/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { put } from '#shared/post/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Refused, writeTold } from '../handling.ts'
import { findIncident, type Incident } from '../reading.ts'
import { TOPIC } from '../reporting.ts'
import { itemsOpen } from '../six-items.ts'
import type { ToldIncident } from './letters.ts'

type Other = { readonly id: string; readonly name: string }

/** Whom this organisation may tell: the supplier its schools and boards, these the supplier; not who was told already. */
export const mayTell = async (work: Work, kind: Site['kind'], incident: string): Promise<Other[]> => {
  const linked = await work.db
    .selectFrom('incident_link')
    .select('other_organisation')
    .where('incident_id', '=', incident)
    .execute()
  const known = new Set(linked.map(({ other_organisation }) => other_organisation))
  const supplier = kind === 'supplier' ? null : await supplierOf(work)
  const all =
    kind === 'supplier'
      ? await work.db
          .selectFrom('organisation')
          .select(['id', 'name'])
          .where('kind', 'in', ['school', 'board'])
          .orderBy('name')
          .execute()
      : supplier
        ? [supplier]
        : []
  return all.filter(({ id }) => !known.has(id))
}

export type Link = Other & { readonly came: boolean; readonly at: Date; readonly found: number | null }

/** With whom an incident is shared. */
export const linksOf = async (work: Work, incident: string): Promise<Link[]> =>
  work.db
    .selectFrom('incident_link')
    .innerJoin('organisation', 'organisation.id', 'incident_link.other_organisation')
    .select(['organisation.id', 'organisation.name', 'came', 'passed_at as at', 'found'])
    .where('incident_id', '=', incident)
    .orderBy('organisation.name')
    .execute()

type Passing = {
  readonly kind: Site['kind']
  /** Ids of those who are told. */
  readonly to: readonly string[]
  readonly search: ToldIncident['search']
  /** What the register says about it afterwards. */
  readonly said: (names: readonly string[]) => string
}

const letterOf = (incident: Incident, at: string, search: ToldIncident['search']): ToldIncident => {
  const { saw: _, ...words } = incident.words
  const { rehearsal, breach, cause, natures, kinds, people, groupSize, risk } = incident
  const facts = { rehearsal, breach, cause, natures, kinds, people, groupSize, risk }
  return { incident: at, from: incident.id, seenAt: incident.seenAt.toISOString(), ...facts, words, search }
}

/**
 * Tells other organisations of an incident: it comes into the register of each, with a clock of its own. What somebody saw and
 * who it affects stay here. For the supplier this is the telling of the school, and stops that clock. Refuses while nobody wrote what
 * happened; whoever was told already is not told again.
 */
export const passIncident = async (work: Work, me: Me, id: string, passing: Passing): Promise<Refused | null> => {
  const incident = await findIncident(work, id)
  if (!incident) return { why: 'gone' }
  if (incident.closedAt) return { why: 'closed' }
  if (itemsOpen(incident).includes('characteristics')) return { why: 'items', items: ['characteristics'] }
  const { kind, to, search, said } = passing
  const others = (await mayTell(work, kind, id)).filter((one) => to.includes(one.id))
  for (const other of others) {
    const there = randomUUID()
    await work.db
      .insertInto('incident_link')
      .values({
        ...{ incident_id: id, other_organisation: other.id, other_incident: there },
        ...{ came: false, passed_at: work.now },
      })
      .execute()
    await put(work, { to: other.id, kind: 'incident.told', content: letterOf(incident, there, search) })
  }
  if (others.length === 0) return null
  if (kind === 'supplier')
    await writeTold(work, me, id, { whom: 'school', told: true, text: said(others.map(({ name }) => name)) })
  await work.audit('passed-incident', `incidents/${id}`)
  await work.notify(TOPIC)
  return null
}
