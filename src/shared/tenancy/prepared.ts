import type { CompiledQuery, Kysely } from 'kysely'
import { buildingQueries } from '#shared/database/connection.ts'
import type { Database } from '#shared/database/schema.generated.ts'
import { withinOrganisation } from './plugin.ts'
import type { Asking, Work } from './work.ts'

/** Stands in a query where a value comes later. Whoever looks at it instead of passing it on finds nothing to look at. */
class Blank {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
  [Symbol.toPrimitive](): never {
    throw new Error(`"${this.name}" has no value yet: a prepared query is built before it is asked`)
  }
}

const ORGANISATION = new Blank('organisation')
const blanks = new Proxy({}, { get: (_, name) => new Blank(String(name)) })

type Compilable<Row> = { compile(): CompiledQuery<Row> }
type Statement = { readonly sql: string; readonly values: readonly unknown[] }

/**
 * A query of a page that is open all day, built and compiled once: building it anew takes as long as sending it
 * (docs/measurements.md). `build` may pass the given values on and nothing else: no test, no sum, no list by `in`. Held to
 * the organisation like any other query, by the same plugin.
 */
export const prepared = <Given extends object, Row>(build: (asking: Asking, given: Given) => Compilable<Row>) => {
  let statement: Statement | undefined
  const compile = (): Statement => {
    const db = buildingQueries().withPlugin(withinOrganisation(ORGANISATION as never)) as Kysely<Database>
    const { sql, parameters } = build({ db }, blanks as Given).compile()
    return { sql, values: parameters }
  }
  return (work: Work, given: Given): Promise<Row[]> => {
    statement ??= compile()
    const values = statement.values.map((value) => {
      if (value === ORGANISATION) return work.organisation
      return value instanceof Blank ? given[value.name as keyof Given] : value
    })
    return work.ask<Row>(statement.sql, values)
  }
}
