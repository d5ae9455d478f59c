import { csvFile } from '#shared/language/csv.ts'
import { dayLong, type Language, number } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import { declaredAt, entriesOf } from './entries.ts'
import { ownOrganisation } from './organisation.ts'
import type { RegisterLine } from './register.ts'
import { type RegisterTexts, registerTexts } from './texts.ts'

const kindsIn = (language: Language, kinds: readonly Kind[]) =>
  kinds.map((kind) => kindWords[kind][language]).join(', ')

/** "12 van 30 kolommen": what of a processing is encrypted. */
const sealedIn = (t: RegisterTexts, language: Language, { sealed }: RegisterLine): string =>
  t.sealed(number(language, sealed.sealed), number(language, sealed.columns))

/** A line of the register as a row of cells, in the order of `registerTexts.columns`. */
export const cellsOf = (language: Language, line: RegisterLine): string[] => {
  const t = registerTexts[language]
  const said = (some: readonly { nl: string; en: string }[]) => some.map((one) => one[language]).join('; ')
  return [
    t.roles[line.role],
    line.controller,
    line.contact,
    line.officer,
    line.processor ?? '',
    line.name[language],
    line.why[language],
    line.groundWords[language],
    line.law[language],
    line.groundSince ? dayLong(language, new Date(line.groundSince), { year: true }) : '',
    said(line.subjects),
    kindsIn(language, line.kinds),
    line.tables.map(({ what }) => what[language]).join('; '),
    said(line.whoSees),
    said(line.recipients),
    line.transfers[language],
    said(line.period),
    sealedIn(t, language, line),
    line.security[language],
  ]
}

/** The register as a file for a spreadsheet. */
export const registerCsv = (language: Language, lines: readonly RegisterLine[]): string =>
  csvFile([Object.values(registerTexts[language].columns), ...lines.map((line) => cellsOf(language, line))])

/** The data map: every column there is, also of tables that are not about people. */
const dataMap = async (work: Work, language: Language): Promise<string[][]> => {
  const t = registerTexts[language]
  const organisation = await ownOrganisation(work)
  const entries = entriesOf(organisation)
  return declaredAt(organisation).flatMap((declared) => {
    const { table, what, about, purpose, seenBy, columns } = declared
    const entry = entries.find((one) => one.purpose === purpose)
    return Object.entries(columns).map(([column, is]) => {
      const kinds = 'name' in is ? Object.values<{ kind: Kind }>(is.fields).map(({ kind }) => kind) : [is.kind]
      return [
        table,
        column,
        what[language],
        about === 'nobody' ? t.nobody : about,
        entry?.name[language] ?? purpose,
        kindsIn(language, [...new Set(kinds)]),
        'name' in is ? t.yes : t.no,
        'name' in is ? '' : is.plain[language],
        seenBy[language],
      ]
    })
  })
}

export const dataMapCsv = async (work: Work, language: Language): Promise<string> =>
  csvFile([Object.values(registerTexts[language].mapColumns), ...(await dataMap(work, language))])
