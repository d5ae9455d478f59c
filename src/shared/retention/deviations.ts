import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Period } from '#shared/vault/declaration.ts'
import type { Catalogue } from './catalogue.ts'
import { type Rule, rulesOf } from './rules.ts'

/** A period that this organisation chose, and why: everybody concerned may read it. */
export type Deviation = {
  readonly rule: string
  readonly keep: Period
  readonly reason: string
  readonly setAt: Date
}

const inForce = prepared(({ db }) =>
  db
    .selectFrom('retention_deviation')
    .select(['rule', 'years', 'months', 'days', 'reason', 'set_at'])
    .where('ended_at', 'is', null)
    .orderBy('set_at', 'desc'),
)

/** The periods in force that are not the declared ones. */
export const deviationsOf = async (work: Work): Promise<Deviation[]> => {
  const rows = await inForce(work, {})
  return rows.map(({ rule, years, months, days, reason, set_at }) => ({
    rule,
    keep: { years, months, days },
    reason,
    setAt: set_at,
  }))
}

/** The rules of the declarations, with the periods that this organisation keeps to. */
export const rulesInForce = async (work: Work, catalogue: Catalogue): Promise<Rule[]> => {
  const deviations = new Map((await deviationsOf(work)).map((one) => [one.rule, one.keep]))
  return rulesOf(catalogue).map((rule) => ({ ...rule, keep: deviations.get(rule.name) ?? rule.keep }))
}
