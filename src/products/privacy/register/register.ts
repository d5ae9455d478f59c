import type { Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Contact, choiceOf } from '../choices/choices.ts'
import { controllerOf } from '../statement/write.ts'
import { groundWords, subjectWords } from '../words.ts'
import { consentedEntries } from './consented.ts'
import { type Entry, entriesOf, type Holding, ownEntries } from './entries.ts'
import { customersOf, type Organisation, ownOrganisation, supplierOf } from './organisation.ts'
import { processingPublished } from './published.ts'
import { transferWords } from './transfers.ts'

/** How data are secured in general terms (art. 30(1)(g) and 32 GDPR). */
const SECURITY: Words = {
  nl: 'versleuteld per persoon, toegang per rol en per regel, tweede stap voor het team, logboek met keten, reservekopieën zonder sleutels',
  en: 'encrypted per person, access per role and per row, second step for the team, chained log, backups without keys',
}

/** One line of the register of processing, as it is handed over: by the controller (art. 30(1)) or a processor (art. 30(2)). */
export type RegisterLine = {
  readonly role: 'controller' | 'processor'
  readonly controller: string
  readonly contact: string
  readonly officer: string
  readonly processor: string | null
  readonly purpose: string
  readonly name: Words
  readonly why: Words
  readonly ground: Entry['ground']
  readonly groundWords: Words
  readonly law: Words
  readonly groundSince: string | null
  readonly subjects: readonly Words[]
  readonly kinds: Entry['kinds']
  readonly tables: readonly Holding[]
  readonly whoSees: readonly Words[]
  readonly recipients: readonly Words[]
  readonly transfers: Words
  readonly period: readonly Words[]
  readonly sealed: { readonly columns: number; readonly sealed: number }
  readonly security: Words
}

const unique = (words: readonly Words[]): Words[] => [...new Map(words.map((one) => [one.nl, one])).values()]

const same = (text: string): Words => ({ nl: text, en: text })

type Parties = Pick<RegisterLine, 'role' | 'controller' | 'contact' | 'officer' | 'processor'>

const lineOf = (parties: Parties, contact: Contact | null, entry: Entry): RegisterLine => {
  const { purpose, name, why, ground, law, since, subjects, kinds, recipients, holdings } = entry
  const columns = holdings.flatMap((one) => one.columns)
  const others = parties.role === 'controller' && parties.processor ? [same(parties.processor)] : []
  return {
    ...parties,
    purpose,
    name,
    why,
    ground,
    groundWords: groundWords[ground],
    law,
    groundSince: since?.toISOString() ?? null,
    subjects: subjects.map((one) => subjectWords[one]),
    kinds,
    tables: holdings,
    whoSees: unique([...(entry.whoSees ? [entry.whoSees] : []), ...holdings.map(({ whoSees }) => whoSees)]),
    transfers: transferWords(contact, entry),
    recipients: [...others, ...(recipients ? [recipients] : [])],
    period: unique([...(entry.period ? [entry.period] : []), ...holdings.flatMap(({ periods }) => periods)]),
    sealed: { columns: columns.length, sealed: columns.filter(({ sealed }) => sealed).length },
    security: SECURITY,
  }
}

/** What a customer has not published yet is what the product does by itself. */
const unpublished = (supplier: Organisation, customer: Organisation): RegisterLine[] => {
  const parties = {
    role: 'processor',
    controller: customer.board ? `${customer.board} (${customer.name})` : customer.name,
    contact: '',
    officer: '',
    processor: supplier.name,
  } as const
  return entriesOf(customer).map((entry) => lineOf(parties, null, entry))
}

/** What an organisation does as controller: a view of the declarations and of what it chose (art. 30(1) GDPR). */
export const controlled = async (work: Work): Promise<RegisterLine[]> => {
  const organisation = await ownOrganisation(work)
  const contact = (await choiceOf(work, 'contact'))?.value ?? null
  const supplier = await supplierOf(work)
  const parties = {
    role: 'controller',
    controller: controllerOf({ organisation, contact }),
    contact: [contact?.address, contact?.mail, contact?.phone].filter(Boolean).join(', '),
    officer: [contact?.officer, contact?.officerMail, contact?.officerPhone].filter(Boolean).join(', '),
    processor: supplier === organisation.name ? null : supplier,
  } as const
  const entries = [...(await ownEntries(work, organisation)), ...(await consentedEntries(work))]
  return entries.map((entry) => lineOf(parties, contact, entry))
}

/** What the supplier does for each customer, as that customer decided and published it (art. 30(2) GDPR). */
const processed = async (work: Work, supplier: Organisation): Promise<RegisterLine[]> => {
  const published = await processingPublished(work)
  return (await customersOf(work)).flatMap((customer) => {
    const lines = published.get(customer.id)
    if (!lines) return unpublished(supplier, customer)
    const controller = customer.board ? `${lines[0]!.controller} (${customer.name})` : lines[0]!.controller
    return lines.map((line): RegisterLine => ({ ...line, role: 'processor', controller, processor: supplier.name }))
  })
}

/**
 * The register of processing of an organisation: what it does as controller, and for the supplier also what it does as processor
 * for each customer (PROMISES P10, P15).
 */
export const registerOf = async (work: Work): Promise<RegisterLine[]> => {
  const organisation = await ownOrganisation(work)
  const customers = organisation.kind === 'supplier' ? await processed(work, organisation) : []
  return [...(await controlled(work)), ...customers]
}
