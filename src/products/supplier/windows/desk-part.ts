import { deskAlsoHas } from '#products/privacy/index.ts'
import { pick, plural } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { evidenceOfWindows, openNow } from './queries.ts'
import { windowTexts } from './texts.ts'

deskAlsoHas({
  order: 65,
  title: { nl: windowTexts.nl.title, en: windowTexts.en.title },
  address: urls.schoolSupportWindows(),
  norms: ['AVG 28', 'AVG 32'],
  stands: async ({ work, language }) => {
    const t = pick(language, windowTexts)
    const open = await openNow(work)
    return {
      state: open === 0 ? 'fine' : 'waits',
      says: open === 0 ? t.stands.none : plural(language, open, t.stands.open.one, t.stands.open.other),
    }
  },
  evidence: async (work, language) => {
    const t = pick(language, windowTexts)
    const rows = await evidenceOfWindows(work)
    return {
      columns: t.evidence.columns,
      rows: rows.map(({ openedAt, endedAt, openedAs, looks }) => [
        openedAt.toISOString(),
        endedAt.toISOString(),
        t.page.as[openedAs],
        String(looks),
      ]),
    }
  },
})
