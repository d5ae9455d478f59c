import { isOn } from '#shared/access/switch.ts'
import type { Words } from '#shared/language/index.ts'
import { deviationsOf } from '#shared/retention/deviations.ts'
import { nameOf } from '#shared/retention/rules.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations, type Declaration, type Field, type Kind, type Period } from '#shared/vault/declaration.ts'
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

type Column = {
  readonly column: string
  readonly kinds: readonly Kind[]
  readonly sealed: boolean
  readonly notSealedBecause: Words | null
}

export type Holding = {
  readonly table: string
  readonly what: Words
  readonly whoSees: Words
  readonly periods: readonly Words[]
  /** The same periods as they count, whatever they are called. */
  readonly keeps: readonly string[]
  readonly columns: readonly Column[]
}

/** One processing: everything that is done for one purpose (art. 30(1) GDPR). */
export type Entry<Name extends string = string> = {
  readonly purpose: Name
  readonly name: Words
  readonly why: Words
  readonly ground: Ground
  readonly law: Words
  /** Since when that ground counts, when the organisation chose it. */
  readonly since: Date | null
  readonly subjects: readonly Subject[]
  readonly kinds: readonly Kind[]
  readonly recipients: Words | null
  /** The same recipients as they count, whatever they are called: in the words of the organisation, or by default. */
  readonly gets: string | null
  /** What of it goes outside the EEA, to which country and how it is protected there; nothing, unless recorded. */
  readonly outside?: string
  readonly holdings: readonly Holding[]
  /** Who sees it and how long, of what no table is declared for yet: a consent that nothing published on. */
  readonly whoSees?: Words
  readonly period?: Words
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

/** What an organisation decided of its own: by purpose, and by the name of a rule of retention. */
type Own = {
  readonly choices: ReadonlyMap<string, { readonly value: Choices[PurposeName]; readonly at: Date }>
  readonly periods: ReadonlyMap<string, Period>
}

const holdingOf = (declared: Declaration, own: Own): Holding => {
  const rules = declared.retention.map((rule) => ({
    ...rule,
    keep: own.periods.get(nameOf(declared.table, rule)) ?? rule.keep,
  }))
  return {
    table: declared.table,
    what: declared.what,
    whoSees: declared.seenBy,
    periods: rules.map(periodWords),
    keeps: rules.map((rule) => `${nameOf(declared.table, rule)} ${JSON.stringify(rule.keep)}`),
    columns: columnsOf(declared),
  }
}

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
  own: Own = { choices: new Map(), periods: new Map() },
): Entry<PurposeName>[] => {
  const about = declaredAt(organisation).filter((declared) => declared.about !== 'nobody')
  return names.flatMap((purpose): Entry<PurposeName>[] => {
    const { name, why, law, subjects, recipients, schoolsOnly }: Purpose = purposes[purpose]
    const school = organisation.kind === 'school'
    const holdings = about.filter((declared) => declared.purpose === purpose).map((one) => holdingOf(one, own))
    if (holdings.length === 0 || (schoolsOnly && !school)) return []
    const chosen = own.choices.get(purpose)
    const others = chosen?.value.recipients
    return [
      {
        purpose,
        name,
        why,
        law,
        ground: chosen?.value.ground ?? groundsFor(purpose, organisation.kind)[0],
        since: chosen?.at ?? null,
        subjects: school || subjects.every((one) => one === 'contact') ? subjects : ['staff'],
        kinds: kindsOf(holdings),
        recipients: others ? { nl: others, en: others } : (recipients ?? null),
        gets: others || (recipients ? 'default' : null),
        ...(chosen?.value.outside ? { outside: chosen.value.outside } : {}),
        holdings,
      },
    ]
  })
}

/** The same for the organisation of this work, with its own choices and periods. */
export const ownEntries = async (work: Work, organisation: Organisation): Promise<Entry<PurposeName>[]> => {
  const newestLast = (await choicesOf(work)).toReversed()
  return entriesOf(organisation, {
    choices: new Map(newestLast.map(({ about, ...choice }) => [about, choice])) as never,
    periods: new Map((await deviationsOf(work)).map(({ rule, keep }) => [rule, keep])),
  })
}
