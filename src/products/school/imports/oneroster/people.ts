import type { Problems } from '../problems.ts'
import { lasting, type Pupil, type Teacher } from '../roster/roster.ts'
import type { Enrollment } from './classes.ts'
import { codeOf, type Held, type Kind } from './roles.ts'
import type { School } from './school.ts'
import { own, type Row } from './tables.ts'
import type { Values } from './values.ts'

/** A school year and the day in it on which the file is looked at. */
export type When = { readonly startsOn: string; readonly endsOn: string; readonly at: string }

const lasts = (at: string) => (one: Enrollment) => one.to === null || one.to >= at
const begun = (at: string) => (one: Enrollment) => one.from === null || one.from <= at

/** The person's key: a file of ours says it apart where pupils and team use the same numbers. */
const keyIn = ({ values }: Row) => lasting(values[own('key')] || values.sourcedId || '')

/** Reads people one by one; what a file says of them beside this is counted and dropped. */
export function peopleOf(values: Values, problems: Problems, dropped: Record<string, number>) {
  const taken = new Set<string>()
  const drop = (name: string) => {
    dropped[name] = (dropped[name] ?? 0) + 1
  }

  /** The ECK iD among the numbers of other systems; those are counted, among them may be a citizen service number. */
  function eckIdIn(row: Row, kind: Kind): string | null {
    let eckId: string | null = null
    const numbers = [...(row.values.userIds ?? '').matchAll(/\{\s*([^:{}]+?)\s*:\s*([^{}]*?)\s*\}/g)]
    if (row.values.userIds && numbers.length === 0) drop('userIds')
    for (const [, kind = '', number = ''] of numbers) {
      if (!/^eck[-_ ]?id$/i.test(kind) || number === '' || eckId !== null) drop('userIds')
      else eckId = number
    }
    if (eckId === null) return null
    if (eckId.length > 256) values.report('too-long', 'users', row, 'userIds', 256)
    if (taken.has(`${kind} ${eckId}`)) values.report('eckid-repeated', 'users', row, 'userIds')
    taken.add(`${kind} ${eckId}`)
    return eckId
  }

  function day(row: Row, column: string, otherwise: string | null): string | null {
    return row.values[own(column)] === undefined ? otherwise : values.date('users', row, own(column))
  }

  return {
    eckIdIn,
    drop,

    /** A pupil; `home` and `composed` are the classes of either kind that the file has this pupil in. */
    pupil(
      row: Row,
      home: readonly Enrollment[],
      composed: readonly Enrollment[],
      when: When,
      given: { held: readonly Held[]; school: School; birthDate: string | null },
    ): Pupil {
      const { at, startsOn, endsOn } = when
      if (row.values.email) drop('email')
      const current = home.filter(lasts(at))
      const now = current.some(begun(at)) ? current.filter(begun(at)) : current
      // In a file of changes the newer place counts; the older one is only known from before.
      const newest = now.some((one) => one.row.line > 0) ? now.filter((one) => one.row.line > 0) : now
      const [first] = newest
      const second = newest.find(({ group }) => group !== first?.group)
      if (second) problems.report('two-homerooms', second.row.line, 'enrollments.csv/classSourcedId')
      const ends = (current.length > 0 ? current : home).map(({ to }) => to)
      const lastDay = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)
      const firstDay = home.map(({ from }) => from ?? '').toSorted()[0] ?? ''
      const exact = row.values[own('location')]
      const orgs = exact === undefined ? given.held.map(({ org }) => org) : [exact]
      return {
        key: keyIn(row),
        eckId: eckIdIn(row, 'pupil'),
        name: values.name(row),
        birthDate: given.birthDate,
        year: values.years('users', row)[0] ?? null,
        homeGroup: first?.group ?? null,
        composedGroups: [
          ...new Set(
            composed
              .filter(lasts(at))
              .filter(begun(at))
              .map(({ group }) => group),
          ),
        ],
        location: given.school.locations.find(({ key }) => orgs.includes(key))?.key ?? null,
        enteredOn: day(row, 'enteredOn', firstDay > startsOn ? firstDay : null),
        leftOn: day(row, 'leftOn', lastDay !== null && lastDay < endsOn ? lastDay : null),
      }
    },

    /** Somebody of the team. What they do is a proposal for the office, never a right. */
    teacher(row: Row, enrollments: readonly Enrollment[], when: When, held: readonly Held[]): Teacher {
      const now = enrollments.filter(lasts(when.at)).filter(begun(when.at))
      const email = values.text(row, 'email')
      const isAddress = email === null || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email)
      if (!isAddress) values.report('email', 'users', row, 'email')
      return {
        key: keyIn(row),
        eckId: eckIdIn(row, 'team'),
        name: values.name(row),
        email: isAddress ? email : null,
        ...(values.roles(row) ?? { roles: [...new Set(held.flatMap(({ role }) => codeOf(role)))], otherRoles: [] }),
        groups: [...Map.groupBy(now, ({ group }) => group)].map(([group, all]) => ({
          group,
          ...(values.roles(all[0]!.row) ?? {
            roles: [...new Set(all.flatMap(({ role }) => codeOf(role)))],
            otherRoles: [],
          }),
        })),
      }
    },
  }
}
