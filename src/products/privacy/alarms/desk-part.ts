import { roleName } from '#shared/identity/role-words.ts'
import { dayShort, number } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import type { DeskPart } from '../desk/part.ts'
import { privacyOfficer } from '../who-looked/rules.ts'
import { alarmEvidence, countStanding } from './queries.ts'
import { alarmTexts } from './texts.ts'

/** Unusual looks on the officer's desk. */
export const alarmsOnDesk: DeskPart = {
  order: 20,
  title: { nl: alarmTexts.nl.title, en: alarmTexts.en.title },
  rule: privacyOfficer,
  address: urls.alarms(),
  async stands({ work, me, language }) {
    const t = alarmTexts[language].desk
    const count = await countStanding(work, me)
    return count === 0 ? { state: 'fine', says: t.fine } : { state: 'act', says: t.act(number(language, count)) }
  },
  norms: ['AVG art. 5(1)(f)', 'AVG art. 32', 'Normenkader IBP FO: logging en monitoring'],
  async evidence(work, language) {
    const t = alarmTexts[language]
    const rows = await alarmEvidence(work)
    return {
      columns: t.desk.columns,
      rows: rows.map(({ kind, role, raisedAt, files, state, reviewedAt }) => [
        kind === 'outside' ? t.ruleOutside : t.kinds[kind](number(language, files)),
        roleName(role, language),
        dayShort(language, raisedAt),
        String(files),
        t.states[state],
        reviewedAt ? dayShort(language, reviewedAt) : '',
      ]),
    }
  },
}
