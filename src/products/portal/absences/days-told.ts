import type { ChangedDays, DaysTold } from '#shared/access/setting.ts'
import { pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { covers } from './absences.ts'
import { teamTexts } from './team-texts.ts'

/** How many pupils have a report over one of these days; opens nothing. A report until better lasts until today. */
const reportedOn = async (work: Work, days: readonly string[]): Promise<number> => {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 0
  const rows = await work.db
    .selectFrom('absence')
    .select(['pupil_id', 'from_on', 'to_on'])
    .where('withdrawn_at', 'is', null)
    .where('from_on', '<=', last)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', first)]))
    .execute()
  const over = ({ from_on, to_on }: (typeof rows)[number]) => ({ from: from_on, to: to_on ?? work.today })
  return new Set(rows.filter((row) => days.some((day) => covers(over(row), day))).map((row) => row.pupil_id)).size
}

/**
 * What a change of school days does to reports: they stay as they are, nobody is asked anything, and a day without school
 * does not count.
 */
export const reportsOverChangedDays: DaysTold = async ({ work, language }, { closed, opened }: ChangedDays) => {
  const t = pick(language, teamTexts).changedDays
  const [away, back] = [await reportedOn(work, closed), await reportedOn(work, opened)]
  return [away > 0 && t.closed(away), back > 0 && t.opened(back)].filter(Boolean).join(' ') || null
}
