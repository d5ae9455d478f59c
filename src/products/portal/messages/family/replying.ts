import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { inTurn } from '#shared/tenancy/in-turn.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Seated } from '../seats.ts'
import { addMembers, newThread } from './beginning.ts'

/** Where my answer to a letter of the school goes: a conversation with its sender alone. Other readers never see it. */
export const replyTo = async (work: Work, me: Me, { thread: letter }: Seated): Promise<string> => {
  await inTurn(work, `${letter.id} ${me.id}`)
  const there = await work.db
    .selectFrom('message_thread as reply')
    .innerJoin('message_member as member', 'member.thread_id', 'reply.id')
    .select('reply.id')
    .where('reply.answers_id', '=', letter.id)
    .where('member.guardian_id', '=', me.id)
    .executeTakeFirst()
  if (there) return there.id
  const mine = await work.db
    .selectFrom('message_member')
    .select('pupil_id')
    .where('thread_id', 'in', oneOf([letter.id]))
    .where('guardian_id', '=', me.id)
    .execute()
  const { group_id, owner_id } = letter
  const reply = await newThread(work, {
    kind: 'reply',
    group: group_id,
    answers: letter.id,
    ...(owner_id ? { owner: owner_id } : {}),
  })
  await addMembers(
    work,
    reply,
    mine.map(({ pupil_id }) => ({ guardian: me.id, pupil: pupil_id, group: null, current: false })),
  )
  return reply
}
