import { listGroups, namesOf, pupilsIn, saysToday } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** For whom a letter of the school is: whole groups, and children by themselves. */
export type Audience = { readonly groups: readonly string[]; readonly pupils: readonly string[] }

export type Choosable = {
  readonly id: string
  readonly name: string
  readonly pupils: readonly { readonly id: string; readonly name: string }[]
}

/** The groups to whose guardians somebody may write, with their children by name. */
export const choosable = async (work: Work, me: Me): Promise<Choosable[]> => {
  const found: Choosable[] = []
  for (const { id, name } of await listGroups(work, me)) {
    const names = await namesOf(work, await pupilsIn(work, [id]))
    const pupils = [...names].map(([pupil, named]) => ({ id: pupil, name: named.name }))
    found.push({ id, name, pupils: pupils.sort((one, other) => one.name.localeCompare(other.name, 'nl')) })
  }
  return found
}

/** What was chosen, as far as somebody may write to it today; nothing when any of it is not theirs. */
export const audienceOf = async (work: Work, me: Me, chosen: readonly string[]): Promise<Audience | null> => {
  const allowed = (await listGroups(work, me)).map(({ id }) => id)
  const groups = chosen.filter((id) => allowed.includes(id))
  const pupils = chosen.filter((id) => !groups.includes(id))
  const reachable = new Set(pupils.length > 0 && allowed.length > 0 ? await pupilsIn(work, allowed) : [])
  return pupils.every((id) => reachable.has(id)) ? { groups, pupils } : null
}

/** Everybody who has a say about these children today, with the child by which they are asked. */
export const receivers = async (work: Work, { groups, pupils }: Audience) => {
  const all = [...new Set([...(groups.length > 0 ? await pupilsIn(work, groups) : []), ...pupils])]
  if (all.length === 0) return []
  const rows = await saysToday(work).where('tie.pupil_id', 'in', oneOf(all)).distinct().execute()
  return rows.map(({ guardian_id, pupil_id }) => ({ guardian: guardian_id, pupil: pupil_id }))
}

/** The one group that a letter is about, when there is one: its team takes over should the sender leave. */
export const groupOf = async (work: Work, me: Me, { groups, pupils }: Audience): Promise<string | null> => {
  if (groups.length === 1 && pupils.length === 0) return groups[0]!
  if (groups.length > 0) return null
  for (const { id } of await listGroups(work, me)) {
    const placed = new Set(await pupilsIn(work, [id]))
    if (pupils.every((pupil) => placed.has(pupil))) return id
  }
  return null
}
