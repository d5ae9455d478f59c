import { sql } from 'kysely'
import { networkOf } from '#shared/identity/network.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { numberOf, saltOfToday } from '../salt.ts'
import type { HeldBecause } from './kinds.ts'
import type { Stamp } from './stamp.ts'

/** From one network in an hour: beyond the first number it waits for the school, beyond the second nothing is taken. */
const MANY = 15
const TOO_MANY = 60

/** Copies to one address in an hour: nobody's mailbox is filled by a form of ours. */
const MOST_COPIES = 5

const hourOf = (moment: Date) => new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000)

/** How often this was seen in this hour, this time included. What is older than an hour is gone. */
const timesInHour = async (work: Work, who: string): Promise<number> => {
  const hour = hourOf(work.now)
  await work.db.deleteFrom('site_form_rate').where('hour', '<', hour).execute()
  const row = await work.db
    .insertInto('site_form_rate')
    .values({ hour, who: numberOf(await saltOfToday(work), work.organisation, who), times: 1 })
    .onConflict((same) =>
      same.columns(['organisation_id', 'hour', 'who']).doUpdateSet({ times: sql<number>`site_form_rate.times + 1` }),
    )
    .returning('times')
    .executeTakeFirstOrThrow()
  return row.times
}

/** Counts a message from a network: `few` is how it should be. */
export const rateOf = async (work: Work, from: string): Promise<'few' | 'many' | 'too-many'> => {
  const network = networkOf(from)
  if (!network) return 'few'
  const times = await timesInHour(work, `network ${network}`)
  return times > TOO_MANY ? 'too-many' : times > MANY ? 'many' : 'few'
}

/** Whether another copy may go to an address. */
export const mayMailCopy = async (work: Work, address: string): Promise<boolean> =>
  (await timesInHour(work, `copy ${address.toLowerCase()}`)) <= MOST_COPIES

const LINK = /https?:\/\/|www\.|\[url/gi
const SOLD =
  /\b(viagra|cialis|casino|crypto(currency)?|bitcoin|forex|backlinks?|seo services?|escort|payday loan|onlyfans)\b/i
const MOST_LINKS = 3

type Sent = {
  readonly stamp: Stamp
  /** The field that nobody sees and programs fill in. */
  readonly hidden: string
  readonly many: boolean
  readonly name: string
  readonly texts: readonly string[]
}

/**
 * Why the school should look before it answers; nothing for nearly everyone. It is only set apart, never lost. Language and
 * alphabet say nothing: parents write in all of them.
 */
export const doubtAbout = ({ stamp, hidden, many, name, texts }: Sent): HeldBecause | null => {
  if (hidden) return 'hidden-field'
  if (stamp.tooQuick) return 'too-quick'
  const text = texts.join('\n')
  if (name.search(LINK) >= 0 || (text.match(LINK)?.length ?? 0) >= MOST_LINKS || /<a\s/i.test(text)) return 'links'
  if (SOLD.test(text)) return 'words'
  return many ? 'many' : null
}
