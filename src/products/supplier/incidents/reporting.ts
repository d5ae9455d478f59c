import { randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { incidentWords } from './personal-data.ts'

export type Reported = {
  readonly saw: string
  readonly seenAt: Date
  readonly rehearsal: boolean
  /** The random key of the form: sent twice it is one incident. */
  readonly requestKey: string
}

/** The topic under which the register changes. */
export const TOPIC = 'incidents'

/**
 * Puts an incident into the register of this organisation (PROMISES P70): its clocks run from now, when the organisation
 * knows, and the keepers get a mail. Nothing of it is told to anybody else, and a rehearsal mails nobody. Answers its id.
 */
export const report = async (work: Work, me: Me, reported: Reported): Promise<string> => {
  const { saw, seenAt, rehearsal, requestKey } = reported
  const id = randomUUID()
  const words = { saw, summary: '', cause: '', measures: '', extent: '', consequences: '' }
  const row = await work.db
    .insertInto('incident')
    .values({
      id,
      reported_by: me.id,
      reported_at: work.now,
      seen_at: seenAt,
      found_at: work.now,
      rehearsal,
      words: await work.seal(incidentWords, { subject: id, row: id }, words),
      request_key: requestKey,
    })
    .onConflict((same) => same.columns(['organisation_id', 'request_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) {
    const before = await work.db
      .selectFrom('incident')
      .select('id')
      .where('request_key', '=', requestKey)
      .executeTakeFirstOrThrow()
    return before.id
  }
  await work.audit(rehearsal ? 'began-rehearsal' : 'reported-incident', 'incidents', [me.id])
  if (!rehearsal) await work.enqueue('incident-reported', { incident: id })
  await work.notify(TOPIC)
  return id
}
