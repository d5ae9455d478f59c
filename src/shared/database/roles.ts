import { createHash } from 'node:crypto'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { OperatorError } from '#shared/operator-error.ts'
import type { Secrets } from '#shared/secrets.ts'
import type { OwnerConnection } from './migrate.ts'
import { scramVerifier } from './scram.ts'

/** The three ways in. `app` also serves LISTEN: it is a direct connection, through no pooler. */
export interface Connections {
  /** Changes the schema: connects as the administrator and becomes the owner (no superuser, so that policies hold). */
  owner: OwnerConnection
  /** Serves requests: owns nothing, cannot pass row policies. */
  app: pg.ClientConfig
  /** Runs the worker's queue: owns that schema and reads nothing else. */
  jobs: pg.ClientConfig
}

type Names = { owner: string; app: string; jobs: string }

const LOCK = 7_103_001
const OLDEST = 150_000
const WORKER_SCHEMA = 'graphile_worker'
const WRONG_PASSWORD = '28P01'
const NO_RIGHT = '42501'

const quoted = pg.escapeIdentifier

/** Roles belong to a whole server, so their names begin with the database's: two installations can share one server. */
const prefixOf = (database: string): string => {
  if (/^[a-z][a-z0-9_]{0,49}$/.test(database)) return database
  const plain = database
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 30)
  return `db_${plain}_${createHash('sha256').update(database).digest('hex').slice(0, 8)}`
}

const connected = async <T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const ask = async (client: pg.Client, sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows[0]

/** Which roles exist, and whether one of the two that sign in may do more than it should. */
const look = async (client: pg.Client, names: Names) => {
  const { rows } = await client.query<{ name: string; strong: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcreaterole as strong from pg_roles where rolname = any($1)`,
    [Object.values(names)],
  )
  const strong = rows.find((row) => row.strong)
  if (strong)
    throw new OperatorError(
      `The role "${strong.name}" has rights it must not have: ALTER ROLE ${quoted(strong.name)} NOSUPERUSER NOBYPASSRLS NOCREATEROLE;`,
    )
  return new Set(rows.map((row) => row.name))
}

const createMissing = async (client: pg.Client, names: Names, secrets: Secrets) => {
  const there = await look(client, names)
  if (!there.has(names.owner)) await client.query(`create role ${quoted(names.owner)} nologin`)
  for (const kind of ['app', 'jobs'] as const) {
    if (there.has(names[kind])) continue
    await client.query(
      `create role ${quoted(names[kind])} login password '${scramVerifier(secrets.secret(`role.${kind}`))}'`,
    )
  }
}

/** A superuser becomes any role; another administrator has to be a member first (16 and newer ask for SET apart). */
const letBecomeOwner = async (client: pg.Client, names: Names, version: number) => {
  const kind = version >= 160_000 ? 'SET' : 'MEMBER'
  const { member } = await ask(client, 'select pg_has_role(current_user, $1, $2) as member', [names.owner, kind])
  if (!member) await client.query(`grant ${quoted(names.owner)} to current_user`)
}

const openSchema = async (client: pg.Client, names: Names) => {
  const { open } = await ask(
    client,
    `select has_schema_privilege($1, 'public', 'create') and has_schema_privilege($2, 'public', 'usage') as open`,
    [names.owner, names.app],
  )
  if (open) return
  await client.query(`grant usage, create on schema public to ${quoted(names.owner)}`)
  await client.query(`grant usage on schema public to ${quoted(names.app)}, ${quoted(names.jobs)}`)
}

/** Signs in once; a password that is not ours (a restored cluster, a new secrets file) is set anew. */
const holdPassword = async (client: pg.Client, connection: pg.ClientConfig, name: string) => {
  try {
    await connected(connection, async () => {})
  } catch (error) {
    if ((error as pg.DatabaseError).code !== WRONG_PASSWORD) throw error
    await client.query(`alter role ${quoted(name)} password '${scramVerifier(connection.password as string)}'`)
  }
}

/** The worker's schema belongs to the role `jobs`, which may make schemas in the database only while it makes this one. */
const makeWorkerSchema = async (client: pg.Client, jobs: pg.ClientConfig, name: string, database: string) => {
  const { made, may } = await ask(
    client,
    `select to_regnamespace($1) is not null as made, has_database_privilege($2, current_database(), 'create') as may`,
    [WORKER_SCHEMA, name],
  )
  if (made && !may) return
  await client.query(`grant create on database ${quoted(database)} to ${quoted(name)}`)
  const pool = new pg.Pool({ ...jobs, max: 1 })
  const ignore = () => {}
  pool.on('error', ignore).on('connect', (one) => one.on('error', ignore))
  try {
    await runMigrations({ pgPool: pool, schema: WORKER_SCHEMA })
  } finally {
    await pool.end()
    await client.query(`revoke create on database ${quoted(database)} from ${quoted(name)}`)
  }
}

const refuseOld = (version: number) => {
  if (version < OLDEST) {
    throw new OperatorError(
      `The server of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}: 15 or newer is needed.`,
    )
  }
}

/**
 * Makes the roles of an installation where they are missing, with passwords from its secrets, and answers how to connect
 * as each. `admin` names the installation's database and is a superuser, or may create roles and owns that database; the
 * refusal of a weaker one says which SQL to run. Doing it again changes nothing. Several processes may do it at once.
 */
export const prepareRoles = async (admin: pg.ClientConfig, secrets: Secrets): Promise<Connections> => {
  const database = admin.database!
  const prefix = prefixOf(database)
  const names: Names = { owner: `${prefix}_owner`, app: `${prefix}_app`, jobs: `${prefix}_jobs` }
  const app = { ...admin, user: names.app, password: secrets.secret('role.app') }
  const jobs = { ...admin, user: names.jobs, password: secrets.secret('role.jobs') }
  await connected(admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { version } = await ask(client, `select current_setting('server_version_num')::int as version`)
    refuseOld(version)
    try {
      await createMissing(client, names, secrets)
      await letBecomeOwner(client, names, version)
      await openSchema(client, names)
      await holdPassword(client, app, names.app)
      await holdPassword(client, jobs, names.jobs)
      await makeWorkerSchema(client, jobs, names.jobs, database)
    } catch (error) {
      if ((error as pg.DatabaseError).code !== NO_RIGHT) throw error
      const user = quoted(admin.user!)
      throw new OperatorError(
        `The role of DATABASE_URL may not prepare the database (${(error as Error).message}). Let a superuser run: ALTER ROLE ${user} CREATEROLE; ALTER DATABASE ${quoted(database)} OWNER TO ${user};`,
      )
    }
  })
  return { owner: { ...admin, role: names.owner, prefix }, app, jobs }
}
