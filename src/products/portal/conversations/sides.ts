import { guardianIdsOf, whoHasASay } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** Whether guardians who live apart come together, or each by themselves. */
export type Apart = 'together' | 'apart'

/** Who comes as one to a conversation about a pupil: the pupil's own number for who comes together, or one guardian's. */
export type Side = { readonly id: string; readonly guests: readonly string[] }

export type Sides = {
  /** The side on which this guardian comes; nothing for who does not speak for the pupil. */
  readonly of: (pupil: string, guardian: string) => Side | null
  /** Every side of a pupil. */
  readonly all: (pupil: string) => readonly Side[]
}

/**
 * Who comes with whom, by who speaks for these pupils today. Guardians under one roof are one side; who lives elsewhere is a
 * side alone, unless the round is for all together. Where somebody's identity is protected from who asks, nobody is joined.
 */
export const sidesOf = async (work: Work, pupils: readonly string[], apart: Apart): Promise<Sides> => {
  const says = (await whoHasASay(work, pupils)).filter(({ authority }) => authority !== 'no')
  const home = await work.db
    .selectFrom('guardianship')
    .select(['pupil_id', 'guardian_id'])
    .where('pupil_id', 'in', oneOf(pupils))
    .where('lives_with', '=', true)
    .where('from_on', '<=', work.today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', work.today)]))
    .execute()
  const atHome = new Set(home.map(({ pupil_id, guardian_id }) => `${pupil_id} ${guardian_id}`))
  const known = new Set(says.map(({ guardian }) => guardian))
  const hidden = new Set<string>()
  for (const pupil of apart === 'together' ? pupils : [])
    if ((await guardianIdsOf(work, [pupil])).some((id) => !known.has(id))) hidden.add(pupil)
  const all = (pupil: string): Side[] => {
    const guardians = says.filter((say) => say.pupil === pupil).map(({ guardian }) => guardian)
    const together = guardians.filter(
      (guardian) => (apart === 'together' && !hidden.has(pupil)) || atHome.has(`${pupil} ${guardian}`),
    )
    const alone = guardians.filter((guardian) => !together.includes(guardian))
    return [
      ...(together.length > 0 ? [{ id: pupil, guests: together }] : []),
      ...alone.map((guardian) => ({ id: guardian, guests: [guardian] })),
    ]
  }
  return { all, of: (pupil, guardian) => all(pupil).find(({ guests }) => guests.includes(guardian)) ?? null }
}
