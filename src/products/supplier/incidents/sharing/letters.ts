import { put } from '#shared/post/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Cause, DataKind, Group, Nature, Risk } from '../kinds.ts'
import type { IncidentWords } from '../personal-data.ts'

/** What is told of an incident: facts and what was written for it; never who reported it, and never who is affected. */
export type ToldIncident = {
  /** The number it has at the receiver. */
  readonly incident: string
  /** The number it has at the sender. */
  readonly from: string
  readonly rehearsal: boolean
  readonly seenAt: string
  readonly breach: 'yes' | 'no' | null
  readonly cause: Cause | null
  readonly natures: readonly Nature[]
  readonly kinds: readonly DataKind[]
  readonly people: readonly Group[]
  readonly groupSize: number | null
  readonly risk: Risk | null
  readonly words: Omit<IncidentWords, 'saw'>
  /** What the receiver looks for in its own log, to compute whom it affects there. */
  readonly search: { readonly from: string; readonly until: string; readonly kinds: readonly DataKind[] } | null
}

declare module '#shared/post/index.ts' {
  interface PostKinds {
    'incident.told': ToldIncident
    'incident.counted': { readonly incident: string; readonly found: number }
  }
}

/** Tells whoever shares an incident how many people it affects here: a number, nothing else. */
export const tellCount = async (work: Work, incident: string, found: number): Promise<void> => {
  const links = await work.db
    .selectFrom('incident_link')
    .select(['other_organisation', 'other_incident'])
    .where('incident_id', '=', incident)
    .execute()
  for (const { other_organisation: to, other_incident } of links)
    await put(work, { to, kind: 'incident.counted', content: { incident: other_incident, found } })
}
