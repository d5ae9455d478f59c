import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { type Reading, readEdexml } from '#products/school/imports/edexml/read.ts'
import { exportEdexml } from '#products/school/imports/export.ts'
import { type Found, importRoster, planImport, type Refusal } from '#products/school/imports/importing.ts'
import { problemMessage } from '#products/school/imports/problems.ts'
import { type Report, unreadReport } from '#products/school/imports/report.ts'
import { keepsBirthDates } from '#products/school/imports/state.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { dayOf, type Ground } from '#shared/tenancy/work.ts'
import { type Command, type Context, WrongUse } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'

/** The file as a stream, with its size where there is one: a file that is too large is refused unread. */
const openFile = async (path: string) => {
  if (path === '-') return { chunks: process.stdin, bytes: undefined }
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${path} cannot be read (${error.code}).`)
  })
  if (found.isDirectory()) throw new OperatorError(`${path} is a folder: name the EDEXML file in it.`)
  return { chunks: createReadStream(path), bytes: found.isFile() ? found.size : undefined }
}

const noSchool = (host: string) => new OperatorError(`${host} is no school: it has no pupil administration.`)

const whyNot = (refusal: Refusal, report: Report): string =>
  ({
    earlier: `The file is of school year ${report.schoolYear}; a later one stands here already. Make a new export.`,
    leavers: `${report.left.pupils} pupils would leave, more than one in twenty: add --confirm-leavers if that is right.`,
    brin: 'The file is of another school (another BRIN or location): add --confirm-brin if that is right.',
    changed: 'The school changed meanwhile: look again.',
  })[refusal]

const printProblems = ({ problems }: Reading) => {
  for (const problem of problems.filter(({ severity }) => severity === 'error'))
    console.error(`line ${problem.line}: ${problemMessage('en', problem)} (${problem.path})`)
}

const kinds = ['pupils', 'teachers', 'groups'] as const
const rows = ['added', 'changed', 'moved', 'left', 'ambiguous', 'unchanged'] as const

const printTable = ({ print }: Context, report: Report, reading: Reading) => {
  print(`School year ${report.schoolYear}`)
  print(['', ...kinds].map((word) => word.padStart(11)).join(''))
  for (const row of rows)
    print([row.padEnd(11), ...kinds.map((kind) => String(report[row][kind]).padStart(11))].join(''))
  const dropped = Object.entries(report.dropped).map(([field, count]) => `${field} ${count}`)
  if (dropped.length > 0) print(`Not taken over: ${dropped.join(', ')}.`)
  for (const problem of reading.problems) print(`line ${problem.line}: ${problemMessage('en', problem)}`)
}

const jsonOf = (reading: Reading, report: Report | null, applied: boolean, needs: readonly string[]) => ({
  ...(report ?? unreadReport(reading.dropped)),
  problems: reading.problems.map((problem) => ({
    line: problem.line,
    path: problem.path,
    message: problemMessage('en', problem),
    severity: problem.severity,
  })),
  needs,
  applied,
})

type Asked = { organisation: string; dryRun: boolean; confirmed: ('leavers' | 'brin')[] }

const runImport = async (ground: Ground, path: string, asked: Asked) => {
  const site = await siteOn(ground, asked.organisation)
  const inSchool = <T>(run: Parameters<typeof asSystem<T>>[3]) => asSystem(ground, site.id, 'import edexml', run)
  const birthDates = await inSchool(keepsBirthDates)
  if (birthDates === null) throw noSchool(site.host)
  const { chunks, bytes } = await openFile(path)
  const today = dayOf(ground.now())
  const reading = await readEdexml(chunks, { birthDates, today, ...(bytes === undefined ? {} : { bytes }) })
  if (!reading.roster) return { reading, report: null, refused: null, needs: [] }
  const found: Found = { roster: reading.roster, dropped: reading.dropped }
  if (asked.dryRun) {
    const planned = await inSchool((work) => planImport(work, found))
    const refused = planned.plan.schoolYear === 'earlier' ? ('earlier' as const) : null
    return { reading, report: planned.report, refused, needs: planned.plan.needs }
  }
  const { report, refused, needs } = await inSchool((work) => importRoster(work, found, asked))
  return { reading, report, refused, needs }
}

/** Takes a pupil administration's file over into a school, or says what it would change. */
export const importEdexmlCommand: Command = {
  name: 'import edexml',
  summary: "take over a school's EDEXML file; --dry-run only says what would change",
  usage: 'FILE --organisation HOST [--dry-run] [--confirm-leavers] [--confirm-brin] [--json]',
  async run(context, args) {
    const { values, positionals } = optionsOf(
      args,
      {
        organisation: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'confirm-leavers': { type: 'boolean', default: false },
        'confirm-brin': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      1,
    )
    if (values.organisation === undefined) throw new WrongUse()
    const asked: Asked = {
      organisation: values.organisation,
      dryRun: values['dry-run'],
      confirmed: [
        ...(values['confirm-leavers'] ? ['leavers' as const] : []),
        ...(values['confirm-brin'] ? ['brin' as const] : []),
      ],
    }
    const { reading, report, refused, needs } = await withGround(context, (ground) =>
      runImport(ground, positionals[0]!, asked),
    )
    const applied = report !== null && refused === null && !asked.dryRun
    if (values.json) context.print(JSON.stringify(jsonOf(reading, report, applied, needs)))
    else if (report) printTable(context, report, reading)
    if (report === null) printProblems(reading)
    else if (refused) console.error(whyNot(refused, report))
    else if (!values.json) {
      for (const need of asked.dryRun ? needs : []) context.print(whyNot(need, report))
      context.print(asked.dryRun ? 'Nothing was changed: this was a dry run.' : 'Done.')
    }
    return report === null || refused ? 1 : 0
  },
}

/** Writes the school of today as an EDEXML 2.1 file. */
export const exportEdexmlCommand: Command = {
  name: 'export edexml',
  summary: 'write the school of today as an EDEXML 2.1 file',
  usage: '--organisation HOST [--output FILE]',
  async run(context, args) {
    const { values } = optionsOf(args, { organisation: { type: 'string' }, output: { type: 'string' } })
    if (values.organisation === undefined) throw new WrongUse()
    const xml = await withGround(context, async (ground) => {
      const site = await siteOn(ground, values.organisation!)
      const written = await asSystem(ground, site.id, 'export edexml', exportEdexml)
      if (written === null) throw noSchool(site.host)
      if (written === 'no-pupils') throw new OperatorError(`${site.host} has no pupils yet: there is nothing to write.`)
      return written
    })
    if (values.output === undefined) context.print(xml.trimEnd())
    else await writeFile(values.output, xml, { mode: 0o600 })
    return 0
  },
}
