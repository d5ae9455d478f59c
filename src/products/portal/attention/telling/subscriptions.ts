import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { pushSubscription } from '#shared/attention/personal-data.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Subscription } from '#shared/push/push.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'

const hashOf = (work: Work, endpoint: string) => work.hash('push endpoint', endpoint)

/** A browser of mine takes messages from now on, for as long as this session lasts. The same browser is there once. */
export const subscribe = async (work: Work, me: Me, given: Subscription): Promise<void> => {
  const hash = hashOf(work, given.endpoint)
  await work.db.deleteFrom('push_subscription').where('endpoint_hash', '=', hash).execute()
  const id = randomUUID()
  await work.db
    .insertInto('push_subscription')
    .values({
      id,
      person_id: me.id,
      session_hash: sql<string>`current_setting('app.session', true)`,
      endpoint_hash: hash,
      subscription: await work.seal(pushSubscription, { subject: me.id, row: id }, given),
      made_at: work.now,
    })
    .execute()
}

export const unsubscribe = async (work: Work, me: Me, endpoint: string): Promise<void> => {
  await work.db
    .deleteFrom('push_subscription')
    .where('person_id', '=', me.id)
    .where('endpoint_hash', '=', hashOf(work, endpoint))
    .execute()
}

/** The browsers of a person that take messages. */
export const subscriptionsOf = async (work: Work, person: string): Promise<(Subscription & { id: string })[]> => {
  const rows = await work.db
    .selectFrom('push_subscription')
    .select(['id', 'subscription'])
    .where('person_id', '=', person)
    .execute()
  const opened = await work.open(rows, { subscription: reading(pushSubscription, 'id', 'endpoint', 'p256dh', 'auth') })
  return opened.map(({ id, subscription }) => ({ id, ...subscription }))
}

/** A browser threw its subscription away. */
export const forgetSubscription = async (work: Work, id: string): Promise<void> => {
  await work.db.deleteFrom('push_subscription').where('id', '=', id).execute()
}
