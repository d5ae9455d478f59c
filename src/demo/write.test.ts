import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { readEdexml } from '#products/school/imports/edexml/read.ts'
import { exportEdexml } from '#products/school/imports/export.ts'
import { planImport } from '#products/school/imports/importing.ts'
import { changesNothing } from '#products/school/imports/report.ts'
import { codeOf } from '#products/school/invitations/code.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { dayOf } from './calendar.ts'
import { tuesday, world } from './examples.ts'
import { groupId } from './groups.ts'
import { guardianId, pupilId } from './households.ts'
import { organisationId } from './schools.ts'
import { staffId } from './staff.ts'
import type { HostLabel } from './types.ts'
import { writeDemoWorld } from './write.ts'

// The copy holds the world of the tests, which has to make way.
const door = frontDoor()
beforeAll(() => writeDemoWorld(door.front.server.owner, door.front.parts, tuesday))

const within = <T>(host: HostLabel, run: (work: Work) => Promise<T>) => door.front.within(organisationId(host), run)
const countOf = (host: HostLabel, table: 'person' | 'guardianship' | 'absence' | 'attendance_mark' | 'absence_call') =>
  within(host, async ({ db }) => (await db.selectFrom(table).select('organisation_id').execute()).length)
const groupFive = groupId('vuurtoren', '5', '2026-2027')

