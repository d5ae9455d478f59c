import { pupilOf, teacherOf } from './records.ts'
import { compare, type Decisions, type Difference } from './roster/difference.ts'
import { pupilFields, teacherFields } from './roster/fields.ts'
import { matchPeople } from './roster/match.ts'
import type { Roster } from './roster/roster.ts'
import type { Left, Stored } from './state.ts'

/** More pupils leaving than this share of the school: it may be the wrong file (standards.md 1.5, item 6). */
const MANY_LEAVE = 0.05

/** What a person has to say yes to before a file is taken over. */
export type Confirmation = 'leavers' | 'brin'

/** The difference as this school would store it. */
export type Plan = Difference & {
  /** Who of the added is somebody who left before: index in the roster to the internal id. */
  returning: { pupils: ReadonlyMap<number, string>; teachers: ReadonlyMap<number, string> }
  /** The BRIN that the school gets, with the number of its location: it had none, or another one was confirmed. */
  newBrin: string | null
  /** What the administration calls the school from now on, where that is new. */
  newKey: string | null
  /** What has to be confirmed. */
  needs: readonly Confirmation[]
}

/**
 * Decides what storing `roster` changes. On top of `compare`: who was added by hand never leaves, and who left and is surely back is the same person again.
 */
export const planOf = (stored: Stored, left: Left, roster: Roster, decisions: Decisions = {}): Plan => {
  const { state, records } = stored
  const difference = compare(state, roster, decisions)
  const cameFromFile = ({ id }: { id: string }) => records.get(id)?.fromFile != null
  const leaves = (one: { id: string }) =>
    cameFromFile(one) && !stored.expected.has(one.id) && !stored.ahead?.leaving.has(one.id)
  // Next year's file says who comes and goes as a pupil; it ends no group of today, and nobody stops teaching by it.
  const leaving = {
    pupils: difference.left.pupils.filter(leaves),
    teachers: stored.ahead ? [] : difference.left.teachers.filter(leaves),
    groups: stored.ahead ? [] : difference.left.groups,
  }
  const leavingShare = leaving.pupils.length / Math.max(1, state.pupils.filter(cameFromFile).length)
  const otherBrin = isOtherSchool(stored, roster) || difference.otherBrin
  return {
    ...difference,
    left: leaving,
    leavingShare,
    otherBrin,
    newBrin: otherBrin || stored.brin === null ? brinOf(roster) : null,
    newKey: roster.schoolKey === stored.schoolKey ? null : roster.schoolKey,
    returning: returningOf(left, roster, difference),
    needs: [...(leavingShare > MANY_LEAVE ? ['leavers' as const] : []), ...(otherBrin ? ['brin' as const] : [])],
  }
}

/** The file's BRIN, with the number of the location behind it where the file is of one. */
export const brinOf = ({ brin, locationCode }: Roster) => brin && `${brin}${locationCode ?? ''}`

/**
 * A school that is one location of its BRIN takes no file of another location; where a file names no BRIN but has its own
 * name for the school, that has to be the one known.
 */
const isOtherSchool = ({ brin, schoolKey }: Stored, file: Roster) => {
  if (file.brin === null && file.schoolKey !== null) return schoolKey !== null && schoolKey !== file.schoolKey
  return brin?.length === 6 && brin.slice(4) !== (file.locationCode ?? '00')
}

/** Those of the added whose identifier and looks are surely of one person who left. */
const returningOf = (left: Left, roster: Roster, { added }: Difference): Plan['returning'] => {
  const none = () => undefined
  const sure = (
    known: Parameters<typeof matchPeople>[0],
    found: Parameters<typeof matchPeople>[1],
    indexes: number[],
  ) => {
    const { ids } = matchPeople(known, found)
    return new Map(indexes.flatMap((index, at): [number, string][] => (ids[at] ? [[index, ids[at]]] : [])))
  }
  const pupils = added.pupils.map(({ roster: index }) => index)
  const teachers = added.teachers.map(({ roster: index }) => index)
  return {
    pupils: sure(
      left.pupils.map(({ id, record }) => ({
        id,
        fields: pupilFields({ ...pupilOf(record), homeGroup: null, composedGroups: [] }, none),
      })),
      pupils.map((index) => pupilFields(roster.pupils[index]!, none)),
      pupils,
    ),
    teachers: sure(
      left.teachers.map(({ id, record }) => ({ id, fields: teacherFields(teacherOf(record), none) })),
      teachers.map((index) => teacherFields(roster.teachers[index]!, none)),
      teachers,
    ),
  }
}
