import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { inForce, notEnded } from '../people/in-force.ts'
import { type PersonRecord, personRecord } from '../people/personal-data.ts'
import { type Ahead, aheadOf, expectedIn, plannedGroupsOf, plannedPlacesOf } from './ahead.ts'
import { pupilOf, teacherOf } from './records.ts'
import type { Year } from './roster/roster.ts'
import type { State, StateGroup } from './roster/state.ts'

/** A pupil's place in a group of the school year. */
export type Place = { readonly group: string; readonly kind: 'home' | 'composed'; readonly year: Year | null }

/** What a school has stored, as an import sees it. */
export type Stored = {
  /** Everyone at school, also who was added by hand: the file may name them. */
  readonly state: State
  readonly records: ReadonlyMap<string, PersonRecord>
  /** The ids of everyone who works here; the other adults of the state are guardians. */
  readonly team: ReadonlySet<string>
  readonly places: ReadonlyMap<string, readonly Place[]>
  /** The newest school year that has groups. */
  readonly schoolYear: { readonly id: string; readonly startsOn: string } | null
  /** Six characters when the school is one location of its BRIN. */
  readonly brin: string | null
  /** What the administration calls the school in its files, once one said so. */
  readonly schoolKey: string | null
  readonly keepsBirthDates: boolean
  /** Set when the file is of a year to come: it goes into the preparation of that year, and changes no group of today. */
  readonly ahead: Ahead | null
  /** New next year: an ordinary file of this year does not know them, and they do not leave by it. */
  readonly expected: ReadonlySet<string>
}

export const schoolOf = (work: Work) =>
  work.db.selectFrom('school').select(['brin', 'keeps_birth_dates', 'source_key']).executeTakeFirst()

/** Whether dates of birth are taken over from files of this school; nothing for what is no school. */
export const keepsBirthDates = async (work: Work): Promise<boolean | null> =>
  (await schoolOf(work))?.keeps_birth_dates ?? null

const newestYear = (work: Work) =>
  work.db
    .selectFrom('school_year')
    .select(['id', 'starts_on as startsOn'])
    .where('id', 'in', ({ selectFrom }) => selectFrom('school_group').select('school_year_id'))
    .orderBy('starts_on', 'desc')
    .executeTakeFirst()

const groupsOf = async (work: Work, schoolYear: string): Promise<StateGroup[]> => {
  const rows = await work.db
    .selectFrom('school_group')
    .select(['id', 'source_key as key', 'name', 'kind', 'year'])
    .where('school_year_id', '=', schoolYear)
    .where('ended_on', 'is', null)
    .where('by_hand', '=', false)
    .execute()
  return rows as StateGroup[]
}

const placesOf = async (work: Work, schoolYear: string) => {
  const rows = await work.db
    .selectFrom('group_pupil')
    .innerJoin('school_group', 'school_group.id', 'group_pupil.group_id')
    .select(['group_pupil.pupil_id as pupil', 'school_group.id as group', 'school_group.kind', 'group_pupil.year'])
    .where('school_group.school_year_id', '=', schoolYear)
    .where('school_group.by_hand', '=', false)
    .where(notEnded('group_pupil', work.today))
    .execute()
  return Map.groupBy(rows as (Place & { pupil: string })[], ({ pupil }) => pupil)
}

/** Everyone at school, or one of them, with whether they are a pupil or of the team. */
const peopleOf = async (work: Work, only: string | undefined) => {
  let query = work.db
    .selectFrom('person')
    .select(({ selectFrom }) => [
      'person.id',
      'person.record',
      selectFrom('person_role')
        .select(sql<string[]>`coalesce(array_agg(role), '{}')`.as('roles'))
        .whereRef('person_role.person_id', '=', 'person.id')
        .where(inForce('person_role', work.today))
        .as('roles'),
    ])
    .where('person.state', '=', 'active')
  if (only) query = query.where('person.id', '=', only)
  const people = await work.open(await query.execute(), { record: wholeRecord })
  return people.map(({ id, record, roles }) => ({
    id,
    record,
    pupil: record.fromFile ? record.fromFile.kind === 'pupil' : (roles ?? []).includes('pupil'),
    team: record.fromFile?.kind === 'teacher' || (roles ?? []).some((role) => role !== 'pupil'),
  }))
}

