import { type Verification, verifications } from '#shared/audit/verification.ts'
import { clock, dayLong, type Language, number } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import type { DeskPart, Standing } from './part.ts'
import { deskTexts } from './texts.ts'

const LATE = 2 * 86_400_000
const A_YEAR = 366

const moment = (language: Language, at: Date) => `${dayLong(language, at, { year: true })}, ${clock(language, at)}`

const standing = (language: Language, last: Verification | undefined, now: Date): Standing => {
  const t = deskTexts[language].log
  if (!last) return { state: 'waits', says: t.never }
  const when = moment(language, last.at)
  if (last.broken !== null) return { state: 'act', says: t.broken(number(language, last.broken), when) }
  if (now.getTime() - last.at.getTime() > LATE) return { state: 'act', says: t.late(when) }
  return { state: 'fine', says: t.held(number(language, last.lines), when) }
}

/** Whether the chain of the log holds, and when that was last found out. */
export const logPart: DeskPart = {
  order: 60,
  title: { nl: deskTexts.nl.log.title, en: deskTexts.en.log.title },
  address: urls.privacyEvidence(),
  stands: async ({ work, language }) => standing(language, (await verifications(work, 1))[0], work.now),
  norms: ['AVG art. 5(2)', 'AVG art. 32', 'Normenkader IBP FO: logging en controle'],
  evidence: async (work, language) => {
    const t = deskTexts[language].log
    const walks = await verifications(work, A_YEAR)
    return {
      columns: t.columns,
      rows: walks.map(({ at, lines, broken }) => [
        moment(language, at),
        number(language, lines),
        broken === null ? t.fine : t.wrong(number(language, broken)),
      ]),
    }
  },
}
