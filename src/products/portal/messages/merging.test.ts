import { expect, test } from 'vitest'
import { addAccount } from '#shared/identity/accounts.ts'
import { urls } from '#src/urls.ts'
import { begin, messaging, page } from '#test/messaging.ts'
import { world } from '#test/world.ts'

const { as, db, door, later } = messaging()
const { vuurtoren, groups, guardians, pupils, staff } = world

/** The same mother once more, with an account of her own, as an import may make her. */
const twinOf = async () => {
  const wim = await as(staff.wim)
  const terms = { relation: 'moeder', authority: 'yes', may: ['lives-with', 'be-contacted'], callOrder: '4' }
  const typed = { ...terms, other: 'yes', givenName: 'Fennaq', surname: 'Yildizq' }
  const added = await wim.post(urls.newGuardianship({ id: pupils.mila }), typed)
  const twin = added.headers.get('location')!.split('/').at(-1)!
  const persons = [{ organisation: vuurtoren, person: twin }]
  await addAccount(door.front.parts, { address: `${twin}@test.example`, language: 'nl', persons })
  return twin
}

const merge = async (kept: string, gone: string) => {
  const choices = { deed: 'merge', surname: 'kept', email: 'kept', phone: 'kept', account: 'kept' }
  const chosen = { ...choices, [`tie.${pupils.mila}`]: 'kept' }
  const wim = await as(staff.wim)
  expect((await wim.post(urls.merging({ one: kept, other: gone }), chosen)).status).toBe(303)
}

const places = () =>
  db((it) =>
    it.selectFrom('message_member').select(['thread_id', 'guardian_id', 'is_current']).orderBy('is_current').execute(),
  )

test('two records that each wrote with the team are one person: both conversations stay, the last one goes on', async () => {
  await db((it) =>
    it.updateTable('guardianship').set({ lives_with: false }).where('pupil_id', '=', pupils.mila).execute(),
  )
  const twin = await twinOf()
  await db((it) => it.updateTable('guardianship').set({ lives_with: false }).where('guardian_id', '=', twin).execute())
  const first = await begin(await as(guardians.fenna), groups.five, 'Als de eneq')
  await page(await as(staff.hatice), first)
  later()
  const second = await begin(await as(twin), groups.five, 'Als de anderq')
  expect(second).not.toBe(first)
  await merge(guardians.fenna, twin)
  expect(await places()).toEqual([
    { thread_id: first, guardian_id: guardians.fenna, is_current: false },
    { thread_id: second, guardian_id: guardians.fenna, is_current: true },
  ])
  const fenna = await as(guardians.fenna)
  for (const [thread, words] of [
    [first, 'Als de eneq'],
    [second, 'Als de anderq'],
  ] as const)
    expect(await page(fenna, thread)).toContain(words)
  later()
  expect(await begin(fenna, groups.five, 'Nu als éénq')).toBe(second)
})

test('two records in one conversation are one place in it, and what either had read is read', async () => {
  await db((it) =>
    it.updateTable('guardianship').set({ lives_with: true }).where('pupil_id', '=', pupils.mila).execute(),
  )
  const twin = await twinOf()
  const thread = await begin(await as(guardians.fenna), groups.five, 'Samen in éénq')
  await page(await as(twin), thread)
  const seen = { thread_id: thread, read_to: new Date(0), seen_at: new Date(0) }
  await db((it) =>
    it
      .insertInto('message_seen')
      .values({ ...seen, person_id: guardians.fenna })
      .onConflict((same) =>
        same.columns(['organisation_id', 'thread_id', 'person_id']).doUpdateSet({ read_to: new Date(0) }),
      )
      .execute(),
  )
  await merge(guardians.fenna, twin)
  expect((await places()).filter(({ guardian_id }) => [guardians.fenna, twin].includes(guardian_id))).toEqual([
    { thread_id: thread, guardian_id: guardians.fenna, is_current: true },
  ])
  const read = await db((it) => it.selectFrom('message_seen').select(['person_id', 'read_to']).execute())
  expect(read.map(({ person_id, read_to }) => [person_id, read_to.getTime() > 0])).toContainEqual([
    guardians.fenna,
    true,
  ])
  expect(read.some(({ person_id }) => person_id === twin)).toBe(false)
})
