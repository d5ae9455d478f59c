import { describe, expect, test } from 'vitest'
import { erasePerson } from '#shared/retention/erase.ts'
import { runRetention } from '#shared/retention/run.ts'
import { urls } from '#src/urls.ts'
import { begin, messaging, page } from '#test/messaging.ts'
import { week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const { as, db, door } = messaging()
const { vuurtoren, guardians, groups } = world

describe('kept sealed, then gone', () => {
  const keyOf = (thread: string) =>
    db((it) => it.selectFrom('vault_key').select('wrapped').where('subject_id', '=', thread).executeTakeFirstOrThrow())

  test('every word of a conversation is sealed under the key of that conversation', async () => {
    const thread = await begin(await as(guardians.ngozi), groups.five, 'Verzegeldq')
    const [{ key }] = (await db((it) =>
      it
        .selectFrom('message')
        .innerJoin('vault_key', 'vault_key.subject_id', 'message.thread_id')
        .select('vault_key.id as key')
        .where('thread_id', '=', thread)
        .execute(),
    )) as [{ key: string }]
    const { sealedUnder } = await db(async (it) => {
      const { sql } = await import('kysely')
      const row = await it
        .selectFrom('message')
        .select(sql<string>`encode(substr(record, 2, 16), 'hex')`.as('sealedUnder'))
        .where('thread_id', '=', thread)
        .executeTakeFirstOrThrow()
      return row
    })
    expect(sealedUnder).toBe(key.replaceAll('-', ''))
  })

  test('a school year later the night takes it and destroys its key', async () => {
    const thread = await begin(await as(guardians.ngozi), groups.five, 'Lang geledenq')
    const { startsOn } = { startsOn: Number(week.tuesday.slice(0, 4)) }
    const run = () =>
      runRetention({
        inOrganisation: ((work: never) => door.front.within(vuurtoren, work)) as never,
        files: door.front.parts.files,
      })
    door.front.clock.now = new Date(`${startsOn + 2}-07-31T03:10:00+02:00`)
    await run()
    expect((await keyOf(thread)).wrapped).not.toBe(null)
    door.front.clock.now = new Date(`${startsOn + 2}-08-02T03:10:00+02:00`)
    await run()
    expect(await db((it) => it.selectFrom('message').select('id').execute())).toEqual([])
    expect((await keyOf(thread)).wrapped).toBe(null)
  })

  test('erasing the only guardian in it takes the conversation and its key; of two, the other keeps it', async () => {
    const alone = await begin(await as(guardians.fenna), groups.five, 'Alleen van mijq')
    const together = await begin(await as(guardians.ngozi), groups.five, 'Van ons tweeq')
    await door.front.within(vuurtoren, (work) => erasePerson(work, guardians.fenna, { because: 'request' }))
    expect((await keyOf(alone)).wrapped).toBe(null)
    expect((await keyOf(together)).wrapped).not.toBe(null)
    await door.front.within(vuurtoren, (work) => erasePerson(work, guardians.ngozi, { because: 'request' }))
    const kofi = await as(guardians.kofi)
    expect((await kofi.get(urls.messageThread({ thread: together }))).status).toBe(200)
    expect(await page(kofi, together)).not.toContain('Van ons tweeq')
    expect((await keyOf(together)).wrapped).not.toBe(null)
  })
})
