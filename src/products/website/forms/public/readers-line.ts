import { type Language, number, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { namedReaders, type SiteForm } from '../queries.ts'
import { formTexts } from '../texts.ts'

const isCompany = async (work: Work): Promise<boolean> => {
  const { kind } = await work.db
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  return kind === 'supplier' || kind === 'partner'
}

/** Who reads what is sent with a form and how long it stays, in one line above what is typed. */
export const readersLine = async (work: Work, language: Language, form: SiteForm): Promise<string> => {
  const { id, kind, keepMonths } = form
  const t = pick(language, formTexts)
  const right = kind === 'complaint' || kind === 'privacy'
  const named = !right && (await namedReaders(work, id)).length > 0
  const who = (await isCompany(work)) ? t.companyReaders : right ? t.officeAndOfficer : named ? t.named : t.office
  const period =
    keepMonths === null
      ? t.periods.general
      : keepMonths === 1
        ? t.periods.one
        : t.periods.months(number(language, keepMonths))
  return t.readers(who, period)
}
