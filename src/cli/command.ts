import type { Configuration } from '#shared/configuration.ts'
import type { OpenDatabase } from '#shared/database/open.ts'
import type { Secrets } from '#shared/secrets.ts'

/** What a command may use. */
export interface Context {
  configuration: Configuration
  secrets: Secrets
  /** The installation's database, opened at the first call and closed after the command: beside a running start or not. */
  database(): Promise<OpenDatabase>
  /** Writes a line to standard output. */
  print(line: string): void
}

/** Thrown by a command for arguments it does not understand; answers with what it says, its usage and exit code 2. */
export class WrongUse extends Error {}

/**
 * A command of the operator's tool. `run` gets the arguments after its name and answers the exit code: 0 done, 1 refused
 * or failed. An `OperatorError` is 1 with its sentence on standard error. Where there is a table, `--json` prints it as
 * one JSON value.
 */
export interface Command {
  /** One or more words: `import edexml`. */
  name: string
  summary: string
  /** Its arguments, as in `FILE --organisation HOST [--json]`; empty for none. */
  usage: string
  run(context: Context, args: readonly string[]): Promise<number>
}
