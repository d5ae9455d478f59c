import { type Language, pick } from '#shared/language/index.ts'
import { csvMessages } from './csv-messages.ts'
import * as edexml from './edexml/messages.ts'
import * as oneroster from './oneroster/messages.ts'

const messages = {
  nl: { ...edexml.nl, ...csvMessages.nl, ...oneroster.nl },
  en: { ...edexml.en, ...csvMessages.en, ...oneroster.en },
}

/** What can be wrong with a file; each has its sentence in the messages of its reader. */
export type Code = keyof typeof messages.nl

/**
 * One thing that is wrong with a file. Never holds what the file says: only where, which rule, and the rule's number.
 * `path` is like `EDEX/leerlingen/leerling[12]/geboortedatum`, counted from 1; `line` counts from 1 too.
 */
export type Problem = {
  severity: 'error' | 'warning'
  code: Code
  line: number
  path: string
  limit?: number
}

/** The sentence for a problem: what is wrong and what would be right, without anything from the file itself. */
export function problemMessage(language: Language, problem: Problem): string {
  const text = pick(language, messages)[problem.code]
  return typeof text === 'function' ? text(problem.limit ?? 0) : text
}

/** Which file of a package a problem is in; null where the file is all there is. */
export const fileOf = ({ path }: Problem): string | null => /^[A-Za-z]+\.csv/.exec(path)?.[0] ?? null

/** Thrown inside the reader where reading on makes no sense; the reader turns it into the last problem. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(code: Code, line: number, path: string, limit?: number) {
    super(code)
    this.problem = problemOf(code, line, path, limit)
  }
}

const warnings: ReadonlySet<Code> = new Set([
  ...(['unknown-element', 'version', 'email', 'role', 'year-unknown'] as const),
  ...(['file-unlisted', 'kindergarten', 'enrollment-role', 'no-homeroom', 'agent-unknown'] as const),
])
const mostProblems = 100

/** Collects problems: the first hundred warnings, and errors until there are a hundred; then it refuses the file. */
export function collectProblems() {
  const list: Problem[] = []
  const counts = { error: 0, warning: 0 }
  return {
    list,
    hasErrors: () => counts.error > 0,
    report(code: Code, line: number, path: string, limit?: number): void {
      const problem = problemOf(code, line, path, limit)
      counts[problem.severity]++
      if (counts.error > mostProblems) throw new Refused('too-many-problems', line, path, mostProblems)
      if (counts[problem.severity] <= mostProblems) list.push(problem)
    },
    refuse(refused: Refused): void {
      counts.error++
      list.push(refused.problem)
    },
  }
}

export type Problems = ReturnType<typeof collectProblems>

function problemOf(code: Code, line: number, path: string, limit?: number): Problem {
  const severity = warnings.has(code) ? 'warning' : 'error'
  return limit === undefined ? { severity, code, line, path } : { severity, code, line, path, limit }
}
