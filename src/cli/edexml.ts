import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { readEdexml } from '#products/school/imports/edexml/read.ts'
import { exportEdexml } from '#products/school/imports/export.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { type Command, WrongUse } from './command.ts'
import { exported } from './export-roster.ts'
import { importCommand } from './import-roster.ts'
import { optionsOf } from './options.ts'

/** The file as a stream, with its size where there is one: a file that is too large is refused unread. */
const openFile = async (path: string) => {
  if (path === '-') return { chunks: process.stdin, bytes: undefined }
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${path} cannot be read (${error.code}).`)
  })
  if (found.isDirectory()) throw new OperatorError(`${path} is a folder: name the EDEXML file in it.`)
  return { chunks: createReadStream(path), bytes: found.isFile() ? found.size : undefined }
}

/** Takes an EDEXML file over into a school, or says what it would change. */
export const importEdexmlCommand = importCommand(
  'import edexml',
  'FILE',
  "take over a school's EDEXML file; --dry-run only says what would change",
  async (path, { birthDates, today }) => {
    const { chunks, bytes } = await openFile(path)
    return readEdexml(chunks, { birthDates, today, ...(bytes === undefined ? {} : { bytes }) })
  },
)

/** Writes the school of today as an EDEXML 2.1 file. */
export const exportEdexmlCommand: Command = {
  name: 'export edexml',
  summary: 'write the school of today as an EDEXML 2.1 file',
  usage: '--organisation HOST [--output FILE]',
  async run(context, args) {
    const { values } = optionsOf(args, { organisation: { type: 'string' }, output: { type: 'string' } })
    if (values.organisation === undefined) throw new WrongUse()
    const xml = await exported(context, 'export edexml', values.organisation, exportEdexml)
    if (values.output === undefined) context.print(xml.trimEnd())
    else await writeFile(values.output, xml, { mode: 0o600 })
    return 0
  },
}
