import { namesOf, plusDays } from '#products/school/index.ts'
import { sendingRoles } from '#shared/attention/house-rules.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** Questions to the team, who left included: a question to a teacher who went still waits for an answer of the school. */
const questionsToTeam = (work: Work) =>
  work.db
    .selectFrom('attention_item')
    .where('attention_item.class', '=', 'answer')
    .where('attention_item.person_id', 'in', ({ selectFrom }) =>
      selectFrom('person_role').select('person_role.person_id').where('person_role.role', 'in', sendingRoles),
    )

const late = (work: Work) =>
  questionsToTeam(work)
    .where('answer_by', '<', work.today)
    .where('answered_at', 'is', null)
    .where('until_at', '>', work.now)

/** How many questions wait longer than the school promised; the same question to several colleagues is one. */
export const countLate = async (work: Work): Promise<number> => {
  const row = await late(work)
    .select(({ fn }) => fn.count('subject_id').distinct().as('questions'))
    .executeTakeFirstOrThrow()
  return Number(row.questions)
}

export type Late = { readonly since: string; readonly names: readonly string[] }

/** What is late, the oldest first: since when, and who of the team could answer. Never what was asked, or by whom. */
export const lateQuestions = async (work: Work): Promise<Late[]> => {
  const rows = await late(work)
    .select(['module', 'subject_id', 'person_id', 'answer_by'])
    .orderBy('answer_by')
    .execute()
  const names = await namesOf(work, [...new Set(rows.map(({ person_id }) => person_id))])
  const groups = Map.groupBy(rows, ({ module, subject_id }) => `${module} ${subject_id}`)
  return [...groups.values()].map((some) => ({
    since: some[0]!.answer_by!,
    names: some.flatMap(({ person_id }) => names.get(person_id)?.name ?? []),
  }))
}

/** Of the questions whose day came in the last 30 days: how many there were, and how many were answered by then. */
export const promiseKept = async (work: Work): Promise<{ asked: number; inTime: number }> => {
  const rows = await questionsToTeam(work)
    .select(['module', 'subject_id', 'answer_by'])
    .select(({ fn }) => fn.min('answered_at').as('answered'))
    .where('answer_by', '<', work.today)
    .where('answer_by', '>=', plusDays(work.today, -30))
    .groupBy(['module', 'subject_id', 'answer_by'])
    .execute()
  const inTime = rows.filter(
    ({ answered, answer_by }) => answered && answered < new Date(`${plusDays(answer_by!, 1)}T00:00:00+01:00`),
  )
  return { asked: rows.length, inTime: inTime.length }
}

/** Who has to be told today that an answer is due: each person once for all their questions. Marks them as reminded. */
export const dueToday = async (
  work: Work,
  now: (people: readonly string[]) => Promise<readonly string[]>,
): Promise<string[]> => {
  const rows = await questionsToTeam(work)
    .select('person_id')
    .distinct()
    .where('answer_by', '<=', work.today)
    .where('answered_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('until_at', '>', work.now)
    .where('from_at', '<=', work.now)
    .execute()
  const people = await now(rows.map(({ person_id }) => person_id))
  if (people.length > 0)
    await work.db
      .updateTable('attention_item')
      .set({ reminded_at: work.now })
      .where('person_id', 'in', people)
      .where('class', '=', 'answer')
      .where('answer_by', '<=', work.today)
      .where('answered_at', 'is', null)
      .execute()
  return [...people]
}
