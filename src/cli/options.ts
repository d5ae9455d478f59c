import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { WrongUse } from './command.ts'

/**
 * Parses a command's arguments (`node:util` parseArgs). What it does not know, and another number of positional
 * arguments than `positionals`, is wrong use.
 */
export const optionsOf = <const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  positionals = 0,
) => {
  const config = { args: [...args], options, allowPositionals: true, strict: true } satisfies ParseArgsConfig
  const parsed = (() => {
    try {
      return parseArgs(config)
    } catch {
      throw new WrongUse()
    }
  })()
  if (parsed.positionals.length !== positionals) throw new WrongUse()
  return parsed
}
