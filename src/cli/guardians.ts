import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { CsvRefused } from '#products/school/imports/csv-text.ts'
import { guessMapping, type Mapping, mappingProblem, targets } from '#products/school/imports/guardians/columns.ts'
import { importGuardians, planImport } from '#products/school/imports/guardians/importing.ts'
import { readGuardians, readSheet, type Sheet } from '#products/school/imports/guardians/read.ts'
import type { GuardianReport } from '#products/school/imports/guardians/report.ts'
import { guardianTexts } from '#products/school/imports/guardians/texts.ts'
import { keepsBirthDates } from '#products/school/imports/state.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import { type Command, type Context, WrongUse } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'

const text = guardianTexts.en

/** A little more than is read at all: what is larger is refused in words, and not held in memory. */
const ENOUGH = 17 * 1024 * 1024

const readBytes = async (path: string): Promise<Buffer> => {
  const source = path === '-' ? process.stdin : createReadStream(path, { end: ENOUGH })
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of source) {
      chunks.push(chunk)
      size += chunk.length
      if (size > ENOUGH) break
    }
  } catch (error) {
    throw new OperatorError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  return Buffer.concat(chunks)
}

const sheetIn = (bytes: Buffer): Sheet => {
  try {
    const sheet = readSheet(bytes)
    if (!('problem' in sheet)) return sheet
    throw new OperatorError(`line ${sheet.line}: ${text.sheetProblems[sheet.problem]}`)
  } catch (error) {
    if (!(error instanceof CsvRefused)) throw error
    throw new OperatorError(`line ${error.line}: ${error.in('en')}`)
  }
}

const mappingFile = z.record(z.string(), z.enum(targets as [string, ...string[]]).nullable())

/** The guess, with what a mapping file says instead: a column's heading to a target, or null to leave it out. */
const mappingFor = async (sheet: Sheet, path: string | undefined): Promise<Mapping> => {
  const guess = guessMapping(sheet.header)
  if (path === undefined) return guess
  const content = (await readBytes(path)).toString('utf8')
  const said = mappingFile.safeParse(parseJson(content))
  if (!said.success)
    throw new OperatorError(
      `${path} must be like {"Surname": "1.surname"}, with one of: ${targets.join(', ')}, or null.`,
    )
  const unknown = Object.keys(said.data).find((name) => !sheet.header.includes(name))
  if (unknown !== undefined) throw new OperatorError(`${path} names a column that the file does not have.`)
  return sheet.header.map((name, index) => {
    const target = said.data[name]
    return target === undefined ? guess[index]! : (target as Mapping[number])
  })
}

const parseJson = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

const rows = ['added', 'changed', 'unchanged'] as const

const printReport = ({ print }: Context, report: GuardianReport) => {
  print(['', 'guardians', 'guardianships'].map((word) => word.padStart(15)).join(''))
  for (const row of rows)
    print([row, report.guardians[row], report.guardianships[row]].map((cell) => String(cell).padStart(15)).join(''))
  const { ambiguous } = report
  if (report.kept > 0) print(`Changed here by hand and left so: ${report.kept}.`)
  if (ambiguous.guardians + ambiguous.pupils > 0)
    print(`Left alone, a person has to decide: ${ambiguous.guardians} guardians, ${ambiguous.pupils} pupils.`)
  if (report.unknown > 0) print(`Pupils who are not at this school: ${report.unknown}.`)
  if (report.protected > 0) print(`Left alone because their identity is protected: ${report.protected}.`)
  const dropped = Object.entries(report.dropped).map(([kind, count]) => `${kind} ${count}`)
  if (dropped.length > 0) print(`Not taken over: ${dropped.join(', ')}.`)
}

type Asked = { readonly organisation: string; readonly dryRun: boolean; readonly mapping: string | undefined }

const runImport = async (ground: Ground, path: string, asked: Asked) => {
  const site = await siteOn(ground, asked.organisation)
  const inSchool = <T>(run: (work: Work) => Promise<T>) => asSystem(ground, site.id, 'import guardians', run)
  if ((await inSchool(keepsBirthDates)) === null)
    throw new OperatorError(`${site.host} is no school: it has no guardians.`)
  const sheet = sheetIn(await readBytes(path))
  const mapping = await mappingFor(sheet, asked.mapping)
  const problem = mappingProblem(mapping)
  if (problem) throw new OperatorError(`${text.mappingProblems[problem]} Use --mapping to say which column is what.`)
  const file = readGuardians(sheet, mapping)
  const relation = guardianTexts[site.language].relation
  const report = await inSchool(async (work): Promise<GuardianReport> => {
    const done = asked.dryRun ? await planImport(work, file) : await importGuardians(work, file, { relation })
    return done.report
  })
  return { report, problems: file.problems }
}

/** Takes guardians of a CSV file over into a school, or says what it would change. Who is in doubt stays as they are. */
export const importGuardiansCommand: Command = {
  name: 'import guardians',
  summary: 'take over guardians from a CSV file; --dry-run only says what would change',
  usage: 'FILE --organisation HOST [--dry-run] [--mapping FILE] [--json]',
  async run(context, args) {
    const { values, positionals } = optionsOf(
      args,
      {
        organisation: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        mapping: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      1,
    )
    if (values.organisation === undefined) throw new WrongUse()
    const asked = { organisation: values.organisation, dryRun: values['dry-run'], mapping: values.mapping }
    const { report, problems } = await withGround(context, (ground) => runImport(ground, positionals[0]!, asked))
    const inWords = problems.map(({ line, problem }) => ({ line, message: text.lineProblems[problem] }))
    if (values.json) {
      const { problems: _, ...numbers } = report
      context.print(JSON.stringify({ ...numbers, problems: inWords, applied: !asked.dryRun }))
      return 0
    }
    printReport(context, report)
    for (const { line, message } of inWords) context.print(`line ${line}: ${message}`)
    context.print(asked.dryRun ? 'Nothing was changed: this was a dry run.' : 'Done.')
    return 0
  },
}
