import type { Words } from '#shared/language/index.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'

export type Times = { readonly from: string; readonly until: string }

export const sendingRoles = ['principal', 'administrator', 'teacher', 'substitute', 'support'] as const
type SendingRole = (typeof sendingRoles)[number]

/** What a school decided about messages; everything is kept to when something is sent. */
export type HouseRules = {
  /** Within how many school days somebody answers. */
  readonly answerWithin: number | null
  /** Between which times messages reach the team, on school days. */
  readonly team: Times | null
  /** Between which times families are told of something. What is urgent comes at any time. */
  readonly family: Times | null
  /** How often somebody of a family is told of something in a week; what is more waits for the digest. */
  readonly weekMost: number | null
  readonly urgentRoles: readonly SendingRole[]
}

export const noRules: HouseRules = {
  answerWithin: null,
  team: null,
  family: null,
  weekMost: null,
  urgentRoles: sendingRoles,
}

const stored = prepared(({ db }) =>
  db
    .selectFrom('message_rules')
    .select(['answer_within', 'team_from', 'team_until', 'family_from', 'family_until', 'week_most', 'urgent_roles']),
)

const timesOf = (from: string | null, until: string | null): Times | null =>
  from && until ? { from: from.slice(0, 5), until: until.slice(0, 5) } : null

export const houseRules = async (work: Work): Promise<HouseRules> => {
  const [row] = await stored(work, {})
  if (!row) return noRules
  return {
    answerWithin: row.answer_within,
    team: timesOf(row.team_from, row.team_until),
    family: timesOf(row.family_from, row.family_until),
    weekMost: row.week_most,
    urgentRoles: row.urgent_roles as SendingRole[],
  }
}

/** What a house rule of the school refuses, in a sentence for who sends. The request answers 422 with it; nothing was sent. */
export class AgainstHouseRule extends Error {
  readonly words: Words
  constructor(words: Words) {
    super('Against a house rule of the school')
    this.words = words
  }
}

const notUrgent: Words = {
  nl: 'Op jouw school stuurt jouw rol geen dringende berichten. Kies "antwoord nodig" of "goed om te weten", of vraag de directeur.',
  en: 'At your school your role sends no urgent messages. Choose "needs an answer" or "good to know", or ask the principal.',
}

/** Why somebody of the team with these roles may send nothing urgent; nothing when they may. Ask it where a form offers it. */
export const whyNotUrgent = async (work: Work, roles: Iterable<string>): Promise<Words | null> => {
  const mine = sendingRoles.filter((role) => new Set(roles).has(role))
  if (mine.length === 0) return null
  const { urgentRoles } = await houseRules(work)
  return mine.some((role) => urgentRoles.includes(role)) ? null : notUrgent
}

/** The same for who does this work; a job, and what a family sets going, sends what it must. */
export const holdToUrgentRule = async (work: Work): Promise<void> => {
  if (!work.person) return
  const rows = await work.db
    .selectFrom('person_role')
    .select('role')
    .where('person_id', '=', work.person)
    .where('from_on', '<=', work.today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', work.today)]))
    .execute()
  const words = await whyNotUrgent(
    work,
    rows.map(({ role }) => role),
  )
  if (words) throw new AgainstHouseRule(words)
}
