import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { partyOf } from '#shared/identity/party.ts'
import { pick } from '#shared/language/index.ts'
import { visible } from '#shared/language/visible.ts'
import { urls } from '#src/urls.ts'
import { RESULTS } from '../results/rules.ts'
import { ict } from '../rules.ts'
import { deliver } from './delivering.ts'
import { Refused } from './refused.ts'
import { confirmation, refusedFault, unknownFault, wsdl, XML } from './soap.ts'
import { addSupplier, deliveries, suppliers, withdraw } from './suppliers.ts'
import { uwlrTexts } from './texts.ts'
import { MadeKey, Suppliers } from './views.tsx'
import './personal-data.ts'

/** A school's results of a year are about two megabytes. */
const LARGEST = 8 * 1024 * 1024

const newSupplier = z.object({ name: z.string().transform(visible).pipe(z.string().trim().min(1).max(60)) })

const addressOf = (visit: Visit) => partyOf(visit).origin + urls.uwlrService()

const show = async (visit: Visit<string, Me>, typed = '', problem = false) => {
  const { work, language } = visit
  const t = pick(language, uwlrTexts)
  return visit.page(
    { title: t.title, status: problem ? 422 : 200 },
    <Suppliers
      {...{ t, language, typed, problem }}
      list={await suppliers(work)}
      last={await deliveries(work)}
      address={addressOf(visit)}
    />,
  )
}

/** Suppliers of tests: their keys, what they delivered, and where they deliver it (UWLR 2.2 over SOAP 1.1). */
export const uwlr = new Module(RESULTS, {
  nl: 'Leveranciers van toetsen een sleutel geven',
  en: 'Give suppliers of tests a key',
})
  .setting({
    order: 30,
    section: 'sign-in',
    address: urls.uwlr(),
    word: { nl: uwlrTexts.nl.title, en: uwlrTexts.en.title },
    text: { nl: uwlrTexts.nl.text, en: uwlrTexts.en.text },
    icon: 'chart-no-axes-column',
    rule: ict,
    kinds: ['school'],
    now: async ({ work, language }) =>
      pick(language, uwlrTexts).state((await suppliers(work)).filter(({ withdrawn }) => !withdrawn).length),
  })
  .get(urls.uwlr, ict, (visit) => show(visit))
  .post(urls.uwlrSupplier, ict, async (visit) => {
    const form = visit.form(newSupplier)
    if (!form.ok) return show(visit, String(visit.typed.name ?? ''), true)
    const { language } = visit
    const t = pick(language, uwlrTexts)
    const { name } = form.value
    const value = await addSupplier(visit.work, visit.me, name)
    return visit.page({ title: t.made(name) }, <MadeKey {...{ t, language, name, value }} address={addressOf(visit)} />)
  })
  .post(urls.uwlrWithdraw, ict, async (visit) =>
    (await withdraw(visit.work, visit.params.id)) ? visit.seeOther(urls.uwlr()) : visit.notFound(),
  )
  .about({ nl: 'Resultaten afleveren met een sleutel van de school', en: 'Deliver results with a key of the school' })
  .get(urls.uwlrService, anyone, (visit) => visit.send(wsdl(addressOf(visit)), XML))
  .post(
    urls.uwlrService,
    anyone,
    async (visit) => {
      const came = await deliver(visit.work, visit.text).catch((refused: unknown) => {
        if (refused instanceof Refused) return refused
        throw refused
      })
      if (came instanceof Refused) return visit.fault(refusedFault(came), XML)
      return came.unknown > 0 ? visit.fault(unknownFault(came), XML) : visit.send(confirmation(), XML)
    },
    { text: LARGEST },
  )
