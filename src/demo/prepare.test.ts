import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { absenceReason } from '#products/portal/absences/personal-data.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { OperatorError } from '#shared/operator-error.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { frontDoor } from '#test/front-door.ts'
import { prepareDemo } from './demo.ts'
import { tuesday } from './examples.ts'
import { groupId } from './groups.ts'
import { guardianId, pupilId } from './households.ts'
import { readMarker, writeMarker } from './marker.ts'
import { organisationId } from './schools.ts'
import { staffId } from './staff.ts'
import { demoWorld } from './world.ts'
import { writeDemoWorld } from './write.ts'

const wednesday = '2026-11-25'
const door = frontDoor()
const folders: string[] = []
let dataDir: string
let printed: string[]

const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  dataDir = fresh()
  printed = []
})

const start = (day: string, options: { empty?: boolean; databaseUrl?: string } = {}) => {
  door.front.clock.now = new Date(`${day}T08:50:00+01:00`)
  return prepareDemo({
    dataDir,
    databaseUrl: undefined,
    empty: false,
    ...options,
    owner: door.front.server.owner,
    ground: door.front.parts,
    print: (line) => void printed.push(line),
    write: (today) => writeDemoWorld(door.front.server.owner, door.front.parts, today),
  })
}
const clear = () =>
  asOwner(door.front.server.owner, (client) => client.query('truncate organisation, account, vault_generation cascade'))
const vuurtoren = <T>(run: (work: Work) => Promise<T>) => door.front.within(organisationId('vuurtoren'), run)
const hosts = async () =>
  (await asOwner(door.front.server.owner, (client) => client.query('select name from host order by 1'))).rows.length

describe('which data directory becomes the demo’s', () => {
  test('not one whose database has an organisation, which is left as it is', async () => {
    const before = await hosts()
    expect(await start(tuesday)).toBe(false)
    expect([before > 0, await hosts(), existsSync(join(dataDir, 'demo.json')), printed]).toEqual([
      true,
      before,
      false,
      [],
    ])
  })

  describe('of those without', () => {
    beforeAll(clear)

    test('not one that was ever started with --empty', async () => {
      expect(await start(tuesday, { empty: true })).toBe(false)
      expect(await start(tuesday)).toBe(false)
      expect(await hosts()).toBe(0)
    })

    test('not with a server of its own', async () => {
      expect(await start(tuesday, { databaseUrl: 'postgres://server/schoolplein' })).toBe(false)
      expect([await hosts(), readMarker(dataDir)]).toEqual([0, null])
    })
  })

  test('an empty one: it says what it does, marks it, and refuses --empty from then on', async () => {
    await clear()
    expect(await start(tuesday)).toBe(true)
    expect([await hosts(), printed.length]).toEqual([7, 1])
    expect(readMarker(dataDir)).toEqual({ demo: true, day: tuesday })
    await expect(start(tuesday, { empty: true })).rejects.toThrow(OperatorError)
  })

  test.each(['broken', '{}', '{"demo":true,"day":"soon"}'])('a marker that says %s is refused', async (text) => {
    writeFileSync(join(dataDir, 'demo.json'), text)
    await expect(start(tuesday)).rejects.toThrow(/demo\.json cannot be read/)
  })
})

