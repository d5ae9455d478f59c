import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from './front-door.ts'
import { setClock, week } from './school-week.ts'
import { teach } from './ties.ts'
import { world } from './world.ts'

const { vuurtoren, groups, staff } = world

/** Where an answer leads, without what stands behind a question mark; and the id at the end of it. */
export const placeIn = (answer: Response): string => answer.headers.get('location')!.split('?')[0]!
export const idIn = (answer: Response): string => placeIn(answer).split('/').at(-1)!

export const write = (who: Browser, thread: string, text: string, more: Record<string, string> = {}) =>
  who.post(urls.messageThread({ thread }), { requestKey: randomUUID(), text, ...more })
export const page = (who: Browser, thread: string) => who.text(urls.messageThread({ thread }))

/** A guardian begins, or goes on, with the team of a group. */
export const begin = async (who: Browser, group: string, text: string, key: string = randomUUID()) => {
  const sent = await who.post(urls.beginMessages({ group }), { requestKey: key, text })
  expect(sent.status).toBe(303)
  return idIn(sent)
}

/** A school without one conversation before each test, on a Tuesday morning on which the substitute of the world teaches. */
export const messaging = () => {
  const door = frontDoor()
  const as = (person: string) => door.front.as(person, vuurtoren)
  const db = <T>(ask: (db: Parameters<Parameters<typeof door.front.within>[1]>[0]['db']) => Promise<T>) =>
    door.front.within(vuurtoren, ({ db }) => ask(db))
  const lastMessage = (thread: string) =>
    db((it) =>
      it
        .selectFrom('message')
        .select('id')
        .where('thread_id', '=', thread)
        .orderBy('sent_at', 'desc')
        .executeTakeFirstOrThrow(),
    ).then(({ id }) => id)
  let minute = 0
  const later = () => setClock(door.front, week.tuesday, `09:${String(minute++ % 60).padStart(2, '0')}`)

  beforeAll(() => teach(door.front, { group: groups.six, person: staff.marit, from: week.tuesday, to: week.tuesday }))
  beforeEach(async () => {
    minute = 0
    later()
    await db((it) => it.deleteFrom('message_thread').execute())
    await db((it) => it.deleteFrom('attention_item').execute())
    await db((it) => it.updateTable('message_rules').set({ answer_within: null }).execute())
  })
  return { door, as, db, lastMessage, later }
}
