import type { FileStore } from '#shared/files/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addMembers, newThread } from '../family/beginning.ts'
import { say, type Words } from '../writing.ts'
import { type Audience, groupOf, receivers } from './audience.ts'

/** Sends a letter to the guardians of an audience; each can answer to the sender alone. Nothing when nobody would get it. */
export const sendLetter = async (
  work: Work,
  me: Me,
  { audience, store }: { audience: Audience; store: FileStore },
  words: Words,
): Promise<string | null> => {
  const to = (await receivers(work, audience)).filter(({ guardian }) => guardian !== me.id)
  if (to.length === 0) return null
  const thread = await newThread(work, { kind: 'letter', group: await groupOf(work, me, audience), owner: me.id })
  await addMembers(
    work,
    thread,
    to.map((one) => ({ ...one, group: null, current: false })),
  )
  await say(work, me, { thread, side: 'school', store }, words)
  return thread
}
