import type { Work } from '#shared/tenancy/work.ts'
import { writeEdexml } from './edexml/write.ts'
import { pupilOf } from './records.ts'
import type { Group, Location, Roster } from './roster/roster.ts'
import { readState, type Stored } from './state.ts'

/** A group's key in a file: its own, or one that says it holds in this file only. */
const keyOf = ({ id, key }: { id: string; key: string | null }) => key ?? `#${id}`

const rosterOf = ({ state, records, team, brin }: Stored, today: string): Roster => {
  const keys = new Map(state.groups.map((group) => [group.id, keyOf(group)]))
  const locations = new Map<string, Location>()
  for (const { fromFile } of records.values())
    if (fromFile?.kind === 'pupil' && fromFile.location) locations.set(fromFile.location.key, fromFile.location)
  return {
    schoolYear: state.schoolYear!,
    brin: state.brin,
    locationCode: brin?.slice(4) || null,
    referenceDate: today,
    locations: [...locations.values()],
    groups: state.groups.map((group) => ({ ...group, key: keyOf(group) }) as Group),
    pupils: state.pupils.map((pupil) => ({
      ...pupil,
      birthDate: pupilOf(records.get(pupil.id)!).birthDate,
      homeGroup: pupil.homeGroup && keys.get(pupil.homeGroup)!,
      composedGroups: pupil.composedGroups.map((id) => keys.get(id)!),
    })),
    teachers: state.teachers
      .filter(({ id }) => team.has(id))
      .map((teacher) => ({
        ...teacher,
        groups: teacher.groups.flatMap((one) => {
          const group = keys.get(one.group)
          return group === undefined ? [] : [{ ...one, group }]
        }),
      })),
  }
}

/**
 * The school of today as an EDEXML 2.1 file, so that it can leave: its groups, pupils and team. Guardians have no
 * place in the standard. Reading it in again changes nothing. `no-pupils` while there is no group or no pupil:
 * the standard has no empty school. Nothing when the organisation is no school. For a command: it sees everyone.
 */
export const exportEdexml = async (work: Work): Promise<string | 'no-pupils' | null> => {
  const stored = await readState(work)
  if (!stored) return null
  if (!stored.state.schoolYear || stored.state.pupils.length === 0) return 'no-pupils'
  await work.audit('exported-roster', 'imports')
  return writeEdexml(rosterOf(stored, work.today))
}
