import type { Fields, GroupField, PersonField } from './fields.ts'

type Known<Field extends string> = { id: string; fields: Fields<Field> }

/**
 * A person or group of the file (`roster`: index) that may be one of `candidates` (internal ids, none certain).
 * - `identifiers-disagree`: the ECK iD says one, the key another.
 * - `key-reused`: the key is known, but the ECK iD, or birth date and name, are someone else's.
 * - `same-name`: only the name says so.
 */
export type Ambiguity = {
  roster: number
  candidates: string[]
  reason: 'identifiers-disagree' | 'key-reused' | 'same-name'
}

/** What a person decided about what was ambiguous: roster index to the internal id that it is, or `new`. */
export type Choices = ReadonlyMap<number, string>

/** Per index of the file: the internal id, null for new, undefined for ambiguous. `free`: in the state, not in the file. */
export type Match = { ids: (string | null | undefined)[]; ambiguous: Ambiguity[]; free: ReadonlySet<string> }

type PersonFields = Fields<PersonField> & { birthDate?: string | null | undefined }
type KnownPerson = { id: string; fields: PersonFields }

/**
 * Decides who of the file is who in the state, never merging two people silently (standards.md 1.5, item 4):
 *
 * 1. The same ECK iD is the same person, unless the key points to someone else who has no ECK iD.
 * 2. The same key is the same person, unless the ECK iDs differ, or the person looks like another one altogether.
 * 3. Who has no identifier in the file, but is equal in everything else, is the same: storing it changes nothing.
 * 4. Surname, prefix, call name and birth date all equal and unique on both sides, and no identifier against it.
 * 5. The same name without that certainty is ambiguous, and so is every "unless". Nobody with that name: new.
 *
 * `current` says who of the file is at school now; others are only looked for by 1 and 2, and never ambiguous.
 */
export function matchPeople(
  known: readonly KnownPerson[],
  found: readonly PersonFields[],
  choices: Choices = new Map(),
  current: (index: number) => boolean = () => true,
): Match {
  const matching = startMatching(known, found, choices)
  const { open, free, held, take, doubt, add } = matching
  const doubtIfCurrent: typeof doubt = (index, ...why) => (current(index) ? doubt(index, ...why) : add(index))

  const byEckId = indexOne(known, ({ fields }) => fields.eckId)
  const byKey = indexOne(known, ({ fields }) => fields.key)
  for (const index of [...open]) {
    const person = found[index]!
    const same = free(byEckId.get(person.eckId ?? ''))
    const other = free(byKey.get(person.key ?? ''))
    if (same === undefined) continue
    if (other !== undefined && other !== same && other.fields.eckId === null) {
      doubtIfCurrent(index, [same, other], 'identifiers-disagree')
    } else take(index, same)
  }
  for (const index of [...open]) {
    const person = found[index]!
    const same = free(byKey.get(person.key ?? ''))
    if (same === undefined) continue
    const reused = differ(person.eckId, same.fields.eckId) || looksLikeAnother(person, same.fields)
    if (reused) doubtIfCurrent(index, [same], 'key-reused')
    else if (held(same)) doubtIfCurrent(index, [same], 'identifiers-disagree')
    else take(index, same)
  }
  for (const index of [...open]) if (!current(index)) add(index)

  const withoutIdentifiers = ({ key: _, eckId: __, ...rest }: PersonFields) => JSON.stringify(rest)
  const equalKnown = Map.groupBy(
    known.filter((person) => free(person) && !held(person)),
    ({ fields }) => withoutIdentifiers(fields),
  )
  const equalFound = Map.groupBy(
    [...open].filter((index) => !given(found[index]!.key ?? found[index]!.eckId)),
    (index) => withoutIdentifiers(found[index]!),
  )
  for (const [text, indexes] of equalFound) {
    const people = equalKnown.get(text)
    if (people?.length === indexes.length) for (const [at, index] of indexes.entries()) take(index, people[at]!)
  }

  const knownByName = Map.groupBy(known.filter(free), ({ fields }) => nameOf(fields))
  const foundByName = Map.groupBy([...open], (index) => nameOf(found[index]!))
  for (const [name, indexes] of foundByName) {
    for (const index of indexes) {
      const person = found[index]!
      const candidates = (knownByName.get(name) ?? []).filter(({ fields }) => !isAnother(person, fields))
      const [only] = candidates
      if (only === undefined) add(index)
      else if (indexes.length === 1 && candidates.length === 1 && !held(only) && isSurely(person, only.fields)) {
        take(index, only)
      } else doubt(index, candidates, 'same-name')
    }
  }
  return matching.result()
}

