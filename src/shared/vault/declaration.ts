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

/** A column that stands in plain text, and why that is allowed. */
type Plain = { readonly plain: string; readonly kind: Kind }

/** A sealed column: its permanent name (never the catalogue's, which may change) and the kind of each of its fields. */
export type SealedField<Name extends keyof SealedRecords> = {
  readonly name: Name
  readonly kinds: { readonly [Field in keyof SealedRecords[Name]]-?: Kind }
}

type Period = { readonly years?: number; readonly months?: number; readonly days?: number }

/** When a row goes: how long after which moment, and what then. */
type Retention = {
  readonly after: string
  readonly keep: Period
  readonly finally: 'delete' | 'anonymise' | 'destroy-key'
  readonly because: string
}

export type Declaration = {
  readonly table: string
  /** What it holds, as the overview of rights names it. */
  readonly what: Words
  /** The column that holds the subject's id, or `nobody` for a table without personal data, with the reason. */
  readonly about: string
  readonly purpose: PurposeName
  /** The module it goes with, when that is one that a school can switch off; then it counts only where it is on. */
  readonly module?: string
  readonly seenBy: Words
  readonly retention: readonly Retention[]
  readonly columns: Readonly<Record<string, Plain | SealedField<keyof SealedRecords>>>
}

/** A plain column with the reason why it is not sealed. */
export const plain = (kind: Kind, why: string): Plain => ({ kind, plain: why })

/** A sealed column under its permanent name; every field of its record names its kind. */
export const sealed = <Name extends keyof SealedRecords>(
  name: Name,
  kinds: SealedField<Name>['kinds'],
): SealedField<Name> => ({ name, kinds })

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
