import { groupsTaughtBy, placesOf, schoolYearOn } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { pupil } from '../rules.ts'
import { arrangesGroups, arrangesSchool } from './rules.ts'

/** Whose tiles: of the school, of a group, or of one person. `key` is how an address names it. */
export type TileList =
  | { readonly kind: 'school'; readonly key: 'school' }
  | { readonly kind: 'group'; readonly key: string; readonly name: string }
  | { readonly kind: 'own'; readonly key: 'own'; readonly person: string }

const ofGroup = ({ id, name }: { readonly id: string; readonly name: string }): TileList => ({
  kind: 'group',
  key: id,
  name,
})

const ownList = (me: Me): TileList => ({ kind: 'own', key: 'own', person: me.id })

/** The groups that somebody teaches today, of this school year. */
const taughtGroups = (work: Work, me: Me) =>
  work.db
    .selectFrom('school_group')
    .select(['id', 'name'])
    .where('id', 'in', groupsTaughtBy(work, me.id))
    .where('school_year_id', 'in', schoolYearOn(work, work.today))
    .where('ended_on', 'is', null)
    .orderBy('name')
    .execute()

/** The lists somebody may arrange, one's own last. */
export const listsToArrange = async (work: Work, me: Me): Promise<TileList[]> => [
  ...(arrangesSchool(me) ? [{ kind: 'school', key: 'school' } as const] : []),
  ...(arrangesGroups(me) ? (await taughtGroups(work, me)).map(ofGroup) : []),
  ownList(me),
]

const YOUNG = 4

/** The lists that make up somebody's start page, and whether it is one for groups 1 to 4. */
export const listsToSee = async (work: Work, me: Me): Promise<{ lists: TileList[]; young: boolean }> => {
  const places = pupil(me) ? await placesOf(work, me.id) : []
  const groups = [...places, ...(arrangesGroups(me) ? await taughtGroups(work, me) : [])]
  return {
    lists: [...groups.map(ofGroup), { kind: 'school', key: 'school' }, ownList(me)],
    young: places.some(({ year }) => year !== null && Number(year) <= YOUNG),
  }
}
