import { expect, test } from 'vitest'
import { frontDoor } from '#test/front-door.ts'
import { runJobs } from '#test/jobs.ts'
import { world } from '#test/world.ts'
import { type Letter, put, whenPosted } from './index.ts'

declare module './index.ts' {
  interface PostKinds {
    'test.greeting': { readonly text: string }
  }
}

const door = frontDoor()
const { vuurtoren, molen, supplier } = world
const taken: { at: string; letter: Letter<'test.greeting'> }[] = []
let refuse = ''

whenPosted('test.greeting', async (work, letter) => {
  if (letter.content.text === refuse) throw new Error('not now')
  await work.audit('greeted', letter.id)
  taken.push({ at: work.organisation, letter })
})

const greet = (from: string, to: string, text: string) =>
  door.front.within(from, (work) => put(work, { to, kind: 'test.greeting', content: { text } }))
const lying = (at: string) =>
  door.front.within(at, ({ db }) => db.selectFrom('post').select(['id', 'from_organisation']).execute())
const heard = () => taken.splice(0).map(({ at, letter }) => [at, letter.from, letter.content.text])

test('what is put in arrives there once, in order, and nowhere else', async () => {
  await greet(vuurtoren, supplier, 'één')
  await greet(molen, supplier, 'twee')
  await greet(supplier, molen, 'drie')
  expect(await lying(vuurtoren)).toEqual([])
  expect(await lying(supplier)).toHaveLength(2)
  await runJobs(door.front, '')
  await runJobs(door.front, '')
  expect(heard().sort()).toEqual(
    [
      [supplier, vuurtoren, 'één'],
      [supplier, molen, 'twee'],
      [molen, supplier, 'drie'],
    ].sort(),
  )
  expect(await lying(supplier)).toEqual([])
})

test('one that cannot be taken in stays, and holds up no other', async () => {
  refuse = 'nu niet'
  await greet(vuurtoren, supplier, refuse)
  await greet(vuurtoren, supplier, 'daarna')
  await runJobs(door.front, '').catch(() => {})
  expect(heard()).toEqual([[supplier, vuurtoren, 'daarna']])
  expect(await lying(supplier)).toHaveLength(1)
  refuse = ''
  await greet(molen, supplier, 'nog een')
  await runJobs(door.front, '')
  expect(heard().map(([, , text]) => text)).toEqual(['nu niet', 'nog een'])
})

test('nobody writes in another name, and the sender cannot take it back or read it', async () => {
  const forged = door.front.within(molen, ({ db, now }) =>
    db
      .insertInto('post')
      .values({
        id: '11111111-1111-4111-8111-111111111111',
        from_organisation: vuurtoren,
        to_organisation: supplier,
        kind: 'test.greeting',
        content: 'x' as never,
        sent_at: now,
      })
      .execute(),
  )
  await expect(forged).rejects.toThrow()
  await greet(vuurtoren, supplier, 'blijft')
  const back = await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('post').returning('id').execute())
  expect(back).toEqual([])
  expect(await lying(supplier)).toHaveLength(1)
})