describe('the demo world in the database', () => {
  test('answers on its seven hosts, and nothing of what stood there before is left', async () => {
    const sites = await door.front.application.serving.sites.all()
    expect([...sites.keys()].sort()).toEqual(
      ['kompas', 'molen', 'partner', 'supplier', 'vuurtoren', 'wieken', 'zeester'].map((host) => `${host}.localhost`),
    )
    expect(sites.get('vuurtoren.localhost')).toMatchObject({ name: 'De Vuurtoren', hue: 238, mark: 'lighthouse' })
  })

  test('holds every person, guardianship, absence, mark and call once', async () => {
    const counts = { person: 0, guardianship: 0, absence: 0, attendance_mark: 0, absence_call: 0 }
    for (const host of ['vuurtoren', 'zeester', 'molen'] as const) {
      for (const table of Object.keys(counts) as (keyof typeof counts)[]) counts[table] += await countOf(host, table)
    }
    const inSchools = [world.pupils, world.guardians, world.staff]
      .flat()
      .filter(({ organisationId: id }) => world.organisations.some((one) => one.id === id && one.kind === 'school'))
    const unreported = [pupilId('yildiz', 'Mila'), pupilId('yildiz', 'Emre')].filter(
      (child) => !world.absences.some(({ pupilId: about }) => about === child),
    )
    expect(counts).toEqual({
      // Three who left two summers ago, with sixty marks.
      person: inSchools.length + 3, // one father is in it twice, and Willeke Buijs is a teacher and a mother.
      guardianship: world.guardianships.length + 1,
      // The family of two schools has something of each in its list.
      absence: world.absences.length + unreported.length,
      attendance_mark: world.marks.length + 60,
      absence_call: world.calls.length,
    })
  })

  test('seals names, and opens them again', async () => {
    const [mila] = await within('vuurtoren', async (work) =>
      work.open(
        await work.db
          .selectFrom('person')
          .select(['id', 'record'])
          .where('id', '=', pupilId('yildiz', 'Mila'))
          .execute(),
        { record: reading(personRecord, 'id', 'givenName', 'surname', 'sex') },
      ),
    )
    expect(mila?.record).toEqual({ givenName: 'Mila', surname: 'Yıldız', sex: 'female' })
  })

  test('makes a teacher whose child goes to her own school one person with both', async () => {
    const willeke = staffId('vuurtoren', 'Willeke Buijs')
    const found = await within('vuurtoren', async ({ db }) => ({
      roles: await db.selectFrom('person_role').select('role').where('person_id', '=', willeke).execute(),
      children: await db.selectFrom('guardianship').select('pupil_id').where('guardian_id', '=', willeke).execute(),
      other: await db
        .selectFrom('person')
        .select('id')
        .where('id', '=', guardianId('buijs', 0, 'vuurtoren'))
        .execute(),
    }))
    expect(found).toEqual({
      roles: [{ role: 'teacher' }],
      children: [{ pupil_id: pupilId('buijs', 'Veerle') }],
      other: [],
    })
  })

  test('hides a protected identity from all but the principal and the own teachers', async () => {
    const readers = await within('vuurtoren', ({ db }) =>
      db
        .selectFrom('protected_reader')
        .select('reader_id')
        .where('person_id', '=', pupilId('schuilenburg', 'Rozemarijn'))
        .execute(),
    )
    expect(readers.map(({ reader_id }) => reader_id).sort()).toEqual(
      ['Anouk Visser', 'Nienke de Rooij', 'Rutger Molenaar'].map((name) => staffId('vuurtoren', name)).sort(),
    )
    const flagged = await within('vuurtoren', ({ db }) =>
      db.selectFrom('person').select('id').where('protected', '=', true).execute(),
    )
    expect(flagged.map(({ id }) => id).sort()).toEqual(
      [
        pupilId('schuilenburg', 'Rozemarijn'),
        pupilId('schuilenburg', 'Valentijn'),
        guardianId('schuilenburg', 0, 'vuurtoren'),
      ].sort(),
    )
  })

  test('lets the substitute have groep 6 on the day of the pictures only', async () => {
    const rows = await within('vuurtoren', ({ db }) =>
      db
        .selectFrom('group_teacher')
        .select(['group_id', 'from_on', 'to_on'])
        .where('person_id', '=', staffId('vuurtoren', 'Marit Groot'))
        .execute(),
    )
    expect(rows).toEqual([{ group_id: groupId('vuurtoren', '6', '2026-2027'), from_on: tuesday, to_on: tuesday }])
  })

  test('is a school whose own file, read in again, changes nothing; half of it would be half a school leaving', async () => {
    const schools = ['vuurtoren', 'zeester', 'molen'] as const
    for (const host of schools) {
      await within(host, async (work) => {
        const xml = await exportEdexml(work)
        const planOf = async (text: string) => {
          const { roster } = await readEdexml(Readable.from([Buffer.from(text)]))
          return planImport(work, { roster: roster!, dropped: {} })
        }
        const { report } = await planOf(xml!)
        expect(report).toSatisfy(changesNothing)
        expect(report.ambiguous).toEqual({ pupils: 0, teachers: 0, groups: 0 })
        let pupils = 0
        const half = await planOf(xml!.replace(/<leerling [\s\S]*?<\/leerling>\n/g, (one) => (pupils++ % 2 ? one : '')))
        expect(half.plan.needs).toEqual(['leavers'])
        expect(half.report.left.pupils).toBeGreaterThan(50)
      })
    }
  })

  test('has the numbers of the pictures in groep 5: 23 there, one late, three reported, one missing', async () => {
    const { pupils, marks, absent } = await within('vuurtoren', async ({ db }) => {
      const pupils = await db.selectFrom('group_pupil').select('pupil_id').where('group_id', '=', groupFive).execute()
      const ids = pupils.map(({ pupil_id }) => pupil_id)
      return {
        pupils: ids.length,
        marks: await db
          .selectFrom('attendance_mark')
          .select('state')
          .where('on_day', '=', tuesday)
          .where('pupil_id', 'in', ids)
          .execute(),
        absent: await db
          .selectFrom('absence')
          .select('id')
          .where('pupil_id', 'in', ids)
          .where('from_on', '<=', tuesday)
          .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', tuesday)]))
          .execute(),
      }
    })
    const tapped = (state: string) => marks.filter((mark) => mark.state === state).length
    expect([pupils, tapped('present'), tapped('late'), absent.length]).toEqual([28, 23, 1, 3])
  })

  test('has handed over what is past, and not this week', async () => {
    const rows = await within('vuurtoren', ({ db }) =>
      db.selectFrom('absence').select(['to_on', 'handed_over_at']).execute(),
    )
    for (const { to_on, handed_over_at } of rows) {
      expect([to_on, handed_over_at !== null]).toEqual([to_on, to_on !== null && to_on < '2026-11-23'])
    }
  })

  test('has guardians in every state of an invitation, and a code still works that was on a letter', async () => {
    const rows = await within('vuurtoren', async (work) => {
      const all = await work.db.selectFrom('invitation').selectAll().execute()
      return all.map((row) => ({ ...row, code: codeOf(work, row.id) }))
    })
    const open = rows.filter(({ ended_at }) => !ended_at)
    const works = open.filter(({ expires_at }) => dayOf(expires_at) > tuesday)
    const count = (is: (row: (typeof rows)[number]) => unknown, of = rows) => of.filter(is).length
    expect({
      accepted: count(({ accepted }) => accepted) > 200,
      mails: count(({ mail }) => mail === 'sent', works) > 2,
      letters: count(({ channel }) => channel === 'letter', works) > 5,
      refused: count(({ mail }) => mail === 'refused'),
      expired: open.length - works.length,
      asked: count((row) => row.asked_again_at),
      parted: count((row) => row.parted_at),
      takenByAnother: count((row) => row.moved_to),
    }).toEqual({
      accepted: true,
      mails: true,
      letters: true,
      refused: 1,
      expired: 2,
      asked: 1,
      parted: 1,
      takenByAnother: 1,
    })
    const letter = works.find(({ channel }) => channel === 'letter')!
    const page = await door.front.stranger('vuurtoren.localhost').get(urls.invitation({ code: letter.code }))
    expect(page.status).toBe(200)
  })
})
