import { parseSchoolYear } from '../../organisations/school-year.ts'
import { parseDay } from '../day.ts'
import type { Code, Problems } from '../problems.ts'
import { type Name, type RoleCode, type Roles, roleCodes, type Year, years } from '../roster/roster.ts'
import type { Found, Value } from './parse.ts'

const yearSet: ReadonlySet<string> = new Set(years)
const roleSet: ReadonlySet<string> = new Set(roleCodes)
const isYear = (text: string): text is Year => yearSet.has(text)
const isRoleCode = (text: string): text is RoleCode => roleSet.has(text)

/** Turns texts of a record into values. What does not fit is reported and becomes null. */
export function valuesOf(problems: Problems) {
  const report = (code: Code, at: { line: number; path: string }) => {
    problems.report(code, at.line, at.path)
    return null
  }

  function read<T>(found: Found, element: string, code: Code, parse: (text: string) => T | null): T | null {
    const value = found.values.get(element)
    return value === undefined ? null : (parse(value.text) ?? report(code, value))
  }

  function text(found: Found, element: string): string | null {
    return found.values.get(element)?.text ?? null
  }

  function required(found: Found, element: string): void {
    if (!found.values.has(element)) problems.report('missing', found.line, `${found.path}/${element}`)
  }

  return {
    text,
    required,
    matching: (found: Found, element: string, code: Code, pattern: RegExp) =>
      read(found, element, code, (text) => (pattern.test(text) ? text : null)),
    date: (found: Found, element: string) => read(found, element, 'date', parseDay),
    year: (found: Found) => read(found, 'jaargroep', 'year', (text) => (isYear(text) ? text : null)),
    // The XSD's list of years ends at 2024-2025.
    schoolYear: (found: Found) => read(found, 'schooljaar', 'school-year', parseSchoolYear),

    name(found: Found): Name {
      const name = {
        surname: text(found, 'achternaam'),
        prefix: text(found, 'voorvoegsel'),
        firstNames: text(found, 'voornamen'),
        initials: text(found, 'voorletters-1'),
        callName: text(found, 'roepnaam'),
      }
      if (name.surname === null && name.callName === null) report('name-missing', found)
      return name
    },

    roles(found: Found): Roles {
      const roles = new Set<RoleCode>()
      const otherRoles = new Set<string>()
      for (const value of found.repeating) {
        if (!isRoleElement(value)) otherRoles.add(value.text)
        else if (isRoleCode(value.text)) roles.add(value.text)
        else report('role', value)
      }
      return { roles: [...roles], otherRoles: [...otherRoles] }
    },
  }
}

const isRoleElement = (value: Value) => value.path.endsWith('/rol')
