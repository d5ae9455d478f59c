import type { Words } from '#shared/language/index.ts'
import type { PurposeName } from './purpose.ts'
import type { SealedRecords } from './sealed.ts'

/** Kinds of personal data, as the annexes of the processing agreement and the breach desk name them. */
export type Kind =
  | 'identifier'
  | 'ordinary'
  | 'contact'
  | 'credential'
  | 'image'
  | 'results'
  | 'financial'
  | 'health'
  | 'family'
  | 'activity'

/** How a column or field is shown to the person it is about. */
export type Label = {
  readonly words: Words
  /** The words of a list's values; of an array, of each value. */
  readonly values?: Readonly<Record<string, Words>>
  /** The fields of a field that is itself a record, or a list of records. */
  readonly fields?: Readonly<Record<string, Field>>
  /** It holds the id of a person, or of a row whose name stands in that column (`school_group.name`). */
  readonly refersTo?: 'person' | ColumnName
  /** Somebody typed what they liked: the school looks before others read it. Who wrote it, when a column says so. */
  readonly mayNameOthers?: { readonly writtenBy: string | null }
}

/** Something that is known about a person; without a label it is bookkeeping and shown nowhere. */
export type Field = { readonly kind: Kind; readonly label: Label | null }

/** A column that stands in plain text, and why that is allowed. */
export type Plain = Field & { readonly plain: Words }

/** A sealed column: its permanent name (never the catalogue's, which may change) and what each of its fields is. */
export type SealedField<Name extends keyof SealedRecords> = {
  readonly name: Name
  readonly fields: { readonly [Key in keyof SealedRecords[Name]]-?: Field }
}

/** A column of any table, as `table.column`. */
type ColumnName = `${string}.${string}`

/** From whom or what the school has something. */
export type Source = 'person' | 'guardian' | 'school' | 'file' | 'use' | 'other-school'

/** A length of time; `until`: counted from the first such day (`MM-DD`) after the moment, when a school year ends. */
export type Period = {
  readonly years?: number
  readonly months?: number
  readonly days?: number
  readonly until?: `${number}-${number}`
}

/**
 * When a row goes: how long after which moment, and what then. The night's run carries it out as it stands here
 * (src/shared/retention); one that cannot be carried out fails `test/catalogue.test.ts`.
 */
export type Retention = {
  /**
   * `table.column`, a day or a moment: of the row itself, or of the row that the columns of `through` lead to. With
   * `vault_key.destroyed_at` it is the key of whom the row is about.
   */
  readonly after: string
  /** The column of the same table that counts where that one is empty. An empty moment never passes. */
  readonly otherwise?: string
  /** Columns with a foreign key, from the row to the table of `after`; the column of `about`, unless said. */
  readonly through?: readonly string[]
  readonly keep: Period
  /** `destroy-key`: the row is the subject, and everything about it goes, its key first. */
  readonly finally: 'delete' | 'anonymise' | 'destroy-key'
  /** What `anonymise` empties; the row stays. */
  readonly empties?: readonly string[]
  /** Who carries it out where rows cannot go one by one. */
  readonly by?: 'audit-expiry'
  /** How long the law demands it at least, and which law: no organisation can decide otherwise, and erasure waits for it. */
  readonly atLeast?: { readonly keep: Period; readonly law: Words }
  readonly because: string
}

export type Declaration = {
  readonly table: string
  /** What it holds, as the overview of rights names it. */
  readonly what: Words
  /** The column that holds the subject's id, or `nobody` for a table without personal data, with the reason. */
  readonly about: string
  /** Where `about` holds the id of a row that is about people, and not a person's: the column that has it there too. */
  readonly through?: ColumnName
  /** Whom else a row is about: the column with their id, and which columns are theirs and not the subject's. */
  readonly alsoAbout?: Readonly<Record<string, readonly string[]>>
  /** From whom it comes, of a table or of each row; a table about nobody needs none. */
  readonly source?: Source | ((row: Readonly<Record<string, unknown>>) => Source)
  readonly purpose: PurposeName
  /** The module it goes with, when that is one that a school can switch off; then it counts only where it is on. */
  readonly module?: string
  readonly seenBy: Words
  readonly retention: readonly Retention[]
  /**
   * Why its rows stay when the person they are about is erased, with the law that says so: by then they hold numbers that
   * say nothing. Where it is not said, they go.
   */
  readonly stays?: Words
  /** Rows that stand in a calendar: the columns with the day or moment they begin, and the last day or the end. */
  readonly event?: { readonly from: string; readonly to?: string }
  /** The column that names a sealed file in the file store: its bytes go with the row. */
  readonly file?: string
  /**
   * Its rows are subjects themselves, such as a conversation: what hangs on one is sealed under a key of its own, by the row's
   * id, which is destroyed when the row goes. One that no row of `through` names any more is about nobody, and goes.
   */
  readonly ownKey?: true
  /**
   * Rows that the school may keep to itself at first, such as a mark that is not released: who they are about reads them once
   * `until` is filled, and `days` after `since` at the latest. The law gives a month (art. 12(3) GDPR).
   */
  readonly heldBack?: { readonly until: string; readonly since: string; readonly days: number }
  readonly columns: Readonly<Record<string, Plain | SealedField<keyof SealedRecords>>>
}

