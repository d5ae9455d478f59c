import { parseSchoolYear, type SchoolYear } from '../../organisations/school-year.ts'
import { type Problems, Refused } from '../problems.ts'
import type { Row, Tables } from './tables.ts'
import { listOf, type Values } from './values.ts'

/** How the school is known here: its BRIN, with the number of its location, and its id in earlier files. */
export type Known = { readonly brin: string | null; readonly schoolKey: string | null }

export type School = {
  readonly key: string
  readonly brin: string | null
  readonly locationCode: string | null
  /** Parts of the school: a pupil who belongs to one is at that location. */
  readonly locations: readonly { key: string; name: string }[]
}

const brinIn = ({ values }: Row): string | null => {
  const all = [values.identifier, values.sourcedId].map((text) =>
    /^(\d{2}[A-Z]{2})(\d{2})?$/.exec(text?.toUpperCase() ?? ''),
  )
  return all.find((found) => found !== null)?.[0] ?? null
}

/**
 * Which school of the file is this one: the only one, else the one with our BRIN (with our location before without), else
 * the one we know by its id. Throws `Refused` for none and for several of which none is ours.
 */
export function schoolIn(orgs: readonly Row[], { brin, schoolKey }: Known): School {
  const schools = orgs.filter(({ values }) => values.type?.toLowerCase() === 'school')
  if (schools.length === 0) throw new Refused('org-none', 1, 'orgs.csv')
  const alike = (wanted: (said: string) => boolean) => {
    const found = brin === null ? [] : schools.filter((row) => wanted(brinIn(row) ?? ''))
    return found.length === 1 ? found[0] : undefined
  }
  const whole = (text: string) => (text.length === 4 ? `${text}00` : text)
  const ours =
    (schools.length === 1 ? schools[0] : undefined) ??
    alike((said) => said !== '' && whole(said) === whole(brin!)) ??
    schools.find(({ values }) => values.sourcedId === schoolKey) ??
    alike((said) => said.slice(0, 4) === brin!.slice(0, 4))
  if (ours === undefined) throw new Refused('org-which', schools[1]!.line, 'orgs.csv/identifier')
  const key = ours.values.sourcedId ?? ''
  const code = brinIn(ours)
  const part = code?.slice(4) ?? ''
  return {
    key,
    brin: code?.slice(0, 4) ?? null,
    locationCode: part === '' || part === '00' ? null : part,
    locations: orgs
      .filter(({ values }) => values.parentSourcedId === key && values.sourcedId !== key)
      .map(({ values }) => ({ key: values.sourcedId!, name: values.name! })),
  }
}

/** `startsOn` and `endsOn` are the days of the whole year that the session is of, as the file says them. */
export type Session = {
  readonly key: string
  readonly year: SchoolYear
  readonly startsOn: string
  readonly endsOn: string
}

/** The sessions of the file by id, each with the school year that it is part of. */
export function sessionsIn(
  { academicSessions = [] }: Tables,
  values: Values,
  problems: Problems,
): Map<string, Session> {
  const rows = new Map(academicSessions.map((row) => [row.values.sourcedId!, row]))
  const rootOf = (row: Row): Row => {
    let root = row
    for (let steps = 0; steps < 10 && root.values.type?.toLowerCase() !== 'schoolyear'; steps++)
      root = rows.get(root.values.parentSourcedId ?? '') ?? root
    return root
  }
  const sessions = new Map<string, Session>()
  for (const [key, row] of rows) {
    const root = rootOf(row)
    const startsOn = values.date('academicSessions', root, 'startDate')
    const endsOn = values.date('academicSessions', root, 'endDate')
    const year = yearOf(root, startsOn, endsOn)
    if (year === null) problems.report('session-year', row.line, 'academicSessions.csv/schoolYear')
    else {
      const bounds = daysOf(year)
      sessions.set(key, { key, year, startsOn: startsOn ?? bounds.startsOn, endsOn: endsOn ?? bounds.endsOn })
    }
  }
  return sessions
}

/** A school year lies in two calendar years: its days say so best. `schoolYear` is the year in which it ends. */
function yearOf({ values }: Row, startsOn: string | null, endsOn: string | null): SchoolYear | null {
  const [start, end] = [Number(startsOn?.slice(0, 4)), Number(endsOn?.slice(0, 4))]
  if (values.type?.toLowerCase() === 'schoolyear' && end === start + 1) return { start, end }
  const said = values.schoolYear ?? ''
  const alone = /^\d{4}$/.test(said) ? { start: Number(said) - 1, end: Number(said) } : null
  return parseSchoolYear(said) ?? alone
}

/** The first and last day of a Dutch school year. */
export const daysOf = ({ start, end }: SchoolYear) => ({ startsOn: `${start}-08-01`, endsOn: `${end}-07-31` })

/** The school year of these classes that holds today, else the newest: a file in spring may bring the next year along. */
export function yearFor(
  classes: readonly Row[],
  sessions: ReadonlyMap<string, Session>,
  today: string,
): SchoolYear | null {
  const used = classes.flatMap(({ values }) =>
    listOf(values.termSourcedIds ?? '').flatMap((id) => sessions.get(id) ?? []),
  )
  const all = used.length > 0 ? used : [...sessions.values()]
  const newest = all.toSorted((one, other) => other.year.start - one.year.start)
  const holdsToday = ({ year }: Session) => daysOf(year).startsOn <= today && today <= daysOf(year).endsOn
  return (newest.find(holdsToday) ?? newest[0])?.year ?? null
}
