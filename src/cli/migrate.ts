import { migrate } from '#shared/database/migrate.ts'
import { type Command, WrongUse } from './command.ts'

/** Brings the schema up to date, as `bin/start` also does. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database up to date',
  usage: '',
  async run(context, args) {
    if (args.length > 0) throw new WrongUse()
    const { connections } = await context.database()
    for (const name of await migrate(connections.owner)) context.print(name)
    return 0
  },
}
