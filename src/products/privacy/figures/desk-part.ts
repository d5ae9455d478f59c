import { dayLong } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import type { DeskPart } from '../desk/part.ts'
import { mayLeave, switchHistory } from './queries.ts'
import { figuresTexts } from './texts.ts'

/** Whether anonymous figures may leave, on the officer's desk. */
export const figuresOnDesk: DeskPart = {
  order: 70,
  title: { nl: figuresTexts.nl.title, en: figuresTexts.en.title },
  address: urls.figures(),
  async stands({ work, language }) {
    const t = figuresTexts[language].desk
    return { state: 'fine', says: (await mayLeave(work)) ? t.on : t.off }
  },
  norms: ['AVG art. 5(1)(c)', 'AVG art. 25'],
  async evidence(work, language) {
    const t = figuresTexts[language]
    const rows = await switchHistory(work)
    return {
      columns: [t.history, ''],
      rows: rows.map(({ allowed, decided_at }) => [
        dayLong(language, decided_at, { year: true }),
        allowed ? t.allowed : t.stopped,
      ]),
    }
  },
}
