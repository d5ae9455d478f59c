import { guardianIdsOf, whoHasASay } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** The guardians who speak for a pupil and live under one roof with it; of one who lives elsewhere, that one alone. */
export type Homes = {
  readonly of: (pupil: string, guardian: string) => readonly string[]
  /** Who speaks for the pupil in another home; nobody where the identity of one of them is protected. */
  readonly others: (pupil: string, guardian: string) => readonly string[]
}

/** The pupils of whom a guardian's identity is protected, also from who asks: about them nobody hears of another home. */
const withSecret = async (work: Work, pupils: readonly string[], known: ReadonlySet<string>) => {
  const found = new Set<string>()
  for (const pupil of pupils) {
    const ids = await guardianIdsOf(work, [pupil])
    const secret = await work.db
      .selectFrom('person')
      .select('id')
      .where('id', 'in', oneOf(ids))
      .where('protected', '=', true)
      .executeTakeFirst()
    if (secret || ids.some((id) => !known.has(id))) found.add(pupil)
  }
  return found
}

/** Who lives where, of who speaks for these pupils today. */
export const homesOf = async (work: Work, pupils: readonly string[]): Promise<Homes> => {
  const all = await whoHasASay(work, pupils)
  const says = all.filter(({ authority }) => authority !== 'no')
  const rows = await work.db
    .selectFrom('guardianship')
    .select(['pupil_id', 'guardian_id'])
    .where('pupil_id', 'in', oneOf(pupils))
    .where('lives_with', '=', true)
    .where('from_on', '<=', work.today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', work.today)]))
    .execute()
  const roofs = new Set(rows.map(({ pupil_id, guardian_id }) => `${pupil_id} ${guardian_id}`))
  const secret = await withSecret(work, pupils, new Set(all.map(({ guardian }) => guardian)))
  const inside = (pupil: string, guardian: string) => roofs.has(`${pupil} ${guardian}`)
  const of = (pupil: string, guardian: string) => {
    const speaks = says.filter((say) => say.pupil === pupil).map((say) => say.guardian)
    if (!speaks.includes(guardian)) return []
    return inside(pupil, guardian) ? speaks.filter((one) => inside(pupil, one)) : [guardian]
  }
  const others = (pupil: string, guardian: string) => {
    const mine = of(pupil, guardian)
    if (mine.length === 0 || secret.has(pupil)) return []
    return says.filter((say) => say.pupil === pupil && !mine.includes(say.guardian)).map((say) => say.guardian)
  }
  return { of, others }
}
