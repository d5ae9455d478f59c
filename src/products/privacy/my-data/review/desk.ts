import { capital, dayLong, plural } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import type { DeskPart } from '../../desk/part.ts'
import { daysWaiting } from './queries.ts'
import { reviewTexts } from './texts.ts'

/** Downloads on the officer's desk: which wait for the school, and as evidence how many were given, and how fast. */
export const copiesOnDesk: DeskPart = {
  order: 35,
  title: { nl: reviewTexts.nl.desk, en: reviewTexts.en.desk },
  address: urls.copyReviews(),
  stands: async ({ work, me, language }) => {
    const t = reviewTexts[language]
    const waiting = await daysWaiting(work, me)
    if (waiting.length === 0) return { state: 'fine', says: t.deskNone }
    return {
      state: 'waits',
      says: capital(t.today(plural(language, waiting.length, t.copies.one, t.copies.other))),
      lines: waiting.map(({ id, before }) => ({ title: dayLong(language, before), to: urls.copyReview({ id }) })),
    }
  },
  norms: ['AVG art. 15', 'AVG art. 20'],
  evidence: async (work, language) => {
    const rows = await work.db
      .selectFrom('data_copy')
      .select(['asked_at', 'ready_at', 'state'])
      .orderBy('asked_at')
      .execute()
    return {
      columns: language === 'nl' ? ['Gevraagd', 'Klaar', 'Stand'] : ['Asked', 'Ready', 'State'],
      rows: rows.map(({ asked_at, ready_at, state }) => [asked_at.toISOString(), ready_at?.toISOString() ?? '', state]),
    }
  },
}
