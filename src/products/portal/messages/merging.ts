import { type Merged, whenMerged } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { listTopic } from './telling.ts'

/** The places in conversations that still name who goes: the other one sat there too, or writes in another one by now. */
const doubled = (work: Work, gone: string) =>
  work.db
    .selectFrom('message_member as member')
    .innerJoin('message_thread as thread', 'thread.id', 'member.thread_id')
    .select(['member.thread_id', 'member.pupil_id', 'member.group_id', 'member.is_current', 'thread.last_at'])
    .where('member.guardian_id', '=', gone)
    .execute()

type Doubled = Awaited<ReturnType<typeof doubled>>[number]

/** The conversation in which who stays writes now about a pupil, to the team of a group. */
const currentOf = (work: Work, kept: string, { pupil_id, group_id }: Doubled) =>
  work.db
    .selectFrom('message_member as member')
    .innerJoin('message_thread as thread', 'thread.id', 'member.thread_id')
    .select(['member.thread_id', 'thread.last_at'])
    .where('member.guardian_id', '=', kept)
    .where('member.pupil_id', '=', pupil_id)
    .where('member.group_id', '=', group_id)
    .where('member.is_current', '=', true)
    .executeTakeFirst()

/** Both records had a conversation with one team: both stay readable, and where something was said last it goes on. */
const joinPlaces = async (work: Work, { kept, gone }: Merged) => {
  for (const place of await doubled(work, gone)) {
    const { thread_id, pupil_id, group_id, is_current, last_at } = place
    await work.db
      .deleteFrom('message_member')
      .where('guardian_id', '=', gone)
      .where('thread_id', '=', thread_id)
      .where('pupil_id', '=', pupil_id)
      .execute()
    const now = is_current ? await currentOf(work, kept, place) : undefined
    const goesOn = is_current && (!now || now.last_at < last_at)
    if (goesOn && now)
      await work.db
        .updateTable('message_member')
        .set({ is_current: false })
        .where('guardian_id', '=', kept)
        .where('thread_id', '=', now.thread_id)
        .where('pupil_id', '=', pupil_id)
        .execute()
    await work.db
      .insertInto('message_member')
      .values({ thread_id, guardian_id: kept, pupil_id, group_id, is_current: goesOn })
      .onConflict((same) => {
        const there = same.columns(['organisation_id', 'thread_id', 'guardian_id', 'pupil_id'])
        return goesOn ? there.doUpdateSet({ is_current: true }) : there.doNothing()
      })
      .execute()
  }
}

/** What one of the two had read, one person has read. */
const joinReading = async (work: Work, { kept, gone }: Merged) => {
  const rows = await work.db
    .deleteFrom('message_seen')
    .where('person_id', '=', gone)
    .returning(['thread_id', 'read_to', 'seen_at'])
    .execute()
  for (const { thread_id, read_to, seen_at } of rows)
    await work.db
      .updateTable('message_seen')
      .set({ read_to, seen_at })
      .where('person_id', '=', kept)
      .where('thread_id', '=', thread_id)
      .where('read_to', '<', read_to)
      .execute()
}

whenMerged('messages', async (work, merged) => {
  await joinPlaces(work, merged)
  await joinReading(work, merged)
  // Asked twice, or of each other: nobody writes together with themselves.
  await work.db
    .deleteFrom('message_wish')
    .where((or) => or.or([or('guardian_id', '=', merged.gone), or('other_id', '=', merged.gone)]))
    .execute()
  await work.db.deleteFrom('message_report').where('reporter_id', '=', merged.gone).execute()
  await work.notify(listTopic(merged.kept))
})
