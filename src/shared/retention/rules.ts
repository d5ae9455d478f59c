import { withoutOrganisation } from '#shared/tenancy/without-organisation.ts'
import { allDeclarations, type Declaration, type Period, type Retention } from '#shared/vault/declaration.ts'
import { type Catalogue, childrenFirst, type Lead, leadOf } from './catalogue.ts'

/** A step from a row to another one: the other's `key` is what stands in `column`. */
export type Step = Pick<Lead, 'column' | 'to' | 'key'>

/** How a row names somebody: by a column of the row at which the steps end. */
export type Path = { readonly steps: readonly Step[]; readonly column: string }

/** A declared rule as the engine carries it out. */
export type Rule = {
  /** Its permanent name: runs, holds and deviations know it by this. */
  readonly name: string
  readonly declaration: Declaration
  readonly retention: Retention
  readonly steps: readonly Step[]
  readonly column: string
  readonly type: 'date' | 'moment'
  /** What is kept to: declared, or as the organisation decided. */
  readonly keep: Period
  /** Everybody whom a row is about: a hold on one of them keeps it. */
  readonly people: readonly Path[]
}

const outside: ReadonlySet<string> = new Set(withoutOrganisation)
const declared = () => new Map(allDeclarations().map((one) => [one.table, one]))

/** The name of a rule: what runs, holds and deviations know it by. */
export const nameOf = (table: string, { after, finally: then }: Retention): string => `${table} ${then} ${after}`

/**
 * Everybody whom the rows of a table are about: whom its declaration says, and whom a row goes with by its foreign keys.
 * The declared one comes first.
 */
export const peopleOf = (catalogue: Catalogue, table: string, above: readonly string[] = []): Path[] => {
  const declaration = declared().get(table)
  if (!declaration || declaration.about === 'nobody' || outside.has(table) || above.includes(table)) return []
  const own = leadOf(catalogue, table, declaration.about)
  const leads = catalogue.leads.filter((lead) => lead.table === table && lead.follows && lead.column !== own?.column)
  const paths: Path[] = own ? [] : [{ steps: [], column: declaration.about }]
  for (const lead of own ? [own, ...leads] : leads) {
    if (lead.to === 'person') paths.push({ steps: [], column: lead.column })
    else
      for (const { steps, column } of peopleOf(catalogue, lead.to, [...above, table]))
        paths.push({ steps: [lead, ...steps], column })
  }
  return paths
}

class CannotBe extends Error {}

const stepsTo = (catalogue: Catalogue, { table, about }: Declaration, { after, through }: Retention): Step[] => {
  const [target] = after.split('.')
  if (target === table && !through) return []
  if (target === 'vault_key') {
    const [path] = peopleOf(catalogue, table)
    if (!path) throw new CannotBe('is about nobody')
    return [...path.steps, { column: path.column, to: 'vault_key', key: 'subject_id' }]
  }
  const steps: Step[] = []
  for (const column of through ?? [about]) {
    const lead = leadOf(catalogue, steps.at(-1)?.to ?? table, column)
    if (!lead) throw new CannotBe(`"${column}" leads nowhere`)
    steps.push(lead)
  }
  if (steps.at(-1)?.to !== target) throw new CannotBe(`its columns do not lead to ${target}`)
  return steps
}

const typeOf = (catalogue: Catalogue, table: string, column: string): Rule['type'] => {
  const type = catalogue.columns.get(table)?.get(column)?.type
  if (type === 'date') return 'date'
  if (type === 'timestamp with time zone') return 'moment'
  throw new CannotBe(`${table}.${column} is no date`)
}

const checkDeed = (catalogue: Catalogue, { table, about }: Declaration, retention: Retention): void => {
  const empties = retention.empties ?? []
  if ((retention.finally === 'anonymise') !== empties.length > 0) throw new CannotBe('says not what it empties')
  for (const column of empties)
    if (!catalogue.columns.get(table)?.get(column)?.empty) throw new CannotBe(`"${column}" cannot be emptied`)
  if (retention.finally === 'destroy-key' && (table !== 'person' || about !== 'id'))
    throw new CannotBe('only a person is a subject whose key the run destroys')
}

const ruleOf = (catalogue: Catalogue, declaration: Declaration, retention: Retention): Rule => {
  const { table } = declaration
  const [target, column] = retention.after.split('.') as [string, string]
  const steps = stepsTo(catalogue, declaration, retention)
  const type = typeOf(catalogue, target, column)
  if (retention.otherwise && typeOf(catalogue, target, retention.otherwise) !== type)
    throw new CannotBe(`"${retention.otherwise}" is of another type`)
  checkDeed(catalogue, declaration, retention)
  const people = peopleOf(catalogue, table)
  return { name: nameOf(table, retention), declaration, retention, steps, column, type, keep: retention.keep, people }
}

const eachDeclared = () =>
  allDeclarations().flatMap((declaration) => declaration.retention.map((retention) => ({ declaration, retention })))

/** Every rule that is carried out row by row: what hangs on something before what it hangs on. */
export const rulesOf = (catalogue: Catalogue): Rule[] => {
  const order = childrenFirst(catalogue)
  return eachDeclared()
    .filter(({ retention }) => !retention.by)
    .sort((one, other) => order.indexOf(one.declaration.table) - order.indexOf(other.declaration.table))
    .map(({ declaration, retention }) => ruleOf(catalogue, declaration, retention))
}

/** Declared rules that nothing could carry out in this database, each with why; for the catalogue test. */
export const ruleFaults = (catalogue: Catalogue): string[] => {
  const names = new Set<string>()
  return eachDeclared().flatMap(({ declaration, retention }) => {
    const name = nameOf(declaration.table, retention)
    if (names.has(name)) return [`${name}: is declared twice`]
    names.add(name)
    try {
      if (!retention.by) ruleOf(catalogue, declaration, retention)
      return []
    } catch (error) {
      if (error instanceof CannotBe) return [`${name}: cannot be carried out: ${error.message}`]
      throw error
    }
  })
}
