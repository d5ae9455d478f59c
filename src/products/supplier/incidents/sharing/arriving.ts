import { type Letter, whenPosted } from '#shared/post/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { searchAffected } from '../affected/computing.ts'
import { incidentWords } from '../personal-data.ts'
import { TOPIC } from '../reporting.ts'

/** Only between a supplier and those it supplies; whoever else says something is not listened to. */
const mayTellUs = async (work: Work, from: string): Promise<boolean> => {
  const rows = await work.db
    .selectFrom('organisation')
    .select('kind')
    .where('id', 'in', [from, work.organisation])
    .execute()
  return rows.filter(({ kind }) => kind === 'supplier').length === 1
}

/** What another organisation told comes into the register: it is known here from now on. Whom it affects is computed at once. */
const takeIn = async (work: Work, { from, content }: Letter<'incident.told'>): Promise<void> => {
  if (!(await mayTellUs(work, from))) return
  const { incident: id, search, words } = content
  const seen = new Date(content.seenAt)
  const row = await work.db
    .insertInto('incident')
    .values({
      ...{ id, reported_by: null, reported_at: work.now, found_at: work.now, request_key: id },
      seen_at: seen < work.now ? seen : work.now,
      ...{ rehearsal: content.rehearsal, breach: content.breach, cause: content.cause, risk: content.risk },
      ...{ natures: [...content.natures], kinds: [...content.kinds], people: [...content.people] },
      group_size: content.groupSize,
      words: await work.seal(incidentWords, { subject: id, row: id }, { ...words, saw: words.summary }),
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return
  await work.db
    .insertInto('incident_link')
    .values({
      ...{ incident_id: id, other_organisation: from, other_incident: content.from },
      ...{ came: true, passed_at: work.now },
    })
    .execute()
  await work.audit('received-incident', `incidents/${id}`)
  if (search) {
    const [begin, end] = [new Date(search.from), new Date(search.until)]
    await searchAffected(work, null, id, {
      ...{ source: 'log', from: begin, until: end },
      ...(search.kinds.length > 0 ? { kinds: search.kinds } : {}),
    })
  }
  if (!content.rehearsal) await work.enqueue('incident-reported', { incident: id })
  await work.notify(TOPIC)
}

const count = async (work: Work, { from, content }: Letter<'incident.counted'>): Promise<void> => {
  await work.db
    .updateTable('incident_link')
    .set({ found: content.found })
    .where('incident_id', '=', content.incident)
    .where('other_organisation', '=', from)
    .execute()
  await work.notify(TOPIC)
}

whenPosted('incident.told', takeIn)
whenPosted('incident.counted', count)
