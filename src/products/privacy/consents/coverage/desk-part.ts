import { urls } from '#src/urls.ts'
import type { DeskPart } from '../../desk/part.ts'
import { consentTexts } from '../texts.ts'
import { wordsIn } from '../words.ts'
import { coverageOf } from './queries.ts'
import { coverageTexts } from './texts.ts'

/** Consent on the officer's desk: what is asked, and how many answered. */
export const consentsOnDesk: DeskPart = {
  order: 20,
  title: { nl: coverageTexts.nl.desk.title, en: coverageTexts.en.desk.title },
  address: urls.consentCoverage(),
  norms: ['AVG art. 7', 'AVG art. 8', 'UAVG art. 5'],
  stands: async ({ work, language }) => {
    const t = coverageTexts[language].desk
    const { purposes, groups, pupils } = await coverageOf(work, null)
    if (purposes.length === 0) return { state: 'fine', says: t.nothing }
    const open = groups.reduce((sum, group) => sum + group.open, 0)
    return {
      state: open > 0 ? 'waits' : 'fine',
      says: t.says(purposes.length, open, pupils),
      lines: purposes.map(({ purpose, counts }) => ({
        title: wordsIn(purpose.words, language).title,
        text: t.line(counts.yes, counts.no, counts.open),
      })),
    }
  },
  evidence: async (work, language) => {
    const { purposes } = await coverageOf(work, null)
    return {
      columns: coverageTexts[language].desk.columns,
      rows: purposes.map(({ purpose, counts }) => [
        wordsIn(purpose.words, language).title,
        consentTexts[language].rule[purpose.rule],
        String(purpose.number),
        String(counts.yes),
        String(counts.no),
        String(counts.open),
      ]),
    }
  },
}
