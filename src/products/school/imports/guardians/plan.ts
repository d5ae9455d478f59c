import type { PersonRecord } from '../../people/personal-data.ts'
import { type FilePerson, gather, personOf } from './gather.ts'
import { type Choices, matchPeople, type PersonMatch, type Reason, rootOf } from './match-people.ts'
import { matchPupils, type PupilMatch } from './match-pupils.ts'
import type { Entry, GuardianFile } from './read.ts'
import type { GuardianState, KnownTie } from './state.ts'
import { samePhone } from './values.ts'

/** What a person decided. `taken` are differences by hand that the file may replace, by {@link Difference} key. */
export type Decisions = {
  readonly pupils?: ReadonlyMap<number, string>
  readonly people?: Choices
  readonly taken?: ReadonlySet<string>
}

export const personFields = ['givenName', 'initials', 'prefix', 'surname', 'email', 'phone'] as const
type PersonField = (typeof personFields)[number]
export const tieFields = ['relation', 'authority', 'livesWith'] as const
type TieField = (typeof tieFields)[number]

type Said = string | boolean
/** One field that is another in the file than here. */
export type Difference = {
  readonly key: string
  readonly field: PersonField | TieField | 'ended'
  readonly here: Said | null
  readonly file: Said | null
}

export type PlannedPerson = {
  /** Index among the people of the file. */
  readonly person: number
  readonly given: FilePerson
  /** Nothing for somebody new. */
  readonly id: string | null
  /** What the file changes, and what the office changed by hand since, which stays. */
  readonly changes: readonly Difference[]
  readonly kept: readonly Difference[]
}

export type PlannedTie = {
  readonly pupil: string
  readonly person: number
  readonly said: Pick<Entry, 'relation' | 'authority' | 'livesWith'>
  readonly tie: KnownTie | null
  readonly changes: readonly Difference[]
  readonly kept: readonly Difference[]
}

type PersonDoubt = { readonly person: number; readonly reason: Reason; readonly candidates: readonly string[] }
type PupilDoubt = { readonly pupil: number; readonly candidates: readonly string[] }

export type GuardianPlan = {
  readonly file: readonly FilePerson[]
  readonly matches: readonly PersonMatch[]
  readonly pupils: readonly PupilMatch[]
  readonly people: readonly PlannedPerson[]
  readonly ties: readonly PlannedTie[]
  readonly doubts: readonly PersonDoubt[]
  readonly pupilDoubts: readonly PupilDoubt[]
  /** Pupils of the file who are not at this school, as indexes of the file. */
  readonly unknown: readonly number[]
  /** How many people of the file have a protected identity: nothing of them is taken over. */
  readonly protected: number
}

/** A keyed hash of what a file said of a field. */
export type Mark = (field: string, said: Said) => string

const unlike = (field: string, here: Said | null, file: Said): boolean => {
  if (field === 'phone') return samePhone(String(here ?? '')) !== samePhone(String(file))
  if (field === 'email' || field === 'relation') return String(here ?? '').toLowerCase() !== String(file).toLowerCase()
  return here !== file
}

/**
 * What a file says against what is stored: a field that is still as the last file left it follows the file; one that
 * somebody changed by hand stays, unless it is among `taken`.
 */
const compare = (
  of: string,
  known: readonly (readonly [Difference['field'], Said | null, Said | null])[],
  memory: Readonly<Record<string, string>> | null,
  mark: Mark,
  taken: ReadonlySet<string>,
) => {
  const changes: Difference[] = []
  const kept: Difference[] = []
  for (const [field, here, file] of known) {
    if (file === null || !unlike(field, here, file)) continue
    const key = `${of} ${field}`
    const empty = here === null || here === ''
    const untouched = memory?.[field] === undefined ? empty : !empty && memory[field] === mark(field, here)
    if (untouched || taken.has(key)) changes.push({ key, field, here, file })
    else kept.push({ key, field, here, file })
  }
  return { changes, kept }
}

const personValue = ({ givenName, initials, prefix, ...rest }: FilePerson, field: PersonField): string | null => {
  if (field === 'givenName') return givenName
  if (field === 'initials') return initials
  if (field === 'prefix') return prefix || null
  return rest[field]
}

/** How somebody is called here: by the given name, or as long as nobody told, by the initials. */
export const calledBy = ({ givenName, initials }: FilePerson): string => givenName ?? initials ?? ''

const recordOf = (id: string, state: GuardianState): PersonRecord => state.adults.get(id)!

