import { type Found, importRoster, planImport, type Refusal } from '#products/school/imports/importing.ts'
import type { OneRosterOptions } from '#products/school/imports/oneroster/read.ts'
import { optionsFor } from '#products/school/imports/options.ts'
import type { Confirmation } from '#products/school/imports/plan.ts'
import { fileOf, problemMessage } from '#products/school/imports/problems.ts'
import type { Reading } from '#products/school/imports/reading.ts'
import { type Report, unreadReport } from '#products/school/imports/report.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import { type Command, type Context, WrongUse } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'

export const noSchool = (host: string) => new OperatorError(`${host} is no school: it has no pupil administration.`)

const whyNot = (refusal: Refusal, report: Report): string =>
  ({
    earlier: `The file is of school year ${report.schoolYear}; a later one stands here already. Make a new export.`,
    leavers: `${report.left.pupils} pupils would leave, more than one in twenty: add --confirm-leavers if that is right.`,
    brin: 'The file is of another school (another BRIN or location): add --confirm-brin if that is right.',
    changed: 'The school changed meanwhile: look again.',
  })[refusal]

const said = (problem: Reading['problems'][number]): string => {
  const file = fileOf(problem)
  return `${file === null ? '' : `${file}, `}line ${problem.line}: ${problemMessage('en', problem)}`
}

const printProblems = ({ problems }: Reading) => {
  for (const problem of problems.filter(({ severity }) => severity === 'error'))
    console.error(`${said(problem)} (${problem.path})`)
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
  for (const problem of reading.problems) print(said(problem))
}

const jsonOf = (reading: Reading, report: Report | null, applied: boolean, needs: readonly string[]) => ({
  ...(report ?? unreadReport(reading.dropped)),
  problems: reading.problems.map((problem) => ({
    ...(fileOf(problem) === null ? {} : { file: fileOf(problem) }),
    line: problem.line,
    path: problem.path,
    message: problemMessage('en', problem),
    severity: problem.severity,
  })),
  needs,
  applied,
})

/** Opens the file that the operator named and reads it, in the transaction of the import. */
export type ReadFile = (path: string, options: OneRosterOptions) => Promise<Reading>

type Asked = { organisation: string; dryRun: boolean; confirmed: Confirmation[] }

const runImport = async (ground: Ground, name: string, read: ReadFile, path: string, asked: Asked) => {
  const site = await siteOn(ground, asked.organisation)
  return asSystem(ground, site.id, name, async (work) => {
    const options = await optionsFor(work, (_, run) => run())
    if (options === null) throw noSchool(site.host)
    const reading = await read(path, options)
    if (!reading.roster) return { reading, report: null, refused: null, needs: [] }
    const found: Found = { roster: reading.roster, dropped: reading.dropped }
    if (!asked.dryRun) return { reading, ...(await importRoster(work, found, asked)) }
    const { plan, report } = await planImport(work, found)
    const refused = plan.schoolYear === 'earlier' ? ('earlier' as const) : null
    return { reading, report, refused, needs: plan.needs }
  })
}

/** A command that takes a pupil administration's file over into a school, or says what it would change. */
export const importCommand = (name: string, file: string, summary: string, read: ReadFile): Command => ({
  name,
  summary,
  usage: `${file} --organisation HOST [--dry-run] [--confirm-leavers] [--confirm-brin] [--json]`,
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
      runImport(ground, name, read, positionals[0]!, asked),
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
})