/** People who were at school before, by what their file called them. */
export type Left = Readonly<Record<'pupils' | 'teachers', readonly { id: string; record: PersonRecord }[]>>

/** Reads who left: one of them may be back in the file. */
export const readLeft = async (work: Work): Promise<Left> => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('state', '=', 'left').execute()
  const people = await work.open(rows, { record: wholeRecord })
  return {
    pupils: people.filter(({ record }) => record.fromFile?.kind === 'pupil'),
    teachers: people.filter(({ record }) => record.fromFile?.kind === 'teacher'),
  }
}

const fields = [
  ...(['givenName', 'prefix', 'surname', 'initials', 'email', 'phone', 'birthDate', 'sex', 'eckId'] as const),
  ...(['sourceKey', 'calledInClass', 'fromFile', 'guardianFile'] as const),
] satisfies (keyof PersonRecord)[]

/** Every field of a record: what the file does not say is sealed again as it was. */
const wholeRecord = reading(personRecord, 'id', ...fields)

/** One import of a school at a time: the second one waits here, and then sees what the first one stored. */
export const oneImportAtATime = (work: Work) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${work.organisation}`}, 0))`.execute(work.db)

/**
 * Reads what a file is compared with. Needs to see everyone, protected identities included (see `wholeSchool`): who is
 * not seen would be added a second time. Nothing when the organisation is no school. `fileOf`, the first day of the
 * file's year: while that year is being prepared the file is compared with the preparation. `only`: nobody else is opened.
 */
export const readState = async (work: Work, fileOf?: string, only?: string): Promise<Stored | null> => {
  const [school, newest = null, people] = await Promise.all([schoolOf(work), newestYear(work), peopleOf(work, only)])
  if (!school) return null
  const ahead = newest && fileOf === newest.startsOn ? null : await aheadOf(work, fileOf)
  const planned = ahead?.plan
  const schoolYear = planned ? { id: planned, startsOn: fileOf! } : newest
  const groups = planned ? await plannedGroupsOf(work, planned) : newest ? await groupsOf(work, newest.id) : []
  const places: ReadonlyMap<string, readonly Place[]> = planned
    ? await plannedPlacesOf(work, planned)
    : newest
      ? await placesOf(work, newest.id)
      : new Map()
  const pupils: State['pupils'] = []
  const teachers: State['teachers'] = []
  for (const { id, record, pupil } of people) {
    if (!pupil) {
      teachers.push({ id, ...teacherOf(record) })
      continue
    }
    const own = places.get(id) ?? []
    const home = own.find(({ kind }) => kind === 'home')
    const said = pupilOf(record)
    pupils.push({
      id,
      ...said,
      // A date that the school does not take over is not compared either; one typed by hand stays.
      birthDate: school.keeps_birth_dates ? said.birthDate : null,
      year: said.year ?? home?.year ?? null,
      homeGroup: home?.group ?? null,
      composedGroups: own.filter(({ kind }) => kind === 'composed').map(({ group }) => group),
    })
  }
  const start = schoolYear ? Number(schoolYear.startsOn.slice(0, 4)) : 0
  return {
    state: {
      brin: school.brin?.slice(0, 4) ?? null,
      schoolYear: schoolYear && { start, end: start + 1 },
      pupils,
      teachers,
      groups,
    },
    records: new Map(people.map(({ id, record }) => [id, record])),
    team: new Set(people.flatMap(({ id, team }) => (team ? [id] : []))),
    places,
    schoolYear,
    brin: school.brin,
    schoolKey: school.source_key,
    keepsBirthDates: school.keeps_birth_dates,
    ahead,
    expected: ahead ? new Set() : await expectedIn(work),
  }
}
