import { capital, type Language, listOf } from '#shared/language/index.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import type { Contact } from '../choices/choices.ts'
import type { Entry, Holding } from '../register/entries.ts'
import type { Organisation } from '../register/organisation.ts'
import { type Transfers, transfersOf } from '../register/transfers.ts'
import { subjectWords } from '../words.ts'
import { type Sentences, sentences } from './texts.ts'

/** Everything that the statement of an organisation is made of. */
export type Facts = {
  readonly organisation: Organisation
  readonly supplier: string | null
  /** What the organisation filled in; nothing of it is needed for a statement. */
  readonly contact: Contact | null
  readonly entries: readonly Entry[]
}

/** Who is responsible for the data of an organisation: its board, unless it says otherwise. */
export const controllerOf = ({ organisation, contact }: Pick<Facts, 'organisation' | 'contact'>): string =>
  contact?.controller || organisation.board || organisation.name

const holdingLine = (language: Language, t: Sentences, { what, whoSees, periods }: Holding): string =>
  `- ${t.holding(
    capital(what[language]),
    whoSees[language],
    periods.length > 0 ? periods.map((one) => one[language]).join('; ') : t.asLong,
  )}`

const groundLine = (t: Sentences, { ground, law }: Entry, language: Language): string => {
  const said = t.grounds[ground]
  return typeof said === 'string' ? said : said(law[language])
}

const entryLines = (language: Language, t: Sentences, entry: Entry): string[] => [
  `# ${entry.name[language]}`,
  t.why(entry.why[language]),
  '',
  groundLine(t, entry, language),
  '',
  t.about(
    listOf(
      language,
      entry.subjects.map((one) => subjectWords[one][language]),
    ),
  ),
  '',
  t.kinds(
    listOf(
      language,
      entry.kinds.map((one) => kindWords[one][language]),
    ),
  ),
  '',
  ...(entry.recipients ? [t.recipients(entry.recipients[language]), ''] : []),
  ...(entry.whoSees && entry.period ? [t.seenAndKept(entry.whoSees[language], entry.period[language])] : []),
  ...entry.holdings.map((one) => holdingLine(language, t, one)),
]

const filled = (...lines: (string | false | undefined)[]): string[] =>
  lines.filter((line) => line !== false && line !== undefined)

const contactLines = (t: Sentences, facts: Facts): string[] => {
  const { organisation, contact } = facts
  const officer = [contact?.officer, contact?.officerMail, contact?.officerPhone].filter(Boolean).join(', ')
  return [
    `# ${t.responsible}`,
    ...filled(
      t.controller(controllerOf(facts), organisation.name),
      contact?.address && t.address(contact.address),
      contact?.mail && t.mail(contact.mail),
      contact?.phone && t.phone(contact.phone),
      officer ? t.officer(officer) : t.officerAtSchool,
    ).flatMap((line) => [line, '']),
  ]
}

const transferLines = (language: Language, t: Sentences, { storage, purposes, everywhere }: Transfers): string[] => {
  const says = [
    ...(storage ? [t.transfers.storage(storage.where, storage.safeguard)] : []),
    ...purposes.map(({ name, says }) => t.transfers.purpose(name[language], says)),
    ...(everywhere ? [t.transfers.everywhere] : []),
  ]
  return says.length === 0 ? [t.transfers.never] : [...says.map((line) => `- ${line}`), '', t.transfers.nothingElse]
}

/**
 * The privacy statement as plain lines (`# ` a heading, `- ` a line of a list): what art. 13 and 14 GDPR ask to tell, in short first, then
 * in detail. It is made of the declarations and of what the organisation chose: nothing of it is typed twice.
 */
export const writeStatement = (language: Language, facts: Facts): string => {
  const t = sentences[language]
  const { organisation, supplier, contact, entries } = facts
  const ask = contact?.mail || contact?.officerMail
  const other = supplier !== null && supplier !== organisation.name
  const transfers = transfersOf(contact, entries)
  const leaves = transfers.storage !== null || transfers.purposes.length > 0
  return [
    t.intro(organisation.name),
    '',
    `- ${t.short.what(
      listOf(
        language,
        entries.map(({ name }) => name[language].toLocaleLowerCase(language)),
      ),
    )}`,
    ...[
      t.short.who,
      leaves ? t.short.leaves : t.short.stays,
      t.short.gone,
      t.short.ads,
      t.short.rights,
      ...(ask ? [t.short.ask(ask)] : []),
    ].map((line) => `- ${line}`),
    '',
    ...contactLines(t, facts),
    ...entries.flatMap((entry) => entryLines(language, t, entry)),
    `# ${t.processors}`,
    other ? t.supplier(supplier) : t.noSupplier,
    '',
    ...(contact?.storage ? [t.storage(contact.storage), ''] : []),
    `# ${t.transfers.title}`,
    ...transferLines(language, t, transfers),
    `# ${t.sources}`,
    t.sourcesText,
    `# ${t.security}`,
    ...t.securityLines.map((line) => `- ${line}`),
    `# ${t.cookies}`,
    t.cookiesText,
    `# ${t.computer}`,
    t.computerText,
    `# ${t.rights}`,
    ...t.rightsLines.map((line) => `- ${line}`),
    '',
    t.rightsHow,
    `# ${t.complaint}`,
    t.complaintText,
    '',
    t.complaintAuthority,
    `# ${t.changes}`,
    t.changesText,
  ].join('\n')
}

/**
 * What people are told of when it changes: who is responsible, purposes, grounds, kinds, recipients, periods and rights.
 * None of it is a wording of ours: a release that only says it better writes to nobody.
 */
export const coreOf = (facts: Facts): string =>
  JSON.stringify([
    controllerOf(facts),
    facts.supplier,
    facts.contact?.storage ?? '',
    sentences.nl.rightsLines.length,
    ...(facts.contact?.safeguard ? [facts.contact.safeguard] : []),
    facts.entries.map(({ purpose, ground, subjects, kinds, gets, holdings, outside }) => [
      purpose,
      ground,
      subjects,
      kinds,
      gets,
      holdings.flatMap(({ keeps }) => keeps).sort(),
      ...(outside ? [outside] : []),
    ]),
  ])
