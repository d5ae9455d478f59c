import { asOwner, migrationsOf } from '#shared/database/migrate.ts'
import { type Command, WrongUse } from './command.ts'

const STATUS = `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
  (select count(*)::int from information_schema.tables where table_schema = 'public' and table_name = 'schema_migration') as made`

/** Says where the data are, on which PostgreSQL, and how many migrations wait. */
export const statusCommand: Command = {
  name: 'status',
  summary: 'say where the data are and whether the database is up to date',
  usage: '[--json]',
  async run({ configuration, database, print }, args) {
    if (args.some((arg) => arg !== '--json')) throw new WrongUse()
    const { connections, started } = await database()
    const status = await asOwner(connections.owner, async (client) => {
      const { version, bytes, made } = (await client.query(STATUS)).rows[0]
      const applied = made ? (await client.query('select name from schema_migration')).rowCount : 0
      return {
        version: version.split(' ')[0] as string,
        bytes: bytes as number,
        waiting: migrationsOf().length - (applied ?? 0),
      }
    })
    const table = {
      dataDirectory: configuration.dataDir,
      database: configuration.databaseUrl ? 'DATABASE_URL' : started ? 'embedded, not running' : 'embedded, running',
      ...status,
    }
    if (args.includes('--json')) print(JSON.stringify(table))
    else for (const [name, value] of Object.entries(table)) print(`${name}: ${value}`)
    return 0
  },
}
