import type { Work } from '#shared/tenancy/work.ts'
import { currentRoster } from './export.ts'
import type { OneRosterOptions } from './oneroster/read.ts'
import { schoolOf } from './state.ts'

/** What reading a file has to know of the school; nothing for what is no school. `whole` lets it see everyone. */
export const optionsFor = async (
  work: Work,
  whole: <T>(work: Work, run: () => Promise<T>) => Promise<T>,
): Promise<OneRosterOptions | null> => {
  const school = await schoolOf(work)
  if (!school) return null
  return {
    birthDates: school.keeps_birth_dates,
    brin: school.brin,
    schoolKey: school.source_key,
    today: work.today,
    current: () => whole(work, () => currentRoster(work)),
  }
}
