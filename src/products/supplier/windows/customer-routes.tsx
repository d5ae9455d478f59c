import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { CustomerWindow, CustomerWindows } from './customer-views.tsx'
import { listedWindows, look } from './looking.ts'
import { support } from './rules.ts'
import { windowTexts } from './texts.ts'

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, windowTexts), language })

/** Looking along at a customer, through a window that the customer opened: without one there is nothing (PROMISES P32). */
export const customerWindows = new Module('customer-windows', {
  nl: 'Meekijken door een inzagevenster',
  en: 'Looking along through a support window',
})
  .place({
    order: 36,
    address: urls.customerWindows(),
    word: { nl: windowTexts.nl.customers.place, en: windowTexts.en.customers.place },
    icon: 'eye',
    rule: support,
  })
  .get(urls.customerWindows, support, async (visit) => {
    const words = wordsOf(visit)
    return visit.page(
      { title: words.t.customers.title, live: 'customer-windows' },
      <CustomerWindows {...words} windows={await listedWindows(visit.work)} />,
    )
  })
  .get(urls.customerWindow, support, (visit) => async () => {
    const { me, params, throughWindow } = visit
    const words = wordsOf(visit)
    const { customer: organisation, id } = params
    const found = await throughWindow(me, { organisation, id }, async (work, window) => ({
      kinds: window.kinds,
      seen: await look(work, me, window, words.t.customers.person),
    }))
    if (!found) return visit.notFound()
    return visit.page(
      { title: words.t.customers.title, live: `customer-window/${id}` },
      <CustomerWindow {...{ ...words, id, ...found }} />,
    )
  })