/** What the file changes in this school. Changes nothing itself. */
export const planGuardians = (
  state: GuardianState,
  found: GuardianFile,
  mark: Mark,
  decisions: Decisions = {},
): GuardianPlan => {
  const taken = decisions.taken ?? new Set<string>()
  const all = matchPupils(state.pupils, found.pupils)
  const { hidden } = state
  const isHidden = (match: PupilMatch | PersonMatch) =>
    match.is === 'sure' || match.is === 'known'
      ? hidden.has(match.id)
      : match.is === 'doubt' && match.candidates.some((id) => hidden.has(id))
  const pupils = all.map((match, index): PupilMatch => {
    const choice = decisions.pupils?.get(index)
    if (match.is !== 'doubt' || isHidden(match) || choice === undefined) return match
    if (choice === 'nobody') return { is: 'unknown' }
    return match.candidates.includes(choice) ? { is: 'sure', id: choice } : match
  })
  const idOf = (index: number): string | null => {
    const match = pupils[index]!
    return match.is === 'sure' && !hidden.has(match.id) ? match.id : null
  }
  // Everyone of the file, so that somebody keeps a number while it is decided who the pupils are.
  const file = gather(found.entries)
  const pupilsOf = (person: number) => file[person]!.entries.flatMap(({ pupil }) => idOf(pupil) ?? [])
  const guards = Map.groupBy(state.ties, ({ guardian }) => guardian)
  const known = [...state.adults].map(([id, record]) => ({
    id,
    givenName: record.givenName,
    initials: record.initials,
    surname: record.surname,
    email: record.email,
    phone: record.phone,
    pupils: new Set((guards.get(id) ?? []).map(({ pupil }) => pupil)),
  }))
  const matches = matchPeople(known, file, pupilsOf, decisions.people)
  const roots = file.map((_, index) => {
    const root = rootOf(matches, index)
    return root === null || isHidden(matches[root]!) ? null : root
  })
  const members = Map.groupBy(
    file.keys().filter((index) => roots[index] !== null && pupilsOf(index).length > 0),
    (index) => {
      const root = matches[roots[index]!]!
      return root.is === 'known' ? root.id : `new ${roots[index]}`
    },
  )
  const people: PlannedPerson[] = []
  const ties: PlannedTie[] = []
  const tieOf = new Map(
    // The newest one of a pair counts: one in force before one that ended.
    [...state.ties]
      .sort((one, other) => Number(other.ended) - Number(one.ended))
      .map((tie) => [`${tie.pupil} ${tie.guardian}`, tie]),
  )
  for (const indexes of members.values()) {
    const person = indexes[0]!
    const match = matches[roots[person]!]!
    const id = match.is === 'known' ? match.id : null
    const given = personOf(indexes.flatMap((index) => file[index]!.entries))
    const record = id === null ? null : recordOf(id, state)
    const compared =
      record === null
        ? { changes: [], kept: [] }
        : compare(
            `person ${id}`,
            personFields.map((field) => [field, record[field], personValue(given, field)] as const),
            record.guardianFile ?? null,
            mark,
            taken,
          )
    people.push({ person, given, id, ...compared })
    for (const [pupil, entries] of entriesByPupil(given.entries, idOf))
      ties.push(tieFor(pupil, person, entries, (id && tieOf.get(`${pupil} ${id}`)) || null, mark, taken))
  }
  return {
    file,
    matches,
    pupils,
    people,
    ties,
    doubts: matches.flatMap((match, person) =>
      match.is === 'doubt' && !isHidden(match) && pupilsOf(person).length > 0
        ? [{ person, reason: match.reason, candidates: match.candidates }]
        : [],
    ),
    pupilDoubts: pupils.flatMap((match, pupil) =>
      match.is === 'doubt' && !isHidden(match) ? [{ pupil, candidates: match.candidates }] : [],
    ),
    unknown: pupils.flatMap((match, pupil) => (match.is === 'unknown' ? [pupil] : [])),
    protected:
      all.filter(isHidden).length +
      matches.filter((match, person) => isHidden(match) && pupilsOf(person).length > 0).length,
  }
}

const entriesByPupil = (entries: readonly Entry[], idOf: (pupil: number) => string | null) => {
  const found = new Map<string, Entry[]>()
  for (const entry of entries) {
    const id = idOf(entry.pupil)
    if (id !== null) found.set(id, [...(found.get(id) ?? []), entry])
  }
  return found
}

const tieFor = (
  pupil: string,
  person: number,
  entries: readonly Entry[],
  tie: KnownTie | null,
  mark: Mark,
  taken: ReadonlySet<string>,
): PlannedTie => {
  const first = <Field extends TieField>(field: Field) =>
    entries.map((one) => one[field]).find((one) => one !== null) ?? null
  const said = { relation: first('relation'), authority: first('authority'), livesWith: first('livesWith') }
  if (tie === null) return { pupil, person, said, tie, changes: [], kept: [] }
  // Who ended a guardianship by hand meant it: a file brings nobody back by itself.
  const again: Difference = { key: `tie ${tie.id} ended`, field: 'ended', here: true, file: false }
  if (tie.ended) {
    const back = taken.has(again.key)
    return { pupil, person, said, tie: back ? null : tie, changes: [], kept: back ? [] : [again] }
  }
  const compared = compare(
    `tie ${tie.id}`,
    tieFields.map((field) => [field, tie[field], said[field]] as const),
    tie.file,
    mark,
    taken,
  )
  return { pupil, person, said, tie, ...compared }
}
