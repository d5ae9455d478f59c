import { guardianIdsOf, whoHasASay } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
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
  /** How guardians of a pupil who live apart stand to each other; nothing where all live under one roof. */
  readonly homes: (pupil: string, guardian: string) => Homes | null
}

/** What one guardian and the others of a pupil, in another home, wish; without a wish the round says how it is. */
export type Homes = { readonly mine: Apart; readonly theirs: Apart; readonly joined: boolean }

/** A round, as far as it says who comes with whom. */
export type Joining = { readonly id: string; readonly apart: Apart }

const wishesOf = prepared(({ db }, { rounds, pupils }: { rounds: readonly string[]; pupils: readonly string[] }) =>
  db
    .selectFrom('conversation_wish')
    .select(['round_id', 'pupil_id', 'guardian_id', 'wish'])
    .where('round_id', 'in', oneOf(rounds))
    .where('pupil_id', 'in', oneOf(pupils)),
)

/** Those of these pupils of whom a guardian's identity is protected, whether or not who asks may know them. */
const withHiddenGuardian = async (
  work: Work,
  pupils: readonly string[],
  known: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const pupil of pupils) {
    const guardians = await guardianIdsOf(work, [pupil])
    const hidden = work.db.selectFrom('person').select('id').where('id', 'in', oneOf(guardians))
    const isHidden =
      guardians.some((id) => !known.has(id)) || (await hidden.where('protected', '=', true).execute()).length > 0
    if (isHidden) found.add(pupil)
  }
  return found
}

/**
 * Who comes with whom, by who speaks for these pupils today: for each round. Guardians under one roof are one side. Another
 * home joins them in a round for all together until one of them wishes otherwise, and in another round when both wish it.
 * Where somebody's identity is protected, nobody is joined.
 */
export const sidesOf = async (
  work: Work,
  rounds: readonly Joining[],
  pupils: readonly string[],
): Promise<(round: string) => Sides> => {
  const ids = rounds.map(({ id }) => id)
  const [all, wishes] = await Promise.all([whoHasASay(work, pupils), wishesOf(work, { rounds: ids, pupils })])
  const says = all.filter(({ authority }) => authority !== 'no')
  const roofs = new Set(says.filter(({ livesWith }) => livesWith).map(({ pupil, guardian }) => `${pupil} ${guardian}`))
  const guardiansOf = (pupil: string) => says.filter((say) => say.pupil === pupil).map(({ guardian }) => guardian)
  const twoHomes = pupils.filter((pupil) => {
    const guardians = guardiansOf(pupil)
    return guardians.length > 1 && guardians.some((guardian) => !roofs.has(`${pupil} ${guardian}`))
  })
  const hidden = await withHiddenGuardian(work, twoHomes, new Set(all.map(({ guardian }) => guardian)))

  return (round) => {
    const { apart } = rounds.find(({ id }) => id === round)!
    const wishOf = (pupil: string, guardian: string): Apart =>
      hidden.has(pupil)
        ? 'apart'
        : ((wishes.find((one) => one.round_id === round && one.pupil_id === pupil && one.guardian_id === guardian)
            ?.wish as Apart | undefined) ?? apart)
    // One home speaks with one mouth: whoever of it wishes to be apart is heard, and one who asks to come together is enough.
    const wishOfHome = (pupil: string, guardians: readonly string[]): Apart => {
      const said = guardians.map((guardian) => wishOf(pupil, guardian))
      return said.find((wish) => wish !== apart) ?? apart
    }
    const sides = (pupil: string): Side[] => {
      const guardians = guardiansOf(pupil)
      const inside = guardians.filter((guardian) => roofs.has(`${pupil} ${guardian}`))
      const outside = guardians.filter((guardian) => !inside.includes(guardian))
      const willing = outside.filter((guardian) => wishOf(pupil, guardian) === 'together')
      const opens = inside.length > 0 ? wishOfHome(pupil, inside) === 'together' : willing.length > 1
      const together = [...inside, ...(opens ? willing : [])]
      const alone = outside.filter((guardian) => !together.includes(guardian))
      return [
        ...(together.length > 0 ? [{ id: pupil, guests: together }] : []),
        ...alone.map((guardian) => ({ id: guardian, guests: [guardian] })),
      ]
    }
    const of = (pupil: string, guardian: string) => sides(pupil).find(({ guests }) => guests.includes(guardian)) ?? null
    const homes = (pupil: string, guardian: string): Homes | null => {
      if (!twoHomes.includes(pupil) || hidden.has(pupil)) return null
      const mine = sameHome(guardiansOf(pupil), guardian, (one) => roofs.has(`${pupil} ${one}`))
      const others = guardiansOf(pupil).filter((one) => !mine.includes(one))
      if (mine.length === 0 || others.length === 0) return null
      return {
        mine: wishOfHome(pupil, mine),
        theirs: wishOfHome(pupil, others),
        joined: (of(pupil, guardian)?.guests ?? []).some((guest) => others.includes(guest)),
      }
    }
    return { all: sides, of, homes }
  }
}

const sameHome = (guardians: readonly string[], guardian: string, inside: (one: string) => boolean): string[] => {
  if (!guardians.includes(guardian)) return []
  return inside(guardian) ? guardians.filter(inside) : [guardian]
}
