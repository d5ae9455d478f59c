import { randomUUID } from 'node:crypto'
import { type Kind as AbsenceKind, absenceReason, absenceWord } from '#products/portal/absences/personal-data.ts'
import {
  addGroups,
  assignTeachers,
  ensureSchoolYear,
  placePupils,
  schoolYearOf,
} from '#products/school/organisations/groups.ts'
import { plusDays, weekdayOf } from '#products/school/organisations/school-days.ts'
import { addGuardianships, addPeople, addRoles, inBatches } from '#products/school/people/adding.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Chance, chance } from './random.ts'

/** A morning at twenty past eight, when every teacher opens the list; a Tuesday, so that there is school. */
export const MORNING = new Date('2026-11-24T07:20:00Z')

const PUPILS = 300
const IN_A_GROUP = 27
const GUARDIANS = 187
const MARKED_DAYS = 10
const ABSENCES_EACH = 6

const callNames = 'Noor Sem Yara Daan Amina Luuk Zeynep Finn Saar Youssef Liv Jesse Fatima Bram Łukasz Mila'.split(' ')
const surnames = 'Bree Yılmaz Hof Bakker Okafor Visser Jansen Amrani Smit Nowak Dekker Kaya Mulder Santos'.split(' ')
const prefixes = ['', '', '', '', 'de', 'van', 'van der', "in 't"]

export type BenchSchool = {
  readonly teacher: string
  readonly administrator: string
  /** The teacher's group of 27. */
  readonly group: string
  readonly guardians: readonly string[]
  /** Pupils of whom something was reported for this morning. */
  readonly away: readonly string[]
  /** Every pupil with a guardian, and all groups. */
  readonly families: readonly { readonly pupil: string; readonly guardian: string; readonly group: string }[]
}

const named = (random: Chance) => ({
  givenName: random.pick(callNames),
  prefix: random.pick(prefixes),
  surname: `${random.pick(surnames)}-${random.pick(surnames)}`,
})

const ids = (count: number) => Array.from({ length: count }, () => randomUUID() as string)

/** The school days before a day, the nearest first. */
const schoolDaysBefore = (day: string, count: number): string[] => {
  const days: string[] = []
  for (let at = plusDays(day, -1); days.length < count; at = plusDays(at, -1)) if (weekdayOf(at) <= 5) days.push(at)
  return days
}

type Pupils = readonly { readonly id: string; readonly guardian: string; readonly teacher: string }[]

/** Reports of the year, and of every ninth pupil one of today: ill, at the doctor's until a quarter past ten. */
const addAbsences = async (work: Work, pupils: Pupils, random: Chance) => {
  const seal = await work.sealer(pupils.map(({ id }) => id))
  const days = schoolDaysBefore(work.today, 60)
  const report = (pupil: Pupils[number], day: string, kind: AbsenceKind, until: string | null) => {
    const id = randomUUID()
    const at = { subject: pupil.id, row: id }
    return {
      id,
      pupil_id: pupil.id,
      from_on: day,
      to_on: day,
      until_time: until,
      reason: seal(absenceReason, at, { kind }),
      word: random.below(3) === 0 ? seal(absenceWord, at, { word: 'Sinds vannacht niet lekker.' }) : null,
      via: 'guardian' as const,
      reporter_id: pupil.guardian,
      reported_at: new Date(`${day}T06:${10 + random.below(50)}:00Z`),
      request_key: id,
    }
  }
  const rows = pupils.flatMap((pupil, index) => [
    ...Array.from({ length: ABSENCES_EACH }, () => report(pupil, random.pick(days), 'ill', null)),
    ...(index % 18 === 4 ? [report(pupil, work.today, 'ill', null)] : []),
    ...(index % 18 === 13 ? [report(pupil, work.today, 'doctor', '10:15')] : []),
  ])
  await inBatches(rows, (some) => work.db.insertInto('absence').values(some).execute())
  return rows.filter(({ from_on }) => from_on === work.today).map(({ pupil_id }) => pupil_id)
}

/** Marks of the last two weeks and of this morning, when most of a group has come in and one is late. */
const addMarks = async (work: Work, pupils: Pupils) => {
  const mark = (pupil: Pupils[number], day: string, late = false) => ({
    pupil_id: pupil.id,
    on_day: day,
    state: late ? ('late' as const) : ('present' as const),
    arrived_at: late ? '08:12' : null,
    marked_by: pupil.teacher,
    marked_at: new Date(`${day}T07:15:00Z`),
  })
  const rows = pupils.flatMap((pupil, index) => [
    ...schoolDaysBefore(work.today, MARKED_DAYS).map((day) => mark(pupil, day)),
    ...(index % 9 !== 4 && index % 4 !== 3 ? [mark(pupil, work.today, index % IN_A_GROUP === 8)] : []),
  ])
  await inBatches(rows, (some) => work.db.insertInto('attendance_mark').values(some).execute())
}

/**
 * Fills an empty school with 500 sealed people, invented and the same at every call but for ids: 300 pupils in groups
 * of 27, a teacher for each group, an administrator, guardians, and a history of absences.
 */
export const fillSchool = async (work: Work): Promise<BenchSchool> => {
  const random = chance(500)
  const pupils = ids(PUPILS)
  const groupCount = Math.ceil(PUPILS / IN_A_GROUP)
  const teachers = ids(groupCount)
  const [administrator] = ids(1) as [string]
  const guardians = ids(GUARDIANS)
  await addPeople(
    work,
    [...pupils, ...teachers, administrator, ...guardians].map((id) => ({ id, record: named(random) })),
  )
  const { startsOn: from, endsOn } = schoolYearOf(work.today)
  await addRoles(work, [
    ...pupils.map((person) => ({ person, role: 'pupil' as const, from })),
    ...teachers.map((person) => ({ person, role: 'teacher' as const, from })),
    { person: administrator, role: 'administrator', from },
  ])
  const groups = await addGroups(
    work,
    await ensureSchoolYear(work, from, endsOn),
    teachers.map((_, index) => ({ name: `Groep ${index + 1}`, kind: 'home', year: String(1 + (index % 8)) })),
  )
  const groupOf = (index: number) => Math.floor(index / IN_A_GROUP)
  await placePupils(
    work,
    pupils.map((pupil, index) => ({ group: groups[groupOf(index)]!, pupil, year: null, from })),
  )
  await assignTeachers(
    work,
    teachers.map((person, index) => ({ group: groups[index]!, person, from })),
  )
  const placed = pupils.map((id, index) => ({
    id,
    guardian: guardians[index % GUARDIANS]!,
    teacher: teachers[groupOf(index)]!,
  }))
  await addGuardianships(
    work,
    placed.map(({ id, guardian }) => ({ pupil: id, guardian, authority: 'yes', relation: 'moeder', from })),
  )
  const away = await addAbsences(work, placed, random)
  await addMarks(work, placed)
  const families = placed.map(({ id, guardian }, index) => ({ pupil: id, guardian, group: groups[groupOf(index)]! }))
  return { teacher: teachers[0]!, administrator, group: groups[0]!, away, guardians, families }
}
