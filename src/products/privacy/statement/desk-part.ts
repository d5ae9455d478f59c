import { dayLong, number } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import type { DeskPart } from '../desk/part.ts'
import { listVersions } from './queries.ts'
import { statementTexts } from './texts.ts'

/** The published statement on the desk: which version counts and since when. */
export const statementPart: DeskPart = {
  order: 55,
  title: { nl: statementTexts.nl.title, en: statementTexts.en.title },
  address: urls.privacy(),
  norms: ['AVG art. 12–14', 'Normenkader IBP FO: informeren van betrokkenen'],
  stands: async ({ work, language }) => {
    const t = statementTexts[language]
    const [last] = await listVersions(work)
    return last
      ? { state: 'fine', says: t.version(number(language, last.number), dayLong(language, last.at, { year: true })) }
      : { state: 'waits', says: t.unpublished }
  },
  evidence: async (work, language) => {
    const t = statementTexts[language]
    return {
      columns: t.evidence,
      rows: (await listVersions(work)).map(({ number: which, at, material }) => [
        number(language, which),
        dayLong(language, at, { year: true }),
        which === 1 ? t.first : material ? t.changed : t.notChanged,
      ]),
    }
  },
}