describe('a start of the demo', () => {
  const marks = (day: string) =>
    vuurtoren(async ({ db }) => {
      const rows = await db
        .selectFrom('attendance_mark')
        .innerJoin('group_pupil', 'group_pupil.pupil_id', 'attendance_mark.pupil_id')
        .select('state')
        .where('group_id', '=', groupId('vuurtoren', '5', '2026-2027'))
        .where('on_day', '=', day)
        .execute()
      return { present: rows.filter(({ state }) => state === 'present').length, all: rows.length }
    })

  test('after a crash half-way writes the whole world anew', async () => {
    writeMarker(dataDir, { demo: true, day: null })
    await vuurtoren((work) => work.db.deleteFrom('guardianship').execute())
    expect(await start(tuesday)).toBe(true)
    const found = await vuurtoren(({ db }) => db.selectFrom('guardianship').select('id').execute())
    const expected = demoWorld(tuesday).guardianships.filter(
      ({ organisationId: id }) => id === organisationId('vuurtoren'),
    )
    expect(found).toHaveLength(expected.length + 1) // one is in it twice
  })

  test('on the same day changes nothing, and says nothing', async () => {
    writeMarker(dataDir, { demo: true, day: tuesday })
    await vuurtoren((work) => work.db.deleteFrom('attendance_mark').execute())
    expect(await start(tuesday)).toBe(true)
    expect([await marks(tuesday), printed]).toEqual([{ present: 0, all: 0 }, []])
  })

  test('on the next day moves to that day, and keeps what visitors did', async () => {
    writeMarker(dataDir, { demo: true, day: null })
    await start(tuesday)
    const [own, mila, ravi] = [randomUUID(), pupilId('yildiz', 'Mila'), pupilId('vuurtoren-5-ravi', 'Ravi')]
    await vuurtoren(async (work) => {
      await work.db
        .insertInto('absence')
        .values({
          id: own,
          pupil_id: mila,
          from_on: tuesday,
          to_on: wednesday,
          from_time: null,
          until_time: null,
          reason: await work.seal(absenceReason, { subject: mila, row: own }, { kind: 'ill' }),
          word: null,
          via: 'guardian',
          reporter_id: guardianId('yildiz', 0, 'vuurtoren'),
          noted_by: null,
          reported_at: work.now,
          request_key: own,
          withdrawn_at: null,
          decision: null,
          decided_by: null,
          decided_at: null,
          handed_over_at: null,
        })
        .execute()
    })
    expect(await start(wednesday)).toBe(true)

    expect(await marks(wednesday)).toEqual({ present: 23, all: 24 })
    // Tygo was found after all; Guusje and Fatou, whose reports are over, stay reported.
    expect(await marks(tuesday)).toEqual({ present: 24, all: 25 })
    const { kept, seen, open, stints, restrictions } = await vuurtoren(async ({ db }) => ({
      kept: await db.selectFrom('absence').select('id').where('id', '=', own).execute(),
      seen: await db
        .selectFrom('attendance_mark')
        .select('state')
        .where('pupil_id', '=', mila)
        .where('on_day', '=', wednesday)
        .execute(),
      open: await db
        .selectFrom('absence')
        .select('from_on')
        .where('pupil_id', '=', ravi)
        .where('to_on', 'is', null)
        .execute(),
      stints: await db
        .selectFrom('group_teacher')
        .select(['from_on', 'to_on'])
        .where('person_id', '=', staffId('vuurtoren', 'Marit Groot'))
        .execute(),
      restrictions: await db.selectFrom('guardianship_restriction').select('to_on').orderBy('to_on').execute(),
    }))
    expect([kept.length, seen]).toEqual([1, []])
    expect(open).toEqual([{ from_on: tuesday }])
    expect(stints).toEqual([{ from_on: wednesday, to_on: wednesday }])
    expect(restrictions[0]).toEqual({ to_on: wednesday })
    expect(readMarker(dataDir)).toEqual({ demo: true, day: wednesday })
  })

  test('leaves away who left, and what hangs on them', async () => {
    writeMarker(dataDir, { demo: true, day: tuesday })
    const ravi = pupilId('vuurtoren-5-ravi', 'Ravi')
    await vuurtoren((work) => work.db.deleteFrom('person').where('id', '=', ravi).execute())
    expect(await start('2026-11-26')).toBe(true)
    expect([printed, readMarker(dataDir)]).toEqual([[], { demo: true, day: '2026-11-26' }])
  })

  test('in another school year makes a new world', async () => {
    writeMarker(dataDir, { demo: true, day: wednesday })
    expect(await start('2027-11-24')).toBe(true)
    const years = await vuurtoren(({ db }) => db.selectFrom('school_year').select('starts_on').execute())
    expect([years, readMarker(dataDir)]).toEqual([[{ starts_on: '2027-08-01' }], { demo: true, day: '2027-11-24' }])
  })
})
