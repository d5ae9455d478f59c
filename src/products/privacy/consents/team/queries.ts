import { findGroup } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Purpose, purposesAsked } from '../purposes/queries.ts'
import { standingOf } from '../standing.ts'

export type InPicture = {
  readonly id: string
  readonly name: string
  /** Where a picture of this pupil may not go; empty when it may go everywhere. */
  readonly notFor: readonly Purpose[]
}

/**
 * Who may not be in a picture of this group, purpose by purpose; nothing when the group is not mine to see. A no and no
 * answer look the same: who takes a picture needs to know no more.
 */
export const picturesOf = async (work: Work, me: Me, group: string) => {
  const found = await findGroup(work, me, group)
  if (!found) return null
  const purposes = (await purposesAsked(work)).filter(({ pictures }) => pictures)
  const standings = await standingOf(work, { pupils: found.pupils.map(({ id }) => id) })
  const may = new Set(standings.filter((one) => one.may).map(({ purpose, pupil }) => `${purpose} ${pupil}`))
  const pupils = found.pupils.map(
    ({ id: pupil, name }): InPicture => ({
      id: pupil,
      name,
      notFor: purposes.filter(({ id }) => !may.has(`${id} ${pupil}`)),
    }),
  )
  return { name: found.name, purposes, pupils }
}
