import { birthDatesOf, keepsBirthDates, weekdayOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { settle } from './settling.ts'

/** The age from which somebody decides about their own data (art. 5 UAVG). */
const OWN_CONSENT_AGE = 16

const yearOf = (birthDate: string) => Number(birthDate.slice(0, 4)) + OWN_CONSENT_AGE

/** Whether somebody born on this day has had that birthday on `today`, both as `YYYY-MM-DD`. */
const isOfAge = (birthDate: string, today: string) => `${yearOf(birthDate)}${birthDate.slice(4)}` <= today

/** Rows that fit one statement. */
const AT_ONCE = 1_000

const known = (work: Work) => work.db.selectFrom('consent_age').select(['pupil_id', 'sixteen_in', 'own', 'by_office'])

/** Looks at the dates of birth and writes down who decides from now on; tells modules of whom that changed. */
const look = async (work: Work, pupils: readonly string[]): Promise<void> => {
  const rows = await known(work).where('pupil_id', 'in', oneOf(pupils)).execute()
  const before = new Map(rows.map((row) => [row.pupil_id, row]))
  const found = [...(await birthDatesOf(work, pupils))].map(([pupil, birthDate]) => {
    const by_office = before.get(pupil)?.by_office ?? false
    const own = by_office || (birthDate !== null && isOfAge(birthDate, work.today))
    return { pupil_id: pupil, sixteen_in: birthDate ? yearOf(birthDate) : null, own, by_office }
  })
  const news = found.filter(({ pupil_id, sixteen_in, own }) => {
    const age = before.get(pupil_id)
    return age?.own !== own || age.sixteen_in !== sixteen_in
  })
  for (let at = 0; at < news.length; at += AT_ONCE)
    await work.db
      .insertInto('consent_age')
      .values(news.slice(at, at + AT_ONCE))
      .onConflict((there) =>
        there.columns(['organisation_id', 'pupil_id']).doUpdateSet(({ ref }) => ({
          sixteen_in: ref('excluded.sixteen_in'),
          own: ref('excluded.own'),
        })),
      )
      .execute()
  const changed = news
    .filter(({ pupil_id, own }) => own !== (before.get(pupil_id)?.own ?? false))
    .map((one) => one.pupil_id)
  if (changed.length > 0) await settle(work, { pupils: changed })
}

/** Looks at one pupil, before an answer counts: a date of birth may have been mended today. */
export const lookAtAge = async (work: Work, pupil: string): Promise<void> => {
  await look(work, [pupil])
}

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

/**
 * Which of these pupils decide about their own data, by their day of birth or since the office said so: from 16 on they
 * exercise their rights themselves and their guardians no longer do (art. 5(4) UAVG). Opens the days of birth.
 */
export const decideThemselves = async (work: Work, pupils: readonly string[]): Promise<ReadonlySet<string>> => {
  if (pupils.length === 0) return new Set()
  const alone = await grown(work, pupils)
  const dates = await birthDatesOf(work, pupils)
  return new Set(
    pupils.filter((pupil) => {
      const birthDate = dates.get(pupil) ?? null
      return alone.has(pupil) || (birthDate !== null && isOfAge(birthDate, work.today))
    }),
  )
}

/** Whether to look for dates of birth that were not there: each day where school keeps them, otherwise on Mondays. */
const looksForDates = async (work: Work): Promise<boolean> =>
  weekdayOf(work.today) === 1 || (await keepsBirthDates(work))

/**
 * Hands over to the pupils who are 16 today: from now on only their own answer counts. Opens the dates of birth of those who
 * have that birthday this year and of those of whom no date was known; who has none stays with the guardians until the
 * office says otherwise.
 */
export const turnSixteen = async (work: Work): Promise<void> => {
  const unknownToo = await looksForDates(work)
  const rows = await work.db
    .selectFrom('consent_answer as answer')
    .leftJoin('consent_age as age', 'age.pupil_id', 'answer.pupil_id')
    .select('answer.pupil_id')
    .distinct()
    .where((or) => or.or([or('age.own', 'is', null), or('age.own', '=', false)]))
    .where(({ or, eb, lit }) =>
      or([
        unknownToo ? eb('age.sixteen_in', 'is', null) : lit(false),
        eb('age.sixteen_in', '<=', Number(work.today.slice(0, 4))),
      ]),
    )
    .execute()
  if (rows.length > 0)
    await look(
      work,
      rows.map(({ pupil_id }) => pupil_id),
    )
}

/** The office says that a pupil is 16 or older, or takes that back, where school keeps no date of birth. */
export const sayAge = async (work: Work, pupil: string, own: boolean): Promise<void> => {
  await work.db
    .insertInto('consent_age')
    .values({ pupil_id: pupil, sixteen_in: null, own, by_office: own })
    .onConflict((there) => there.columns(['organisation_id', 'pupil_id']).doUpdateSet({ own, by_office: own }))
    .execute()
  await work.audit(own ? 'decides-own-consent' : 'guardians-decide-consent', 'consents', [pupil])
  await settle(work, { pupils: [pupil] })
}

/** Whether this pupil decides, and whether that follows from a day of birth: then nobody has to say it. */
export const ageOf = async (work: Work, pupil: string): Promise<{ own: boolean; known: boolean }> => {
  const birthDate = (await birthDatesOf(work, [pupil])).get(pupil) ?? null
  return { own: (await grown(work, [pupil])).has(pupil), known: birthDate !== null }
}