/** Rows that say who did something, by a number that says nothing once that person is erased. */
export const whoDidIt: Words = {
  nl: 'artikel 5 lid 2 van de AVG: de school moet kunnen laten zien wat er is gedaan; er staat alleen een nummer',
  en: 'article 5(2) GDPR: the school must be able to show what was done; only a number stands there',
}

/** Why a column stands in plain text: the data map shows it. */
type Reason = readonly [nl: string, en: string]

type Values = Readonly<Record<string, readonly [nl: string, en: string] | Words>>

const label = (nl: string, en: string, values?: Values): Label => ({
  words: { nl, en },
  ...(values && {
    values: Object.fromEntries(
      Object.entries(values).map(([value, said]) => [value, 'nl' in said ? said : { nl: said[0], en: said[1] }]),
    ),
  }),
})

/**
 * A plain column with the reason why it is not sealed, in Dutch and English; call it with what people read:
 * `plain('activity', …)('groep', 'group')`.
 */
export const plain =
  (kind: Kind, ...[whyNl, whyEn]: Reason) =>
  (nl: string, en: string, values?: Values): Plain => ({
    kind,
    plain: { nl: whyNl, en: whyEn },
    label: label(nl, en, values),
  })

/** A plain column that is bookkeeping: an id, a hash, a fact that is not about a person. Nobody is shown it. */
export const internal = (kind: Kind, ...[nl, en]: Reason): Plain => ({ kind, plain: { nl, en }, label: null })

const ID: Words = {
  nl: 'een willekeurig nummer dat niets zegt; de naam staat versleuteld bij de persoon',
  en: 'a random number that says nothing; the name stands sealed with the person',
}

/** The id of a row, or of one that it belongs to. */
export const id: Plain = internal(
  'identifier',
  'een willekeurig nummer dat niets zegt; regels worden ermee gevonden',
  'a random number that says nothing; rows are found by it',
)

/** A column with the id of another person, who is shown as "you", by a name one may know, or as "somebody". */
export const someone = (nl: string, en: string): Plain => ({
  kind: 'identifier',
  plain: ID,
  label: { ...label(nl, en), refersTo: 'person' },
})

/**
 * A column with the id of a row that has a name of its own: `linked('groep', 'group', 'school_group.name')`. `values` are the
 * words of a name that is one of a list.
 */
export const linked = (nl: string, en: string, refersTo: ColumnName, values?: Values): Plain => ({
  kind: 'identifier',
  plain: ID,
  label: { ...label(nl, en, values), refersTo },
})

const field =
  (kind: Kind) =>
  (nl: string, en: string, values?: Values): Field => ({ kind, label: label(nl, en, values) })

/** A field of a sealed record, by its kind: `ordinary('achternaam', 'surname')`. */
export const ordinary = field('ordinary')
export const identifier = field('identifier')
export const contact = field('contact')
export const health = field('health')
export const family = field('family')
export const activity = field('activity')
export const results = field('results')

/** A field of a sealed record that is bookkeeping. */
export const unshown = (kind: Kind): Field => ({ kind, label: null })

/** A field in which somebody types what they like, and so perhaps about others; the column says who wrote it. */
export const mayNameOthers = (one: Field, writtenBy: string | null = null): Field => ({
  ...one,
  label: one.label && { ...one.label, mayNameOthers: { writtenBy } },
})

/** A field that is a record itself, or a list of them. */
export const within = (one: Field, fields: Readonly<Record<string, Field>>): Field => ({
  ...one,
  label: one.label && { ...one.label, fields },
})

/** A sealed column under its permanent name; every field of its record says its kind and what people read. */
export const sealed = <Name extends keyof SealedRecords>(
  name: Name,
  fields: SealedField<Name>['fields'],
): SealedField<Name> => ({ name, fields })

const declarations = new Map<string, Declaration>()

/**
 * Declares what a table knows about people: about whom, for which purpose, the kind of each column, who may see it and
 * when it goes. The register, the statement, the annexes and the retention job are views of these; a column of the
 * real catalogue that is not declared fails `test/catalogue.test.ts` (art. 30 GDPR; PROMISES P15, P60).
 * `columns` names every column except `organisation_id`.
 */
export const personalData = (table: string, declared: Omit<Declaration, 'table'>): void => {
  if (declarations.has(table)) throw new Error(`Table ${table} is declared twice`)
  declarations.set(table, { table, ...declared })
}

/** Every declaration of the modules that are loaded. */
export const allDeclarations = (): readonly Declaration[] => [...declarations.values()]

const moments = new Map<string, Words>()

/** Says in words from when a period counts, for each column that `after` names: "nadat …" and "after …". */
export const countsFrom = (column: string, words: Words): void => void moments.set(column, words)

/** The words of a moment; nothing for one that nobody declared, which fails `test/catalogue.test.ts`. */
export const momentWords = (column: string): Words | undefined => moments.get(column)
