import { randomUUID } from 'node:crypto'
import { addPeople, addRoles } from '#products/school/people/adding.ts'
import { holdReason } from '#shared/retention/personal-data.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { staffId } from './staff.ts'

const officer = staffId('vuurtoren', 'Roos Tuinstra')
const administrator = staffId('vuurtoren', 'Wim Postma')

/** Pupils of two summers ago: of one everything goes tonight, of one next week, and of one it has to stay. */
const gone = [
  { id: demoId('gone/1'), givenName: 'Thijs', surname: 'Aalders', days: -1 },
  { id: demoId('gone/2'), givenName: 'Selin', surname: 'Korkmaz', days: 6 },
  { id: demoId('gone/3'), givenName: 'Isa', surname: 'Benali', days: -40 },
] as const

const twoYearsBefore = (day: string) => `${Number(day.slice(0, 4)) - 2}${day.slice(4).replace('-02-29', '-02-28')}`

const writeGone = async (work: Work, today: string) => {
  await addPeople(
    work,
    gone.map(({ id, givenName, surname }) => ({ id, record: { givenName, surname } })),
  )
  for (const { id, days } of gone) {
    const left = twoYearsBefore(addDays(today, days))
    await addRoles(work, [{ person: id, role: 'pupil', from: addDays(left, -900) }])
    await work.db.updateTable('person_role').set({ to_on: left }).where('person_id', '=', id).execute()
    await work.db.updateTable('person').set({ state: 'left', left_on: left }).where('id', '=', id).execute()
  }
  const marks = Array.from({ length: 60 }, (_, at) => ({
    pupil_id: gone[1].id,
    on_day: addDays(twoYearsBefore(today), -200 - at),
    state: 'present',
    marked_at: work.now,
  }))
  await work.db.insertInto('attendance_mark').values(marks).execute()
}

const writeHold = async (work: Work, today: string) => {
  const id = demoId('hold/1')
  const text = 'Er loopt een klacht over het schooladvies. De commissie vroeg om het dossier.'
  await work.db
    .insertInto('retention_hold')
    .values({
      id,
      person_id: gone[2].id,
      reason: await work.seal(holdReason, { subject: gone[2].id, row: id }, { text }),
      until_on: addDays(today, 90),
      set_by: officer,
      set_at: new Date(work.now.getTime() - 45 * 86_400_000),
    })
    .execute()
}

const writeDeviation = (work: Work) =>
  work.db
    .insertInto('retention_deviation')
    .values({
      rule: 'information_request delete information_request.handled_at',
      number: 1,
      years: 2,
      months: 0,
      days: 0,
      reason: 'de klachtenregeling van ons bestuur laat een klacht tot twee jaar later toe',
      set_by: administrator,
      set_at: new Date(work.now.getTime() - 5 * 86_400_000),
    })
    .execute()

/** Three nights that were proven, the last one of today. */
const writeNights = async (work: Work) => {
  for (const [ago, done] of [
    [2, 812],
    [1, 0],
    [0, 31],
  ] as const) {
    const [id, at] = [randomUUID(), new Date(work.now.getTime() - ago * 86_400_000 - 4 * 3_600_000)]
    const counts = { due: done + 2, done, held: 2, remaining: 0 }
    await work.db
      .insertInto('retention_run')
      .values({ id, as_of: at, started_at: at, state: 'proven', finished_at: at, ...counts })
      .execute()
    await work.db
      .insertInto('retention_step')
      .values([
        { run_id: id, rule: 'attendance_mark delete attendance_mark.on_day', due: done, done, held: 0, remaining: 0 },
        { run_id: id, rule: 'person destroy-key person.left_on', due: 2, done: 0, held: 2, remaining: 0 },
      ])
      .execute()
  }
}

/** Retention at De Vuurtoren: something due, something next week, something held, and a period of its own. */
export const writeRetention = async (work: Work, { organisation, today }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  await writeGone(work, today)
  await writeHold(work, today)
  await writeDeviation(work)
  await writeNights(work)
}