/**
 * Decides which group of the file is which in the state, within one school year: by key, and where either side has no
 * lasting key by kind and name when both are unique; otherwise ambiguous.
 */
export function matchGroups(
  known: readonly Known<GroupField>[],
  found: readonly Fields<GroupField>[],
  choices: Choices = new Map(),
): Match {
  const matching = startMatching(known, found, choices)
  const { open, free, take, doubt, add } = matching
  const byKey = indexOne(known, ({ fields }) => fields.key)
  for (const index of [...open]) {
    const same = free(byKey.get(found[index]!.key ?? ''))
    if (same !== undefined) take(index, same)
  }
  const nameOf = ({ kind, name }: Fields<GroupField>) => JSON.stringify([kind, name])
  const knownByName = Map.groupBy(known.filter(free), ({ fields }) => nameOf(fields))
  const foundByName = Map.groupBy([...open], (index) => nameOf(found[index]!))
  for (const [name, indexes] of foundByName) {
    for (const index of indexes) {
      const candidates = (knownByName.get(name) ?? []).filter(({ fields }) => !differ(found[index]!.key, fields.key))
      const [only] = candidates
      if (only === undefined) add(index)
      else if (indexes.length === 1 && candidates.length === 1) take(index, only)
      else doubt(index, candidates, 'same-name')
    }
  }
  return matching.result()
}

function startMatching<K extends { id: string }>(known: readonly K[], found: readonly unknown[], choices: Choices) {
  const ids: Match['ids'] = found.map(() => undefined)
  const ambiguous: Ambiguity[] = []
  const freeIds = new Set(known.map(({ id }) => id))
  const heldIds = new Set<string>()
  const open = new Set(found.keys())

  const settle = (index: number, id: string | null) => {
    ids[index] = id
    open.delete(index)
    if (id !== null) freeIds.delete(id)
  }
  for (const [index, choice] of choices) {
    if (open.has(index) && choice === 'new') settle(index, null)
    else if (open.has(index) && freeIds.has(choice)) settle(index, choice)
  }
  return {
    /** Indexes of the file that are not settled yet. */
    open,
    free: (person: K | undefined) => (person !== undefined && freeIds.has(person.id) ? person : undefined),
    /** Whether it is a candidate of something ambiguous: no longer certain to be anyone else. */
    held: ({ id }: K) => heldIds.has(id),
    take: (index: number, { id }: K) => settle(index, id),
    add: (index: number) => settle(index, null),
    doubt(index: number, candidates: readonly K[], reason: Ambiguity['reason']): void {
      open.delete(index)
      const all = candidates.map(({ id }) => id)
      for (const id of all) heldIds.add(id)
      ambiguous.push({ roster: index, candidates: all, reason })
    },
    result: (): Match => ({ ids, ambiguous, free: freeIds.difference(heldIds) }),
  }
}

function indexOne<K>(people: readonly K[], identifierOf: (item: K) => Text): Map<string, K> {
  const index = new Map<string, K>()
  for (const item of people) {
    const identifier = identifierOf(item)
    if (given(identifier)) index.set(identifier, item)
  }
  return index
}

type Text = string | null | undefined
/** Both are known, and not the same. */
const differ = (one: Text, other: Text) => given(one) && given(other) && one !== other
const given = (text: Text): text is string => text !== null && text !== undefined

const firstOf = ({ callName, firstNames, initials }: PersonFields) => callName ?? firstNames ?? initials ?? null
const nameOf = (fields: PersonFields) => JSON.stringify([fields.surname, firstOf(fields)])

// A key that was given to another child would hand a family to a stranger, so it takes more than a key when all differs.
function looksLikeAnother(one: PersonFields, other: PersonFields): boolean {
  if (given(one.birthDate) && one.birthDate === other.birthDate) return false
  const otherFirst = firstOf(one) !== firstOf(other)
  return otherFirst && (differ(one.birthDate, other.birthDate) || one.surname !== other.surname)
}

function isAnother(one: PersonFields, other: PersonFields): boolean {
  return differ(one.birthDate, other.birthDate) && (differ(one.eckId, other.eckId) || differ(one.key, other.key))
}

function isSurely(one: PersonFields, other: PersonFields): boolean {
  const whole = given(one.birthDate) && given(one.surname) && given(one.callName)
  const equal = one.birthDate === other.birthDate && one.callName === other.callName && one.prefix === other.prefix
  return whole && equal && !differ(one.eckId, other.eckId) && !differ(one.key, other.key)
}
