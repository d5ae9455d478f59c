import { plusDays, schoolDays } from '#products/school/index.ts'
import { momentOf } from '#shared/attention/hours.ts'
import { type HouseRules, houseRules } from '#shared/attention/house-rules.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'

export const keepHouseRules = async (work: Work, rules: HouseRules): Promise<void> => {
  const row = {
    answer_within: rules.answerWithin,
    team_from: rules.team?.from ?? null,
    team_until: rules.team?.until ?? null,
    family_from: rules.family?.from ?? null,
    family_until: rules.family?.until ?? null,
    week_most: rules.weekMost,
    urgent_roles: [...rules.urgentRoles],
  }
  await work.db
    .insertInto('message_rules')
    .values(row)
    .onConflict((same) => same.column('organisation_id').doUpdateSet(row))
    .execute()
  await work.audit('changed-message-rules', 'message-rules')
}

/**
 * The school day by which the school promises to have answered what is asked now; nothing when it promises nothing. A
 * module shows it to the guardian who writes, and gives it as the day of the answer: who reads it is reminded, and what is
 * late stands on the principal's first page.
 */
export const promisedBy = async (work: Work, asked: Date = work.now): Promise<string | null> => {
  const { answerWithin } = await houseRules(work)
  if (answerWithin === null) return null
  const days = await schoolDays(work)
  const from = dayOf(asked)
  return days.between(plusDays(from, 1), plusDays(from, 100))[answerWithin - 1] ?? null
}

/** The moment at which this week began. */
const weekBegan = (work: Work): Date => {
  const weekday = new Date(`${work.today}T12:00:00Z`).getUTCDay() || 7
  return momentOf(plusDays(work.today, 1 - weekday), '00:00')
}

/** How often a guardian was told of something this week, in groups. */
export const bands = [
  { from: 1, to: 2 },
  { from: 3, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: null },
] as const

export type Week = {
  readonly families: number
  readonly average: number
  readonly most: number
  readonly bands: readonly number[]
}

/** How often guardians were told of something since Monday, without saying whom: one ping for several things is one. */
export const messagesThisWeek = async (work: Work): Promise<Week> => {
  const rows = await work.db
    .selectFrom('attention_item')
    .select(({ fn }) => fn.count('told_at').distinct().as('messages'))
    .where('told_at', '>=', weekBegan(work))
    .where('person_id', 'in', ({ selectFrom }) => selectFrom('guardianship').select('guardianship.guardian_id'))
    .groupBy('person_id')
    .execute()
  const counts = rows.map(({ messages }) => Number(messages))
  const sum = counts.reduce((all, one) => all + one, 0)
  return {
    families: counts.length,
    average: counts.length > 0 ? sum / counts.length : 0,
    most: Math.max(0, ...counts),
    bands: bands.map(({ from, to }) => counts.filter((one) => one >= from && (to === null || one <= to)).length),
  }
}

/** Guardians who were told of something so often this week that the rest waits for the digest. */
export const hadEnough = async (work: Work, { weekMost }: HouseRules): Promise<ReadonlySet<string>> => {
  if (weekMost === null) return new Set()
  const rows = await work.db
    .selectFrom('attention_item')
    .select('person_id')
    .where('told_at', '>=', weekBegan(work))
    .groupBy('person_id')
    .having(({ fn }) => fn.count('told_at').distinct(), '>=', weekMost)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
