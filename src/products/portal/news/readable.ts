import { sql } from 'kysely'
import { childrenOf, groupsTaughtBy } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { OnADay, Work } from '#shared/tenancy/work.ts'
import { office } from './rules.ts'

/** The groups whose news I read as a guardian: a child of mine was in it on the day of the news, or came later. */
const ofMyChildren = (work: OnADay, me: string) =>
  work.db
    .selectFrom('news_group as meant')
    .innerJoin('news as dated', 'dated.id', 'meant.news_id')
    .innerJoin('group_pupil as placed', 'placed.group_id', 'meant.group_id')
    .select('meant.news_id')
    .where('placed.pupil_id', 'in', childrenOf(work, me))
    .where('placed.from_on', '<=', work.today)
    .where(({ or, eb, ref }) =>
      or([
        eb('placed.to_on', 'is', null),
        eb('placed.to_on', '>=', sql<string>`(${ref('dated.published_at')} at time zone 'Europe/Amsterdam')::date`),
      ]),
    )

const ofMyGroups = (work: OnADay, me: string) =>
  work.db
    .selectFrom('news_group as meant')
    .select('meant.news_id')
    .where('meant.group_id', 'in', groupsTaughtBy(work, me))

/**
 * The news that somebody may read today, as the beginning of a query: published, not over, and for the whole school or a
 * group of an own child, for the team of a group that one teaches. `readerIds` says the same in the other direction.
 */
export const readable = (work: Work, me: Me) =>
  readableBy(work, { id: me.id, office: office(me), staff: me.staff, guardian: me.is('guardian') })

type Reader = { readonly id: string; readonly office: boolean; readonly staff: boolean; readonly guardian: boolean }

/** {@link readable}, where who asks comes later: for a query that is prepared. */
export const readableBy = (work: OnADay, me: Reader) =>
  work.db
    .selectFrom('news')
    .where('news.state', '=', 'published')
    .where(({ or, eb }) => or([eb('news.expires_on', 'is', null), eb('news.expires_on', '>=', work.today)]))
    .where(({ or, and, eb, exists }) =>
      or([
        ...(me.office ? [sql.lit(true)] : []),
        ...(me.staff
          ? [
              eb('news.whole_school', '=', true),
              eb('news.author_id', '=', me.id),
              eb('news.id', 'in', ofMyGroups(work, me.id)),
            ]
          : []),
        ...(me.guardian
          ? [
              and([eb('news.whole_school', '=', true), exists(childrenOf(work, me.id))]),
              eb('news.id', 'in', ofMyChildren(work, me.id)),
            ]
          : []),
        sql.lit(false),
      ] as never),
    )

/** The news that I may write on: the office all, a teacher the own. */
export const editable = (work: Work, me: Me) => {
  const kept = work.db.selectFrom('news').where('news.state', '!=', 'withdrawn')
  return office(me) ? kept : kept.where('news.author_id', '=', me.id)
}
