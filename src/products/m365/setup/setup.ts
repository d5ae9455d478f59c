import type { Work } from '#shared/tenancy/work.ts'
import type { Wishes } from '../plans/known.ts'

type Sku = { readonly id: string; readonly name: string; readonly units: number; readonly used: number }

/** How the school has its Microsoft 365: what it wants, what may be done, and what the last look at it said. */
export type Setup = Omit<Wishes, 'domain'> & {
  readonly domain: string | null
  readonly domains: readonly string[]
  readonly consentedAt: Date | null
  readonly checkedAt: Date | null
  readonly given: readonly string[]
  readonly problem: string | null
  readonly skus: readonly Sku[]
  readonly byItself: boolean
  readonly maxRemovals: number
  readonly maxShare: number
}

/** The school's setup; nothing while nobody began with it. */
export const setupOf = async (work: Work): Promise<Setup | null> => {
  const row = await work.db.selectFrom('m365_setup').selectAll().executeTakeFirst()
  if (!row) return null
  return {
    domain: row.domain,
    domains: row.domains,
    consentedAt: row.consented_at,
    checkedAt: row.checked_at,
    given: row.given,
    problem: row.problem,
    skus: row.skus as unknown as Sku[],
    pupilPattern: row.pupil_pattern,
    staffPattern: row.staff_pattern,
    pupilSku: row.pupil_sku,
    staffSku: row.staff_sku,
    makesStaff: row.makes_staff,
    makesTeams: row.makes_teams,
    groupPrefix: row.group_prefix,
    byItself: row.by_itself,
    maxRemovals: row.max_removals,
    maxShare: row.max_share,
    keepBlockedDays: row.keep_blocked_days,
    teachersKeepDays: row.teachers_keep_days,
  }
}

export type Checked = {
  readonly given?: readonly string[]
  readonly problem: string | null
  readonly domains?: readonly string[]
  readonly skus?: readonly Sku[]
}

/** Stores what a look at the tenant said; what it could not see stays as it was. */
export const saveChecked = async (work: Work, { given, problem, domains, skus }: Checked): Promise<void> => {
  const domain = domains?.[0]
  const values = {
    checked_at: work.now,
    changed_at: work.now,
    problem,
    ...(given ? { given: [...given] } : {}),
    ...(domains ? { domains: [...domains] } : {}),
    ...(skus ? { skus: JSON.stringify(skus) } : {}),
  }
  await work.db
    .insertInto('m365_setup')
    .values({ ...values, ...(domain ? { domain } : {}) })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet((eb) => ({
        ...values,
        // The domain that the school chose stays; the tenant's own is only where it begins.
        ...(domain ? { domain: eb.fn.coalesce('m365_setup.domain', eb.val(domain)) } : {}),
      })),
    )
    .execute()
}

/** Forgets what was agreed: nothing is done in the tenant any more. What stands there stays there. */
export const disconnect = async (work: Work): Promise<void> => {
  await work.db
    .updateTable('m365_plan')
    .set({ state: 'dropped', ended_at: work.now })
    .where('ended_at', 'is', null)
    .execute()
  await work.db
    .updateTable('m365_setup')
    .set({ consented_at: null, given: [], problem: null, checked_at: null, changed_at: work.now })
    .execute()
  await work.audit('m365-disconnected', 'm365')
}

/** Notes that an administrator of the tenant consented. */
export const noteConsent = async (work: Work): Promise<void> => {
  const values = { consented_at: work.now, changed_at: work.now }
  await work.db
    .insertInto('m365_setup')
    .values(values)
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
    .execute()
  await work.audit('m365-consented', 'm365')
}

export type NewWishes = Wishes & Pick<Setup, 'byItself' | 'maxRemovals' | 'maxShare'>

/** Stores what the school wants; a plan that waits was made for other wishes and goes. */
export const saveWishes = async (work: Work, wishes: NewWishes): Promise<void> => {
  await work.db
    .updateTable('m365_setup')
    .set({
      domain: wishes.domain,
      pupil_pattern: wishes.pupilPattern,
      staff_pattern: wishes.staffPattern,
      pupil_sku: wishes.pupilSku,
      staff_sku: wishes.staffSku,
      makes_staff: wishes.makesStaff,
      makes_teams: wishes.makesTeams,
      group_prefix: wishes.groupPrefix,
      by_itself: wishes.byItself,
      max_removals: wishes.maxRemovals,
      max_share: wishes.maxShare,
      keep_blocked_days: wishes.keepBlockedDays,
      teachers_keep_days: wishes.teachersKeepDays,
      changed_at: work.now,
    })
    .execute()
  await work.audit('m365-wishes', 'm365')
}
