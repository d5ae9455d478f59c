import { randomUUID } from 'node:crypto'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { familyMoment, momentsOf } from './hours.ts'
import { holdToUrgentRule, houseRules } from './house-rules.ts'

/** What the sender chooses: act now; an answer is needed by a day; or it is good to know, and waits for the digest. */
export type ItemClass = 'urgent' | 'answer' | 'to-know'

/** A thing of a module, as somebody's list holds it: ids and dates, no words. */
export type Item = {
  readonly module: string
  readonly subject: string
  readonly class: ItemClass
  readonly answerBy: string | null
  readonly from: Date
}

/** One thing of a module, by the name of the module and the id of its own row. */
export type Subject = { readonly module: string; readonly subject: string }

export type Given = Subject & {
  readonly readers: readonly string[]
  /** From when it is in the list; at once, unless said. */
  readonly from?: Date
  /** The module tells its readers by itself: no message leaves for it. */
  readonly toldAlready?: true
  /** For the safety of a child: no house rule of the school stops it. */
  readonly whatever?: true
  /** When it leaves the list by itself: after a day, on the day of the answer, or after a month, unless said. */
  readonly until?: Date
} & ({ readonly class: 'urgent' | 'to-know' } | { readonly class: 'answer'; readonly answerBy: string })

const DAY = 86_400_000

/** The topic under which somebody's first page hears that something in it changed. */
export const attentionTopic = (person: string): string => `attention/${person}`

const leavesAt = (given: Given, from: Date): Date => {
  if (given.until) return given.until
  const day = given.class === 'answer' ? Date.parse(`${given.answerBy}T23:59:00Z`) : 0
  const kept = given.class === 'to-know' ? 30 * DAY : DAY
  return new Date(given.class === 'answer' ? Math.max(day, from.getTime() + DAY) : from.getTime() + kept)
}

/**
 * Puts a thing in the lists of these readers. Given again, it moves to the new class and dates, for new readers too; who
 * has read or answered it has done so. Whether a reader may see it is asked of its module each time it is shown.
 */
export const giveItem = async (work: Work, given: Given): Promise<void> => {
  const readers = [...new Set(given.readers)]
  if (readers.length === 0) return
  const { module, subject } = given
  if (given.class === 'urgent' && !given.whatever) await holdToUrgentRule(work)
  const moments =
    given.class === 'urgent' ? new Map<string, Date>() : await momentsOf(work, readers, given.from ?? work.now)
  const fromOf = (person: string) => moments.get(person) ?? given.from ?? work.now
  await work.db
    .insertInto('attention_item')
    .values(
      readers.map((person) => ({
        id: randomUUID(),
        person_id: person,
        module,
        subject_id: subject,
        class: given.class,
        answer_by: given.class === 'answer' ? given.answerBy : null,
        given_at: work.now,
        from_at: fromOf(person),
        until_at: leavesAt(given, fromOf(person)),
        told_at: given.toldAlready ? work.now : null,
      })),
    )
    .onConflict((same) =>
      same.columns(['organisation_id', 'person_id', 'module', 'subject_id']).doUpdateSet(({ ref }) => ({
        class: ref('excluded.class'),
        answer_by: ref('excluded.answer_by'),
        from_at: ref('excluded.from_at'),
        until_at: ref('excluded.until_at'),
      })),
    )
    .execute()
  if (given.class !== 'to-know' && !given.toldAlready) {
    const rules = await houseRules(work)
    const toldAt = (person: string) =>
      given.class === 'urgent' || moments.has(person) ? fromOf(person) : familyMoment(rules, fromOf(person))
    for (const moment of new Set(readers.map((person) => toldAt(person).getTime())))
      await work.enqueue(
        PING,
        { module, subject },
        { runAt: new Date(moment), key: `${PING}:${module}:${subject}:${moment}` },
      )
  }
  await renew(work, readers)
}

/** The task that tells readers at once that something waits. */
export const PING = 'attention-ping'

const renew = (work: Work, people: readonly string[]) =>
  Promise.all(people.map((person) => work.notify(attentionTopic(person))))

/** It was answered: by one of its readers for himself, or, without `by`, for all of them (one guardian's word was enough). */
export const answerItem = async (work: Work, { module, subject, by }: Subject & { by?: string }): Promise<void> => {
  const rows = await work.db
    .updateTable('attention_item')
    .set({ answered_at: work.now })
    .where('module', '=', module)
    .where('subject_id', '=', subject)
    .where('answered_at', 'is', null)
    .$if(by !== undefined, (query) => query.where('person_id', '=', by!))
    .returning('person_id')
    .execute()
  await renew(
    work,
    rows.map(({ person_id }) => person_id),
  )
}

/** I opened these things of a module: what is only good to know leaves my list. */
export const readItems = async (work: Work, me: Me, module: string, subjects: readonly string[]): Promise<void> => {
  await work.db
    .updateTable('attention_item')
    .set({ read_at: work.now })
    .where('person_id', '=', me.id)
    .where('module', '=', module)
    .where('subject_id', 'in', oneOf(subjects))
    .where('read_at', 'is', null)
    .execute()
}

/** Takes a thing out of every list: it was withdrawn, or is over. */
export const takeItemBack = async (work: Work, { module, subject }: Subject): Promise<void> => {
  const rows = await work.db
    .deleteFrom('attention_item')
    .where('module', '=', module)
    .where('subject_id', '=', subject)
    .returning('person_id')
    .execute()
  await renew(
    work,
    rows.map(({ person_id }) => person_id),
  )
}

const openNow = prepared(({ db }, { person, now }: { person: string; now: Date }) =>
  db
    .selectFrom('attention_item')
    .select(['module', 'subject_id', 'class', 'answer_by', 'from_at'])
    .where('person_id', '=', person)
    .where('from_at', '<=', now)
    .where('until_at', '>', now)
    .where('answered_at', 'is', null)
    .where((or) => or.or([or('class', '<>', 'to-know'), or('read_at', 'is', null)]))
    .orderBy('from_at', 'desc')
    .orderBy('id'),
)

/** What waits for this person now: not answered, and, of what is good to know, not read. The newest first. */
export const openItems = async (work: Work, person: string): Promise<Item[]> => {
  const rows = await openNow(work, { person, now: work.now })
  return rows.map((row) => ({
    module: row.module,
    subject: row.subject_id,
    class: row.class as ItemClass,
    answerBy: row.answer_by,
    from: row.from_at,
  }))
}
