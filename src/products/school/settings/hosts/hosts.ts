import { randomBytes } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import type { SettingStore } from '../changes.ts'
import { related } from './names.ts'

export type Host = { readonly name: string; readonly main: boolean; readonly redirects: boolean }
export type Hosts = { readonly hosts: readonly Host[] }

export type Claim = {
  readonly name: string
  readonly token: string
  readonly claimedAt: Date
  readonly checkedAt: Date | null
  readonly answer: 'nothing' | 'other' | 'no-answer' | 'proven' | null
  readonly provenAt: Date | null
  readonly pointsAt: readonly string[]
}

/** The topic of the page, and the task that looks in the DNS. */
export const HOSTS = 'hosts'
export const CHECK_HOSTS = 'check-hosts'

/** A claim that nobody proved goes after a month. */
export const CLAIM_DAYS = 30
const MOST_CLAIMS = 10

const namesOf = ({ hosts }: Hosts) => hosts.map(({ name }) => name).join(' ')

/**
 * The hosts on which the organisation answers; every process reads them anew. The main one is always said: without a choice
 * it is the first by name. Adding and removing is not put back: the name may be somebody else's by then.
 */
export const hostsStore: SettingStore<Hosts> = {
  name: 'hosts',
  topics: ['sites', HOSTS],
  undoable: (before, after) => namesOf(before) === namesOf(after),
  read: async (work: Work) => {
    const rows = await work.db
      .selectFrom('host')
      .select(['name', 'main', 'redirects'])
      .where('organisation_id', '=', work.organisation)
      .orderBy('name')
      .execute()
    const main = (rows.find((row) => row.main) ?? rows[0])?.name
    return { hosts: rows.map(({ name, redirects }) => ({ name, main: name === main, redirects })) }
  },
  write: async (work, { hosts }, before) => {
    const own = work.organisation
    const gone = before.hosts.filter(({ name }) => !hosts.some((host) => host.name === name))
    const added = hosts.filter(({ name }) => !before.hosts.some((host) => host.name === name))
    for (const { name } of gone)
      await work.db.deleteFrom('host').where('name', '=', name).where('organisation_id', '=', own).execute()
    for (const { name } of added)
      await work.db
        .insertInto('host')
        .values({ name, organisation_id: own })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    await work.db
      .updateTable('host')
      .set({ main: false })
      .where('organisation_id', '=', own)
      .where('main', '=', true)
      .execute()
    for (const { name, main, redirects } of hosts)
      await work.db
        .updateTable('host')
        .set({ main, redirects })
        .where('name', '=', name)
        .where('organisation_id', '=', own)
        .execute()
  },
}

export type HostRefusal = 'last' | 'main' | 'here' | 'gone' | 'not-proven' | 'taken'

type Deed = (now: readonly Host[], host: Host) => readonly Host[] | HostRefusal

/** What may be done with a host that is in use. `here` is the host on which somebody does it. */
export const deeds = (here: string): Readonly<Record<'main' | 'redirect' | 'serve' | 'remove', Deed>> => ({
  main: (now, host) =>
    now.map((one) => ({
      ...one,
      main: one.name === host.name,
      redirects: one.name === host.name ? false : one.redirects,
    })),
  redirect: (now, host) => {
    if (host.main) return 'main'
    if (host.name === here) return 'here'
    return now.map((one) => (one.name === host.name ? { ...one, redirects: true } : one))
  },
  serve: (now, host) => now.map((one) => (one.name === host.name ? { ...one, redirects: false } : one)),
  remove: (now, host) => {
    if (now.length === 1) return 'last'
    if (host.main) return 'main'
    return host.name === here ? 'here' : now.filter((one) => one.name !== host.name)
  },
})

/** The names that the organisation says are its own and does not use yet, the oldest first. */
export const claimsOf = async (work: Work): Promise<Claim[]> => {
  const rows = await work.db
    .selectFrom('host_claim')
    .select(['name', 'token', 'claimed_at', 'checked_at', 'answer', 'proven_at', 'points_at'])
    .orderBy('claimed_at')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    token: row.token,
    claimedAt: row.claimed_at,
    checkedAt: row.checked_at,
    answer: row.answer as Claim['answer'],
    provenAt: row.proven_at,
    pointsAt: row.points_at,
  }))
}

/** Whether a name is, contains or lies below a host of another organisation. */
export const isSomebodyElses = async (work: Work, name: string): Promise<boolean> => {
  const rows = await work.db
    .selectFrom('host')
    .select('name')
    .where('organisation_id', '!=', work.organisation)
    .execute()
  return rows.some((row) => related(row.name, name))
}

/**
 * Says that a name is the organisation's own: it is not used before the DNS proves it, and holds nobody else up. Refuses a
 * host of another organisation and everything below or above one, and an eleventh name.
 */
export const claimHost = async (work: Work, name: string): Promise<'claimed' | 'already' | 'taken' | 'many'> => {
  if (await isSomebodyElses(work, name)) return 'taken'
  const { hosts } = await hostsStore.read(work)
  const claims = await claimsOf(work)
  if ([...hosts, ...claims].some((one) => one.name === name)) return 'already'
  if (claims.length >= MOST_CLAIMS) return 'many'
  await work.db
    .insertInto('host_claim')
    .values({ name, token: `schoolplein-${randomBytes(18).toString('base64url')}`, claimed_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await work.audit('claimed-host', 'settings')
  await lookNow(work)
  return 'claimed'
}

/** Has the DNS asked as soon as this is stored: outside of any transaction, since it may take seconds. */
export const lookNow = async (work: Work): Promise<void> => {
  await work.enqueue(CHECK_HOSTS, {}, { key: `${CHECK_HOSTS}:${work.organisation}` })
}

/** Takes a claim back. Answers whether there was one. */
export const dropClaim = async (work: Work, name: string): Promise<boolean> => {
  const { numDeletedRows } = await work.db.deleteFrom('host_claim').where('name', '=', name).executeTakeFirst()
  if (numDeletedRows > 0n) await work.audit('dropped-host', 'settings')
  await work.notify(HOSTS)
  return numDeletedRows > 0n
}
