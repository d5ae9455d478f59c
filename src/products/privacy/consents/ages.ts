import { personRecord, weekdayOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { settle } from './settling.ts'

/** The age from which somebody decides about their own data (art. 5 UAVG). */
const OWN_CONSENT_AGE = 16

const yearOf = (birthDate: string) => Number(birthDate.slice(0, 4)) + OWN_CONSENT_AGE

/** Whether somebody born on this day has had that birthday on `today`, both as `YYYY-MM-DD`. */
const isOfAge = (birthDate: string, today: string) => `${yearOf(birthDate)}${birthDate.slice(4)}` <= today

const withAge = (work: Work) =>
  work.db
    .selectFrom('person')
    .leftJoin('consent_age as age', 'age.pupil_id', 'person.id')
    .select(['person.id', 'person.record', 'age.sixteen_in', 'age.own', 'age.by_office'])

type Row = Awaited<ReturnType<ReturnType<typeof withAge>['execute']>>[number]

/** Looks at the dates of birth and writes down who decides from now on. Answers for whom that changed. */
const look = async (work: Work, rows: Row[]): Promise<string[]> => {
  const changed: string[] = []
  for (const { id, record, ...age } of await work.open(rows, { record: reading(personRecord, 'id', 'birthDate') })) {
    const year = record.birthDate ? yearOf(record.birthDate) : null
    const own = age.by_office || (record.birthDate !== null && isOfAge(record.birthDate, work.today))
    if (age.own === own && age.sixteen_in === year) continue
    await work.db
      .insertInto('consent_age')
      .values({ pupil_id: id, sixteen_in: year, own, by_office: age.by_office ?? false })
      .onConflict((there) => there.columns(['organisation_id', 'pupil_id']).doUpdateSet({ sixteen_in: year, own }))
      .execute()
    if (own !== (age.own ?? false)) changed.push(id)
  }
  return changed
}

/** The same for one pupil, before an answer counts: a date of birth may have been mended today. */
export const lookAtAge = async (work: Work, pupil: string): Promise<boolean> => {
  const changed = await look(work, await withAge(work).where('person.id', '=', pupil).execute())
  if (changed.length > 0) await settle(work, { pupils: changed })
  return decidesAlone(work, pupil)
}

/** Whether this pupil decides, instead of the guardians. */
const decidesAlone = async (work: Work, pupil: string): Promise<boolean> => (await grown(work, [pupil])).has(pupil)

/** Which of these pupils decide for themselves. */
export const grown = async (work: Work, pupils: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.db
    .selectFrom('consent_age')
    .select('pupil_id')
    .where('pupil_id', 'in', oneOf(pupils))
    .where('own', '=', true)
    .execute()
  return new Set(rows.map(({ pupil_id }) => pupil_id))
}

/** Whether to look for dates of birth that were not there: each day where school keeps them, otherwise on Mondays. */
const looksForDates = async (work: Work): Promise<boolean> => {
  const school = await work.db.selectFrom('school').select('keeps_birth_dates').executeTakeFirst()
  return school?.keeps_birth_dates === true || weekdayOf(work.today) === 1
}

/**
 * Hands over to the pupils who are 16 today: from now on only their own answer counts. Opens the dates of birth of those who
 * have that birthday this year and of those of whom no date was known; who has none stays with the guardians until the
 * office says otherwise.
 */
export const turnSixteen = async (work: Work): Promise<void> => {
  const unknownToo = await looksForDates(work)
  const rows = await withAge(work)
    .where('person.state', '=', 'active')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('consent_answer as answer').select('answer.id').whereRef('answer.pupil_id', '=', 'person.id')),
    )
    .where((or) => or.or([or('age.own', 'is', null), or('age.own', '=', false)]))
    .where(({ or, eb, lit }) =>
      or([
        unknownToo ? eb('age.sixteen_in', 'is', null) : lit(false),
        eb('age.sixteen_in', '<=', Number(work.today.slice(0, 4))),
      ]),
    )
    .execute()
  const changed = rows.length > 0 ? await look(work, rows) : []
  if (changed.length > 0) await settle(work, { pupils: changed })
}
