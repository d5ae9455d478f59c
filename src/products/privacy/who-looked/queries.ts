import { idsOf, type Named, namesOf, schoolYearOf, whoHasASay } from '#products/school/index.ts'
import { findLooks, type Look, lastLookOfSupplier } from '#shared/audit/looks.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Unusual, unusualOf } from '../alarms/unusual.ts'
import { decideThemselves } from '../consents/ages.ts'
import { wholeDays } from './folding.ts'

const ON_A_PAGE = 400

/** Whether people see the names of who looked, or only their roles; names, unless the school chose otherwise. */
export const showsNames = async (work: Work): Promise<boolean> => {
  const row = await work.db.selectFrom('look_setting').select('staff_names').executeTakeFirst()
  return row?.staff_names ?? true
}

/** Chooses names or only roles; the deed stands in the log. */
export const chooseNames = async (work: Work, me: Me, names: boolean): Promise<void> => {
  const chosen = { staff_names: names, changed_by: me.id, changed_at: work.now }
  await work.db
    .insertInto('look_setting')
    .values(chosen)
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(chosen))
    .execute()
  await work.audit(names ? 'showed-names-of-lookers' : 'hid-names-of-lookers', 'who-looked')
}

export type WhoLooked = {
  readonly looks: readonly Look[]
  readonly names: ReadonlyMap<string, Named>
  /** Looks that nobody expected, by the id of the line. */
  readonly unusual: ReadonlyMap<string, Unusual>
  /** From where to go on, when there is more. */
  readonly next: string | null
  /** When the supplier last looked this school year. */
  readonly supplier: Date | null
}

/** Whether somebody is at home here: a name would tell who only asks for information who teaches the child (art. 1:377c BW). */
const atHome = (me: Me): boolean => [...me.roles].some((role) => role !== 'guardian-information-only')

const whoLookedAt = async (
  work: Work,
  me: Me,
  { subject, butNot, after }: { subject: string; butNot: readonly string[]; after: string | undefined },
): Promise<WhoLooked> => {
  const subjects = await idsOf(work, [subject])
  const found = await findLooks(work, { subjects, butNot: await idsOf(work, butNot), after }, ON_A_PAGE)
  const looks = wholeDays(found, ON_A_PAGE)
  const viewers = looks.flatMap(({ viewer }) => viewer ?? [])
  const year = new Date(`${schoolYearOf(work.today).startsOn}T00:00:00Z`)
  return {
    looks,
    names: atHome(me) && (await showsNames(work)) ? await namesOf(work, viewers) : new Map(),
    unusual: await unusualOf(work, subject, looks),
    next: found.length === ON_A_PAGE ? (looks.at(-1)?.cursor ?? null) : null,
    supplier: await lastLookOfSupplier(work, subjects, year),
  }
}

/** Who looked at my own data, the newest first; what I opened of myself is not there. */
export const whoLookedAtMe = (work: Work, me: Me, after?: string): Promise<WhoLooked> =>
  whoLookedAt(work, me, { subject: me.id, butNot: [me.id], after })

/**
 * Who looked at the data of a child of mine under 16, when I have authority over it; from 16 on the pupil alone sees it. What the child and those who have a say about
 * it opened is not there: it is their own, and says nothing that the other parent needs to know.
 */
export const whoLookedAtChild = async (work: Work, me: Me, child: string, after?: string) => {
  const say = await whoHasASay(work, [child])
  if (!say.some(({ guardian, authority }) => guardian === me.id && authority !== 'no')) return null
  if ((await decideThemselves(work, [child])).has(child)) return null
  const named = (await namesOf(work, [child])).get(child)
  if (!named) return null
  const own = [child, ...say.map(({ guardian }) => guardian)]
  return { givenName: named.givenName, ...(await whoLookedAt(work, me, { subject: child, butNot: own, after })) }
}
