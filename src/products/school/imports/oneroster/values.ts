import { parseDay } from '../day.ts'
import type { Code, Problems } from '../problems.ts'
import { type Name, type RoleCode, roleCodes, type Year, years } from '../roster/roster.ts'
import { own, type Row, type TableName } from './tables.ts'

const yearSet: ReadonlySet<string> = new Set(years)
const isYear = (text: string): text is Year => yearSet.has(text)
const roleSet: ReadonlySet<string> = new Set(roleCodes)
const isRoleCode = (text: string): text is RoleCode => roleSet.has(text)

/** Grades (CEDS) that are no number. Dutch schools count the two years of kindergarten as 1 and 2. */
const wordGrades: Readonly<Record<string, Year>> = { IT: '0', PR: '0', PK: '0', TK: '0', KG: '1', UG: 'N', OTHER: 'N' }

/** Particles before a Dutch surname; everything else is part of the name. */
const particle =
  /^((?:(?:van|von|in|op|aan|uit|bij|onder|over|voor)(?: (?:de|den|der|het|'t|’t|dem))?)|de|den|der|het|ter|ten|te|'t|’t|la|le|du|da|dos|do|di|del|el|al|ben|bin) (?=\S)/

/** A grade as the year it is: `3`, `03`, `KG`, `Groep 3`; null for what we do not know. */
export function yearOf(grade: string): Year | null {
  const [, number] = /^(?:groep|group|grade)? ?0?(\d{1,2})$/i.exec(grade) ?? []
  if (number !== undefined) return number !== '0' && isYear(number) ? number : number === '0' ? '0' : null
  return wordGrades[grade.toUpperCase()] ?? null
}

/** A surname with its particle apart, as Dutch lists sort it: `van der Berg` is `van der` and `Berg`. */
export function surnameOf(whole: string): Pick<Name, 'prefix' | 'surname'> {
  const prefix = particle.exec(whole)?.[1]
  return prefix === undefined ? { prefix: null, surname: whole } : { prefix, surname: whole.slice(prefix.length + 1) }
}

export const listOf = (cell: string): string[] => [
  ...new Set(
    cell
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
]

/** Turns cells into values. What does not fit is reported and becomes null. */
export function valuesOf(problems: Problems) {
  const report = (code: Code, table: TableName, row: Row, column: string, limit?: number) => {
    // What stands here already is laid under a file of changes with line 0: it is no problem of the file.
    if (row.line > 0) problems.report(code, row.line, `${table}.csv/${column}`, limit)
    return null
  }
  const text = (row: Row, column: string): string | null => row.values[column] || null

  function short(table: TableName, row: Row, column: string, most: number): string | null {
    const value = text(row, column)
    return value !== null && value.length > most ? report('too-long', table, row, column, most) : value
  }

  /** An empty required cell is reported and answers an empty text. */
  const required = (table: TableName, row: Row, column: string, most = 256): string => {
    if (text(row, column) === null) report('cell-missing', table, row, column)
    return short(table, row, column, most) ?? ''
  }

  return {
    report,
    text,
    short,
    required,

    date(table: TableName, row: Row, column: string): string | null {
      const value = text(row, column)
      return value === null ? null : (parseDay(value) ?? report('date', table, row, column))
    },

    years(table: TableName, row: Row): Year[] {
      const exact = text(row, own('year'))
      if (exact !== null) return isYear(exact) ? [exact] : [report('grade', table, row, own('year')) ?? 'N']
      const read = listOf(text(row, 'grades') ?? '').map((grade) => {
        if (grade.toUpperCase() === 'KG') report('kindergarten', table, row, 'grades')
        return yearOf(grade) ?? report('grade', table, row, 'grades')
      })
      return [...new Set(read.filter((year) => year !== null))]
    },

    /** Our own columns for roles, when the file has them. */
    roles(row: Row): { roles: RoleCode[]; otherRoles: string[] } | null {
      if (row.values[own('roles')] === undefined) return null
      const roles = listOf(row.values[own('roles')] ?? '').filter(isRoleCode)
      return { roles, otherRoles: textsIn(row.values[own('otherRoles')] ?? '') }
    },

    name(row: Row): Name {
      const given = required('users', row, 'givenName', 200)
      const family = required('users', row, 'familyName', 200)
      const callName = callNameOf(row, text(row, 'preferredGivenName') ?? given)
      if (callName !== null && callName.length > 64) report('too-long', 'users', row, 'givenName', 64)
      const middle = text(row, 'middleName')
      const official = text(row, 'preferredGivenName') === null ? null : given
      const particleApart = middle !== null && particle.test(`${middle} x`)
      const surname = nothing(text(row, 'preferredFamilyName') ?? family)
      return {
        ...(surname === null
          ? { surname, prefix: null }
          : particleApart
            ? { surname, prefix: middle }
            : splitBy(row.values[own('prefix')], surname)),
        firstNames:
          short('users', row, own('firstNames'), 200) ?? (official && joined(official, particleApart ? null : middle)),
        initials: short('users', row, own('initials'), 6),
        callName,
      }
    },
  }
}

export type Values = ReturnType<typeof valuesOf>

/** Our own files write `-` for a name that somebody does not have, because the standard wants both. */
const nothing = (name: string): string | null => (name === '-' || name === '' ? null : name)
const joined = (one: string, other: string | null) => (other === null ? one : `${one} ${other}`)

/** In a file of ours somebody without a call name has it empty, and the given name is made of what there is. */
function callNameOf(row: Row, given: string): string | null {
  const exact = row.values[own('callName')]
  if (exact === given) return given
  const madeUp = row.values[own('firstNames')] || row.values[own('initials')]
  return exact === '' && (given === madeUp || given === '-') ? null : nothing(given)
}

/** Takes off a known particle, which may be none; looks for one where nothing is known or it is not there any more. */
function splitBy(prefix: string | undefined, whole: string): Pick<Name, 'prefix' | 'surname'> {
  if (prefix === '') return { prefix: null, surname: whole }
  if (prefix === undefined || !whole.startsWith(`${prefix} `)) return surnameOf(whole)
  return { prefix, surname: whole.slice(prefix.length + 1) }
}

/** The texts of a cell that our own export wrote as JSON. */
function textsIn(cell: string): string[] {
  try {
    const texts: unknown = JSON.parse(cell || '[]')
    return Array.isArray(texts) ? [...new Set(texts.filter((one) => typeof one === 'string' && one.length <= 64))] : []
  } catch {
    return []
  }
}
