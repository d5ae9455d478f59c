import type { Work } from '#shared/tenancy/work.ts'
import { writeEdexml } from './edexml/write.ts'
import type { Version } from './oneroster/tables.ts'
import { writeOneRoster } from './oneroster/write.ts'
import { pupilOf } from './records.ts'
import type { Group, Location, Roster } from './roster/roster.ts'
import { oneImportAtATime, readState, type Stored } from './state.ts'

/** A key in a file: its own, or one that says it holds in this file only. */
const keyOf = ({ id, key }: { id: string; key: string | null }) => key ?? `#${id}`

const rosterOf = ({ state, records, team, brin, schoolKey }: Stored, today: string): Roster => {
  const keys = new Map(state.groups.map((group) => [group.id, keyOf(group)]))
  const locations = new Map<string, Location>()
  for (const { fromFile } of records.values())
    if (fromFile?.kind === 'pupil' && fromFile.location) locations.set(fromFile.location.key, fromFile.location)
  return {
    schoolYear: state.schoolYear!,
    brin: state.brin,
    schoolKey,
    locationCode: brin?.slice(4) || null,
    referenceDate: today,
    silent: [],
    locations: [...locations.values()],
    groups: state.groups.map((group) => ({ ...group, key: keyOf(group) }) as Group),
    pupils: state.pupils.map((pupil) => ({
      ...pupil,
      key: keyOf(pupil),
      birthDate: pupilOf(records.get(pupil.id)!).birthDate,
      homeGroup: pupil.homeGroup && keys.get(pupil.homeGroup)!,
      composedGroups: pupil.composedGroups.map((id) => keys.get(id)!),
    })),
    teachers: state.teachers
      .filter(({ id }) => team.has(id))
      .map((teacher) => ({
        ...teacher,
        key: keyOf(teacher),
        groups: teacher.groups.flatMap((one) => {
          const group = keys.get(one.group)
          return group === undefined ? [] : [{ ...one, group }]
        }),
      })),
  }
}

/** The school of today as a roster; null without groups or pupils, and for what is no school. Sees what `work` sees. */
export const currentRoster = async (work: Work): Promise<Roster | null> => {
  await oneImportAtATime(work)
  const stored = await readState(work)
  return stored?.state.schoolYear && stored.state.pupils.length > 0 ? rosterOf(stored, work.today) : null
}

/**
 * The school of today, so that it can leave: its groups, pupils and team. Guardians are not in it. Reading it in again
 * changes nothing. `no-pupils` while there is no group or no pupil: the standards have no empty school. Nothing when the
 * organisation is no school. It holds whom `work` may see: everyone for a command.
 */
const exportWith = async <T>(
  work: Work,
  write: (roster: Roster, key: string) => T | Promise<T>,
): Promise<T | 'no-pupils' | null> => {
  const stored = await readState(work)
  if (!stored) return null
  if (!stored.state.schoolYear || stored.state.pupils.length === 0) return 'no-pupils'
  await work.audit('exported-roster', 'imports')
  return write(rosterOf(stored, work.today), stored.schoolKey ?? stored.brin ?? work.organisation)
}

/** The school of today as an EDEXML 2.1 file; see `exportWith`. */
export const exportEdexml = (work: Work) => exportWith(work, writeEdexml)

/**
 * One pupil as an EDEXML 2.1 file, to take along: with the groups they are in, and nobody else (art. 20 GDPR; PROMISES
 * P63). Opens only that pupil. Nothing for who is no pupil of today, or whom `work` may not see.
 */
export const exportPupil = async (work: Work, pupil: string): Promise<string | null> => {
  const stored = await readState(work, undefined, pupil)
  if (!stored?.state.schoolYear || stored.state.pupils.length === 0) return null
  const roster = rosterOf(stored, work.today)
  const own = new Set(roster.pupils.flatMap(({ homeGroup, composedGroups }) => [homeGroup, ...composedGroups]))
  return writeEdexml({ ...roster, groups: roster.groups.filter(({ key }) => own.has(key)) })
}

/** The school of today as a whole OneRoster package, in a zip file; see `exportWith`. */
export const exportOneRoster = (work: Work, version: Version, name: string) =>
  exportWith(work, (roster, key) => writeOneRoster(roster, version, { key, name }))
