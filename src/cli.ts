import { readConfiguration } from '#shared/configuration.ts'
import { prepareDataFolder } from '#shared/data-folder.ts'
import { migrate } from '#shared/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '#shared/database/open.ts'
import { reasonOf } from '#shared/operator-error.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { auditVerifyCommand } from './cli/audit.ts'
import { backupCreateCommand, backupRestoreCommand, backupVerifyCommand } from './cli/backup.ts'
import { type Command, type Context, WrongUse } from './cli/command.ts'
import { contractCommands } from './cli/contract.ts'
import { exportEdexmlCommand, importEdexmlCommand } from './cli/edexml.ts'
import { privacyFiguresCommand } from './cli/figures.ts'
import { importGuardiansCommand } from './cli/guardians.ts'
import { mailRecordCommand } from './cli/mail.ts'
import { microsoftOpenCommand } from './cli/microsoft.ts'
import { migrateCommand } from './cli/migrate.ts'
import { exportOneRosterCommand, importOneRosterCommand } from './cli/oneroster.ts'
import { privacyRegisterCommand } from './cli/privacy.ts'
import { proveErasureCommand } from './cli/prove-erasure.ts'
import { retentionRunCommand } from './cli/retention.ts'
import { statusCommand } from './cli/status.ts'
import { vaultRotateCommand, vaultStatusCommand } from './cli/vault.ts'

const commands: readonly Command[] = [
  migrateCommand,
  statusCommand,
  vaultRotateCommand,
  vaultStatusCommand,
  auditVerifyCommand,
  retentionRunCommand,
  ...contractCommands,
  proveErasureCommand,
  backupCreateCommand,
  backupVerifyCommand,
  backupRestoreCommand,
  importEdexmlCommand,
  importGuardiansCommand,
  exportEdexmlCommand,
  importOneRosterCommand,
  exportOneRosterCommand,
  mailRecordCommand,
  microsoftOpenCommand,
  privacyRegisterCommand,
  privacyFiguresCommand,
]

const help = () => {
  const width = Math.max(...commands.map(({ name, usage }) => name.length + usage.length)) + 3
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}${summary}`)
  return [
    'Usage: bin/schoolplein COMMAND',
    '',
    ...lines,
    '',
    'Exit code: 0 done, 1 refused or failed, 2 wrong use.',
  ].join('\n')
}

const startsWith = (args: readonly string[], { name }: Command) =>
  name.split(' ').every((word, at) => args[at] === word)

/** The database is opened only for a command that asks. One started for the command alone is brought up to date first. */
const contextOf = () => {
  const configuration = readConfiguration(process.env)
  const secrets = loadSecrets(prepareDataFolder(configuration.dataDir))
  let opened: Promise<OpenDatabase> | undefined
  const open = async () => {
    const database = await openDatabase(configuration, secrets, { beside: true })
    if (database.started) await migrate(database.connections.owner)
    return database
  }
  const context: Context = {
    configuration,
    secrets,
    database: () => (opened ??= open()),
    print: (line) => process.stdout.write(`${line}\n`),
  }
  return { context, close: async () => (await opened?.catch(() => undefined))?.stop() }
}

const run = async (command: Command, args: readonly string[]): Promise<number> => {
  const { context, close } = contextOf()
  try {
    return await command.run(context, args)
  } finally {
    await close()
  }
}

const main = async (args: readonly string[]): Promise<number> => {
  if (args[0] === '--help' || args[0] === 'help') {
    console.log(help())
    return 0
  }
  const command = commands.find((one) => startsWith(args, one))
  if (!command) {
    console.error(args.length > 0 ? `Unknown command "${args.join(' ')}".\n\n${help()}` : help())
    return 2
  }
  try {
    return await run(command, args.slice(command.name.split(' ').length))
  } catch (error) {
    if (error instanceof WrongUse) {
      if (error.message) console.error(error.message)
      console.error(`Usage: bin/schoolplein ${command.name} ${command.usage}`)
      return 2
    }
    console.error(reasonOf(error))
    return 1
  }
}

// Who reads only the first lines (`… | head`) has seen enough: the rest is written nowhere, and the work goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2))
