import { randomUUID } from 'node:crypto'
import { findGroup, fullName, personRecord } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { resetSecret, starter, written } from '../personal-data.ts'

export const RESET = 'm365-reset'
export const resetTopic = (group: string): string => `m365/passwords/${group}`

const DAY = 86_400_000
/** How long somebody can see the password they made, and how long a starter password can be printed. */
const SHOWN = 14 * DAY
const PRINTED = 30 * DAY

export type PupilLine = {
  readonly id: string
  readonly name: string
  readonly state: 'none' | 'active' | 'blocked'
  readonly account: string | null
  readonly reset: {
    readonly state: 'waiting' | 'done' | 'failed'
    readonly problem: string | null
    readonly askedAt: Date
    readonly password: string | null
  } | null
}

export type GroupPasswords = { readonly id: string; readonly name: string; readonly pupils: readonly PupilLine[] }

/** The newest reset of each of these pupils, of the last two weeks; its password opens for who may see the group. */
const resetsOf = async (work: Work, pupils: readonly string[]) => {
  const rows = await work.db
    .selectFrom('m365_reset')
    .distinctOn('person_id')
    .select(['id', 'person_id', 'state', 'problem', 'asked_at', 'secret'])
    .where('person_id', 'in', oneOf(pupils))
    .where('asked_at', '>', new Date(work.now.getTime() - SHOWN))
    .orderBy('person_id')
    .orderBy('asked_at', 'desc')
    .execute()
  const opened = await work.open(rows, { secret: reading(resetSecret, 'id', 'password') })
  return new Map(opened.map((row) => [row.person_id, row]))
}

/** A group that somebody teaches today (the office: any), with each pupil's account and last new password. */
export const groupPasswords = async (work: Work, me: Me, group: string): Promise<GroupPasswords | null> => {
  const found = await findGroup(work, me, group)
  if (!found) return null
  const ids = found.pupils.map(({ id }) => id)
  const accounts = await work.db
    .selectFrom('m365_account')
    .select(['person_id', 'state', 'written'])
    .where('person_id', 'in', oneOf(ids))
    .where('state', '!=', 'removed')
    .execute()
  const opened = await work.open(accounts, { written: reading(written, 'person_id', 'userPrincipalName') })
  const accountOf = new Map(opened.map((row) => [row.person_id, row]))
  const resets = await resetsOf(work, ids)
  return {
    id: found.id,
    name: found.name,
    pupils: found.pupils.map(({ id, name }) => {
      const account = accountOf.get(id)
      const reset = resets.get(id)
      return {
        id,
        name,
        state: (account?.state as 'active' | undefined) ?? 'none',
        account: account?.written.userPrincipalName ?? null,
        reset: reset
          ? {
              state: reset.state as 'waiting',
              problem: reset.problem,
              askedAt: reset.asked_at,
              password: reset.secret?.password ?? null,
            }
          : null,
      }
    }),
  }
}

/**
 * Asks for a new password for one pupil of a group, or for all: only of a group that this person teaches today. Answers no,
 * and asks for nothing, when the pupil is not in it or has no account in use.
 */
export const askReset = async (work: Work, me: Me, group: string, pupil: string): Promise<boolean> => {
  const found = await groupPasswords(work, me, group)
  const those = found?.pupils.filter(({ id, state }) => state === 'active' && (pupil === 'all' || id === pupil)) ?? []
  if (those.length === 0) return false
  await work.db
    .insertInto('m365_reset')
    .values(
      those.map(({ id }) => ({
        id: randomUUID(),
        person_id: id,
        asked_by: me.id,
        asked_at: work.now,
        state: 'waiting',
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await work.audit(
    'm365-reset-asked',
    'm365',
    those.map(({ id }) => id),
  )
  await work.enqueue(RESET, { group })
  return true
}

export type Card = {
  readonly name: string
  readonly account: string
  readonly password: string
  readonly group: string
}

/** First and new passwords of the last thirty days that can be printed: of these people, or of everybody. */
export const cardsOf = async (work: Work, people: readonly string[] | null): Promise<Card[]> => {
  let query = work.db
    .selectFrom('m365_account')
    .innerJoin('person', 'person.id', 'm365_account.person_id')
    .select(['m365_account.person_id', 'm365_account.written', 'm365_account.starter', 'person.record'])
    .where('m365_account.state', '=', 'active')
    .where('m365_account.starter', 'is not', null)
    .where('m365_account.starter_at', '>', new Date(work.now.getTime() - PRINTED))
    // A pile of paper goes through many hands.
    .where('person.protected', '=', false)
  if (people) query = query.where('person.id', 'in', oneOf(people))
  const opened = await work.open(await query.execute(), {
    written: reading(written, 'person_id', 'userPrincipalName', 'department'),
    starter: reading(starter, 'person_id', 'password'),
    record: reading(personRecord, 'person_id', 'givenName', 'prefix', 'surname'),
  })
  await work.audit(
    'm365-printed',
    'm365',
    opened.map(({ person_id }) => person_id),
  )
  const collator = new Intl.Collator('nl', { numeric: true })
  return opened
    .map((row) => ({
      name: fullName(row.record),
      account: row.written.userPrincipalName,
      password: row.starter!.password,
      group: row.written.department,
    }))
    .sort((one, other) => collator.compare(one.group, other.group) || collator.compare(one.name, other.name))
}

/** The last new password that somebody made for this pupil in two weeks: when, and who. Never the password itself. */
export const lastResetOf = async (work: Work, pupil: string) =>
  work.db
    .selectFrom('m365_reset')
    .select(['asked_by', 'done_at'])
    .where('person_id', '=', pupil)
    .where('state', '=', 'done')
    .where('done_at', '>', new Date(work.now.getTime() - SHOWN))
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst()
