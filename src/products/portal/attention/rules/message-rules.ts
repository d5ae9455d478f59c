import { plusDays, schoolDays } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { dayOf } from '#shared/tenancy/work.ts'

/** What a school promises about messages, and when they reach its team. */
export type MessageRules = {
  readonly answerWithin: number | null
  readonly team: { readonly from: string; readonly until: string } | null
}

export const messageRules = async (work: Work): Promise<MessageRules> => {
  const row = await work.db
    .selectFrom('message_rules')
    .select(['answer_within', 'team_from', 'team_until'])
    .executeTakeFirst()
  const { answer_within = null, team_from = null, team_until = null } = row ?? {}
  const team = team_from && team_until ? { from: team_from.slice(0, 5), until: team_until.slice(0, 5) } : null
  return { answerWithin: answer_within, team }
}

export const keepMessageRules = async (work: Work, { answerWithin, team }: MessageRules): Promise<void> => {
  const row = { answer_within: answerWithin, team_from: team?.from ?? null, team_until: team?.until ?? null }
  await work.db
    .insertInto('message_rules')
    .values(row)
    .onConflict((same) => same.column('organisation_id').doUpdateSet(row))
    .execute()
  await work.audit('changed-message-rules', 'message-rules')
}

/**
 * The school day by which the school promises to have answered what is asked now; nothing when it promises nothing. A
 * module shows it to the guardian who writes, and asks it again to see what waits too long.
 */
export const promisedBy = async (work: Work, asked: Date = work.now): Promise<string | null> => {
  const { answerWithin } = await messageRules(work)
  if (answerWithin === null) return null
  const days = await schoolDays(work)
  const from = dayOf(asked)
  return days.between(plusDays(from, 1), plusDays(from, 100))[answerWithin - 1] ?? null
}

/** How many messages families got since Monday, without saying which family: the average of who got any, and the most. */
export const messagesThisWeek = async (work: Work): Promise<{ families: number; average: number; most: number }> => {
  const weekday = new Date(`${work.today}T12:00:00Z`).getUTCDay() || 7
  const monday = new Date(`${plusDays(work.today, 1 - weekday)}T00:00:00+01:00`)
  const rows = await work.db
    .selectFrom('attention_item')
    .select(({ fn }) => fn.count('told_at').distinct().as('messages'))
    .where('told_at', '>=', monday)
    .groupBy('person_id')
    .execute()
  const counts = rows.map(({ messages }) => Number(messages))
  const sum = counts.reduce((all, one) => all + one, 0)
  return { families: counts.length, average: counts.length > 0 ? sum / counts.length : 0, most: Math.max(0, ...counts) }
}
