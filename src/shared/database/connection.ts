import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Database } from './schema.generated.ts'

const NAMES_KEPT = 2_000
/** A longer text is one that stores rows by the hundred: another number of rows is another text, seldom seen again. */
const LONGEST_NAMED = 10_000
const names = new Map<string, string>()

/** Statements are prepared once per connection, under the hash of their text; a text that keeps changing is not kept. */
const nameOf = (sql: string): string | undefined => {
  if (sql.length > LONGEST_NAMED) return undefined
  const known = names.get(sql)
  if (known || names.size >= NAMES_KEPT) return known
  const name = createHash('sha1').update(sql).digest('base64')
  names.set(sql, name)
  return name
}

/** What is asked of one client in one turn of the event loop leaves together: a system call each costs more than the asking. */
export const together = (client: pg.ClientBase): void => {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Sends one statement on a client whose transaction has begun. */
export const ask = (client: pg.ClientBase, text: string, values: unknown[]): Promise<pg.QueryResult> => {
  together(client)
  const name = nameOf(text)
  return client.query(name === undefined ? { text, values } : { name, text, values })
}

class OneClient implements DatabaseConnection {
  readonly #client: pg.ClientBase
  constructor(client: pg.ClientBase) {
    this.#client = client
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await ask(this.#client, query.sql, query.parameters as unknown[])
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  // biome-ignore lint/correctness/useYield: a stream cannot share a pipelined connection
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are not streamed here: read them in batches')
  }
}

const dialect = (createDriver: Dialect['createDriver']): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createDriver,
})

/** Kysely on one client that somebody else took from the pool, began a transaction on, and will end it. */
export const queriesOn = (client: pg.ClientBase): Kysely<Database> => {
  const connection = new OneClient(client)
  const refuse = async () => {
    throw new Error('The request owns its transaction: nothing inside begins or ends one')
  }
  const driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  return new Kysely<Database>({ dialect: dialect(() => driver) })
}

/** Kysely that only builds queries; somebody else sends them. */
export const buildingQueries = (): Kysely<Database> =>
  new Kysely<Database>({ dialect: dialect(() => new DummyDriver()) })
