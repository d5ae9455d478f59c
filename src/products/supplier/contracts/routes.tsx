import { Module } from '#shared/access/module.ts'
import { pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { withdrawNotice } from './changes.ts'
import { isContractProduct } from './phases.ts'
import { contractsOf } from './queries.ts'
import { sells, signs } from './rules.ts'
import { contractTexts } from './texts.ts'
import { AllContracts, Contracts } from './views.tsx'

const MODULE = 'contracts'

const own = async (work: Work) => (await contractsOf(work)).filter(({ customer }) => customer === work.organisation)

const namesOfAll = async (work: Work): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.db.selectFrom('organisation').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What an organisation takes from its supplier, how that ends, and the proof of it (PROMISES P21). */
export const contracts = new Module(MODULE, {
  nl: 'Zien wat er wordt afgenomen en hoe dat eindigt, en een opzegging intrekken',
  en: 'See what is taken and how that ends, and take a notice back',
})
  .setting({
    order: 90,
    section: 'school',
    address: urls.contracts(),
    word: { nl: contractTexts.nl.title, en: contractTexts.en.title },
    text: { nl: contractTexts.nl.text, en: contractTexts.en.text },
    icon: 'file-text',
    rule: signs,
    kinds: ['school', 'board'],
  })
  .place({
    order: 40,
    address: urls.allContracts(),
    word: { nl: contractTexts.nl.all, en: contractTexts.en.all },
    icon: 'file-text',
    rule: sells,
  })
  .get(urls.contracts, signs, async (visit) => {
    const { work, language } = visit
    const t = pick(language, contractTexts)
    return visit.page(
      { title: t.title },
      <Contracts {...{ t, language }} today={work.today} contracts={await own(work)} />,
    )
  })
  .post(
    urls.withdrawNotice,
    signs,
    async (visit) => {
      const { product } = visit.params
      const refused = isContractProduct(product) ? await withdrawNotice(visit.work, product) : true
      return refused ? visit.notFound() : visit.seeOther(urls.contracts())
    },
    { staysOpen: 'always' },
  )
  .get(urls.contractCertificate, signs, async (visit) => {
    const { product } = visit.params
    const found = (await own(visit.work)).find((one) => one.product === product)?.certificate
    if (!found) return visit.notFound()
    return visit.send(JSON.stringify(found, null, 2), 'application/json', `certificate-${product}.json`)
  })
  .about({ nl: 'De contracten van alle klanten zien', en: 'See the contracts of every customer' })
  .get(urls.allContracts, sells, async (visit) => {
    const { work, language } = visit
    const t = pick(language, contractTexts)
    return visit.page(
      { title: t.all, wide: true },
      <AllContracts
        {...{ t, language }}
        today={work.today}
        contracts={await contractsOf(work)}
        names={await namesOfAll(work)}
      />,
    )
  })
