import type { Route } from '#shared/access/module.ts'
import { AgainstHouseRule } from '#shared/attention/house-rules.ts'
import { dayLong, type Language } from '#shared/language/index.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { isContractProduct } from './phases.ts'

const endedBy = prepared(({ db }, { customer, product, today }: Record<'customer' | 'product' | 'today', string>) =>
  db
    .selectFrom('contract')
    .select('ends_on')
    .where('customer_id', '=', customer)
    .where('product', '=', product)
    .where('ends_on', '<=', today),
)

/**
 * Refuses every deed of a product from the day its contract ends; reading and signing in go on, and so does what nobody
 * may take away (`staysOpen`). `productOf`: of which product a module is.
 */
export const refusingAfterEnd =
  (productOf: ReadonlyMap<string, string>) =>
  async (work: Work, { module, options }: Route): Promise<void> => {
    const product = productOf.get(module)
    if (!product || !isContractProduct(product) || options.staysOpen === 'always') return
    const [ended] = await endedBy(work, { customer: work.organisation, product, today: work.today })
    if (!ended?.ends_on) return
    const since = (language: Language) => dayLong(language, ended.ends_on!, { year: true })
    throw new AgainstHouseRule({
      nl: `Het contract voor dit onderdeel is geëindigd op ${since('nl')}. Alles is nog te lezen; wijzigen of versturen kan niet meer.`,
      en: `The contract for this part ended on ${since('en')}. Everything can still be read; changing or sending is no longer possible.`,
    })
  }
