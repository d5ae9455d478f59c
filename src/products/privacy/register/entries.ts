import { isOn } from '#shared/access/switch.ts'
import type { Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations, type Declaration, type Field, type Kind } from '#shared/vault/declaration.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import {
  type Ground,
  groundsFor,
  type Purpose,
  type PurposeName,
  purposes,
  type Subject,
} from '#shared/vault/purpose.ts'
import { type Choices, choicesOf } from '../choices/choices.ts'
import type { Organisation } from './organisation.ts'
import { periodWords } from './periods.ts'

export type Column = {
  readonly column: string
  readonly kinds: readonly Kind[]
  readonly sealed: boolean
  readonly notSealedBecause: string | null
}

export type Holding = {
  readonly table: string
  readonly what: Words
  readonly whoSees: Words
  readonly periods: readonly Words[]
  readonly columns: readonly Column[]
}

/** One processing: everything that is done for one purpose (art. 30(1) GDPR). */
export type Entry = {
  readonly purpose: PurposeName
  readonly name: Words
  readonly why: Words
  readonly ground: Ground
  readonly law: Words
  /** Since when that ground counts, when the organisation chose it. */
  readonly since: Date | null
  readonly subjects: readonly Subject[]
  readonly kinds: readonly Kind[]
  readonly recipients: Words | null
  readonly holdings: readonly Holding[]
}

const columnsOf = ({ columns }: Declaration): Column[] =>
  Object.entries(columns).map(([column, is]) =>
    'name' in is
      ? {
          column,
          kinds: [...new Set(Object.values<Field>(is.fields).map(({ kind }) => kind))],
          sealed: true,
          notSealedBecause: null,
        }
      : { column, kinds: [is.kind], sealed: false, notSealedBecause: is.plain },
  )

const holdingOf = (declared: Declaration): Holding => ({
  table: declared.table,
  what: declared.what,
  whoSees: declared.seenBy,
  periods: declared.retention.map(periodWords),
  columns: columnsOf(declared),
})

/** The declarations of what is on at an organisation: everything it can hold. */
export const declaredAt = (organisation: Organisation): Declaration[] =>
  allDeclarations().filter(({ module }) => module === undefined || isOn(module, organisation))

const names = Object.keys(purposes) as PurposeName[]

/** The kinds of all columns, each once, in the order in which people read them. */
const kindsOf = (holdings: readonly Holding[]): Kind[] => {
  const held = new Set(holdings.flatMap(({ columns }) => columns.flatMap(({ kinds }) => kinds)))
  return (Object.keys(kindWords) as Kind[]).filter((kind) => held.has(kind))
}

/** What is processed at an organisation and on what ground: one entry per purpose that something is held for. */
export const entriesOf = (
  organisation: Organisation,
  chosen: ReadonlyMap<string, { readonly value: Choices[PurposeName]; readonly at: Date }>,
): Entry[] => {
  const about = declaredAt(organisation).filter((declared) => declared.about !== 'nobody')
  return names.flatMap((purpose): Entry[] => {
    const { name, why, law, subjects, recipients, schoolsOnly }: Purpose = purposes[purpose]
    const school = organisation.kind === 'school'
    const holdings = about.filter((declared) => declared.purpose === purpose).map(holdingOf)
    if (holdings.length === 0 || (schoolsOnly && !school)) return []
    const own = chosen.get(purpose)
    const others = own?.value.recipients
    return [
      {
        purpose,
        name,
        why,
        law,
        ground: own?.value.ground ?? groundsFor(purpose, organisation.kind)[0],
        since: own?.at ?? null,
        subjects: school ? subjects : ['staff'],
        kinds: kindsOf(holdings),
        recipients: others ? { nl: others, en: others } : (recipients ?? null),
        holdings,
      },
    ]
  })
}

/** The same for the organisation of this work, with its own choices. */
export const ownEntries = async (work: Work, organisation: Organisation): Promise<Entry[]> => {
  const newestLast = (await choicesOf(work)).toReversed()
  return entriesOf(organisation, new Map(newestLast.map(({ about, ...choice }) => [about, choice])) as never)
}
