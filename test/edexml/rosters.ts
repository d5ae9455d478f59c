import fc from 'fast-check'
import {
  type Assignment,
  type Group,
  type Name,
  type Pupil,
  type Roster,
  roleCodes,
  type Teacher,
  years,
} from '#products/school/imports/roster/roster.ts'

// For tests: rosters as any file could give them. Small pools, so that names, keys and ECK iDs meet often.

const text = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((value) => value.replace(/\s+/g, ' ').trim().normalize('NFC'))
    .filter((value) => value.length > 0 && value.length <= max && value.isWellFormed() && !/\p{Cc}|\p{Cn}/u.test(value))

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const day = fc
  .integer({ min: 0, max: 6000 })
  .map((days) => new Date(Date.UTC(2012, 0, 1 + days)).toISOString().slice(0, 10))
const poolKey = fc.integer({ min: 1, max: 12 }).map((n) => `k${n}`)
const key = orNull(
  fc.oneof(
    { weight: 4, arbitrary: poolKey },
    text(20).filter((value) => !value.startsWith('#')),
  ),
)
const eckId = orNull(fc.integer({ min: 1, max: 12 }).map((n) => `https://ketenid.nl/${n}`))

const fewNames: fc.Arbitrary<Name> = fc.record({
  surname: fc.constantFrom('Bree', 'Kaya'),
  prefix: fc.constantFrom(null, 'van'),
  firstNames: fc.constant(null),
  initials: fc.constantFrom(null, 'S'),
  callName: fc.constantFrom('Saar', 'Sem', null),
})
const anyName: fc.Arbitrary<Name> = fc.oneof(
  fc.record({
    surname: text(60),
    prefix: orNull(text(10)),
    firstNames: orNull(text(60)),
    initials: orNull(text(6)),
    callName: orNull(text(60)),
  }),
  text(60).map((callName) => ({ surname: null, prefix: null, firstNames: null, initials: null, callName })),
)
const name = fc.oneof(fewNames, anyName)

const group: fc.Arbitrary<Group> = fc
  .record({ name: text(20), home: fc.boolean(), year: fc.constantFrom(...years), lasting: fc.boolean() })
  .map(({ name, home, year, lasting }) => ({
    key: `${lasting ? '' : '#'}g ${name}`,
    name,
    ...(home ? { kind: 'home' as const, year } : { kind: 'composed' as const, year: null }),
  }))

const roles = {
  roles: fc.uniqueArray(fc.constantFrom(...roleCodes)),
  otherRoles: fc.uniqueArray(text(20), { maxLength: 2 }),
}

/** Any roster that a file can give: keys and ECK iDs unique, references to what is there. */
export const rosters: fc.Arbitrary<Roster> = fc
  .record({
    locations: fc.uniqueArray(fc.record({ key: text(10), name: text(20) }), {
      maxLength: 2,
      selector: ({ key }) => key,
    }),
    groups: fc.uniqueArray(group, { maxLength: 4, selector: ({ name }) => name }),
  })
  .chain(({ locations, groups }) => {
    const of = (kind: Group['kind']) => groups.filter((group) => group.kind === kind).map((group) => group.key)
    const some = <T>(items: T[]) => fc.subarray(items)
    const one = (items: string[]) => (items.length === 0 ? fc.constant(null) : orNull(fc.constantFrom(...items)))
    const pupil: fc.Arbitrary<Pupil> = fc
      .record({
        key,
        eckId,
        name,
        birthDate: orNull(fc.oneof(day, fc.constant('2019-02-11'))),
        year: orNull(fc.constantFrom(...years)),
        homeGroup: one(of('home')),
        composedGroups: some(of('composed')),
        location: one(locations.map((location) => location.key)),
        enteredOn: orNull(day),
        leftOn: orNull(day),
      })
      .map((pupil) => ({ ...pupil, year: pupil.year ?? yearOf(groups, pupil.homeGroup) }))
    const assignment: fc.Arbitrary<Assignment> = fc.record({
      group: fc.constantFrom(...(groups.length === 0 ? [''] : groups.map((group) => group.key))),
      ...roles,
    })
    const teacher: fc.Arbitrary<Teacher> = fc.record({
      key,
      eckId,
      name,
      email: orNull(fc.constantFrom('lia@school.example', 'sem@school.example')),
      ...roles,
      groups:
        groups.length === 0
          ? fc.constant([])
          : fc.uniqueArray(assignment, { maxLength: 2, selector: ({ group }) => group }),
    })
    return fc.record({
      schoolYear: fc.integer({ min: 2024, max: 2027 }).map((start) => ({ start, end: start + 1 })),
      brin: fc.constant('99QX'),
      locationCode: orNull(fc.constantFrom('01', '02')),
      schoolKey: fc.constant(null),
      referenceDate: day,
      silent: fc.constant(['email' as const]),
      locations: fc.constant(locations),
      groups: fc.constant(groups),
      pupils: fc.array(pupil, { minLength: 1, maxLength: 8 }).map(uniqueIdentifiers),
      teachers: fc.array(teacher, { maxLength: 4 }).map(uniqueIdentifiers),
    })
  })

// As the reader does: a pupil without a year has that of the home group, unless it is a combination class.
function yearOf(groups: Group[], key: string | null): Pupil['year'] {
  const year = groups.find((group) => group.key === key)?.year ?? null
  return year === 'C' ? null : year
}

function uniqueIdentifiers<P extends { key: string | null; eckId: string | null }>(people: P[]): P[] {
  const taken = new Set<string>()
  const once = (value: string | null) => {
    if (value === null || taken.has(value)) return null
    taken.add(value)
    return value
  }
  return people.map((person) => ({ ...person, key: once(person.key), eckId: once(person.eckId) }))
}
