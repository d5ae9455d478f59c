import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { OperatorError } from '#shared/operator-error.ts'
import { root } from '#shared/root.ts'

/** The owner's connection: `role` is what a superuser becomes first, since a superuser passes forced row policies. */
export type OwnerConnection = pg.ClientConfig & { role?: string; prefix?: string }

type Migration = { name: string; text: string; hash: string }

const LOCK = 7_103_000

/** The migrations of a folder in order, by file name. */
export const migrationsOf = (folder = join(root, 'migrations')): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })

/** Opens a connection as the owner of the schema, runs the work and closes it. */
export const asOwner = async <T>(owner: OwnerConnection, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const { role, prefix: _, ...connection } = owner
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    if (role) await client.query(`set role ${pg.escapeIdentifier(role)}`)
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Applies what is new, forward only, each migration in a transaction of its own, one process at a time (advisory lock).
 * Refuses a database in which an applied migration differs from its file. Answers the names it applied.
 * Files name the roles `schoolplein_owner`, `schoolplein_app`, `schoolplein_jobs`; another prefix replaces that word.
 */
export const migrate = (owner: OwnerConnection, migrations: readonly Migration[] = migrationsOf()): Promise<string[]> =>
  asOwner(owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists schema_migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')
    const applied = new Map(rows.map((row) => [row.name, row.hash]))
    const done: string[] = []
    for (const { name, text, hash } of migrations) {
      const before = applied.get(name)
      if (before === hash) continue
      if (before)
        throw new OperatorError(
          `Migration ${name} was changed after it was applied: put the old text back, add a new file`,
        )
      const words = owner.prefix ? text.replaceAll(/\bschoolplein_(?=owner|app|jobs)/g, `${owner.prefix}_`) : text
      await client.query('begin')
      try {
        await client.query(words)
        await client.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`)
      }
      done.push(name)
    }
    return done
  })
