import { randomUUID } from 'node:crypto'
import { namesOf, placesToday, whoHasASay } from '#products/school/index.ts'
import { withAccount } from '#shared/identity/accounts.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { restrictedToday } from '#shared/vault/restricted.ts'
import { CONSENTS, hold } from '../settling.ts'
import { standingOf } from '../standing.ts'

/** How long school waits before it may tell people again that something waits. */
const DAYS_BETWEEN = 7

type Waits = { readonly person: string; readonly pupils: readonly string[] }

/** `kept`: of whom a restriction or the family says that school does not write to them. */
export type ToRemind = { readonly mails: Waits[]; readonly letters: Waits[]; readonly kept: Waits[] }

/** Who still has something to answer, and about which pupils; without whose data are not to be used now. */
const waitingFor = async (work: Work, pupils: readonly string[]): Promise<Waits[]> => {
  const waiting = new Map<string, string[]>()
  const unused = new Set(
    (await restrictedToday(work, 'kind:contact', 'purpose:accountability').execute()).map((row) => row.person_id),
  )
  for (const { pupil, said } of await standingOf(work, { pupils }))
    for (const { person, answer } of said)
      if (!answer && !unused.has(pupil) && !unused.has(person))
        waiting.set(person, [...(waiting.get(person) ?? []), pupil])
  return [...waiting].map(([person, about]) => ({ person, pupils: [...new Set(about)] }))
}

/**
 * Who still has something to answer, and how they hear of it: by mail who can sign in, but never about a pupil whose identity
 * is protected, since a mailbox is read by others too; on paper who cannot. A pupil who decides has no guardian to ask.
 */
export const toRemind = async (work: Work): Promise<ToRemind> => {
  const places = await placesToday(work)
  const pupils = places.map(({ pupil }) => pupil)
  const waiting = await waitingFor(work, pupils)
  const says = (await whoHasASay(work, pupils)).filter(({ reachable }) => reachable)
  const reachable = new Set(says.map(({ guardian, pupil }) => `${guardian} ${pupil}`))
  const accounts = await withAccount(
    work,
    waiting.map(({ person }) => person),
  )
  const hidden = new Set(places.filter((place) => place.protected).map(({ pupil }) => pupil))
  const mayWrite = ({ person, pupils }: Waits) =>
    pupils.some((pupil) => pupil === person || reachable.has(`${person} ${pupil}`))
  const byMail = ({ person, pupils }: Waits) => accounts.has(person) && pupils.some((pupil) => !hidden.has(pupil))
  const written = waiting.filter(mayWrite)
  return {
    mails: written.filter(byMail),
    letters: written.filter((one) => !byMail(one)),
    kept: waiting.filter((one) => !mayWrite(one)),
  }
}

/** When school did it last. */
export const lastReminder = (work: Work) =>
  work.db
    .selectFrom('consent_reminder')
    .select(['sent_at', 'mails', 'letters'])
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** From when on school may remind again; nothing when it may now. */
export const mayRemindFrom = (work: Work, last: { sent_at: Date } | undefined): Date | null => {
  const from = last && new Date(last.sent_at.getTime() + DAYS_BETWEEN * 86_400_000)
  return from && from > work.now ? from : null
}

/** Tells everyone who still has something to answer, once a week at most. Answers false when it is too soon. */
export const remind = async (work: Work): Promise<boolean> => {
  await hold(work)
  if (mayRemindFrom(work, await lastReminder(work))) return false
  const { mails, letters } = await toRemind(work)
  const id = randomUUID()
  await work.db
    .insertInto('consent_reminder')
    .values({ id, sent_by: work.person, sent_at: work.now, mails: mails.length, letters: letters.length })
    .execute()
  for (const { person } of mails) await work.enqueue('consent-waits', { person, reminder: id })
  await work.audit('reminded-of-consents', `consents/${id}`)
  await work.notify(CONSENTS)
  return true
}

export type OnPaper = { readonly group: string; readonly pupil: string; readonly guardians: readonly string[] }

/** Whom to give a letter, by group: names of children and of the guardians who are not reached by mail. */
export const paperList = async (work: Work): Promise<OnPaper[]> => {
  const { letters } = await toRemind(work)
  const places = await placesToday(work)
  const names = await namesOf(work, [
    ...letters.map(({ person }) => person),
    ...letters.flatMap(({ pupils }) => pupils),
  ])
  return places.flatMap(({ name: group, pupil }) => {
    const guardians = letters
      .filter(({ pupils }) => pupils.includes(pupil))
      .flatMap(({ person }) => names.get(person)?.name ?? [])
    const child = names.get(pupil)
    return child && guardians.length > 0 ? [{ group, pupil: child.name, guardians }] : []
  })
}
