import type { Look } from '#shared/audit/looks.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { alarmConclusion } from './personal-data.ts'

/** What a person is told of a look at them by somebody who did not teach them that day. */
export type Unusual = {
  readonly alarm: string
  readonly asked: boolean
  /** What the reviewer concluded, once that was done. */
  readonly conclusion: string | null
}

/** Which of these looks at a person, the newest first, nobody expected. One alarm stands for a day; its first look shows it. */
export const unusualOf = async (
  work: Work,
  subject: string,
  looks: readonly Look[],
): Promise<ReadonlyMap<string, Unusual>> => {
  const [newest, oldest] = [looks[0], looks.at(-1)]
  if (!newest || !oldest) return new Map()
  const rows = await work.db
    .selectFrom('look_alarm')
    .select(['id', 'viewer_id', 'from_at', 'asked_at', 'conclusion'])
    .where('kind', '=', 'outside')
    .where('subject_id', '=', subject)
    .where('from_at', '>=', new Date(oldest.at.getTime() - 1))
    .where('from_at', '<=', new Date(newest.at.getTime() + 1))
    .execute()
  const told = await work.open(rows, { conclusion: reading(alarmConclusion, 'id', 'text') })
  const conclusions = new Map(told.map(({ id, conclusion }) => [id, conclusion?.text ?? null]))
  const oldestFirst = looks.toReversed()
  return new Map(
    rows.flatMap((row) => {
      const look = oldestFirst.find(
        ({ viewer, at }) => viewer === row.viewer_id && at >= row.from_at && dayOf(at) === dayOf(row.from_at),
      )
      const unusual = { alarm: row.id, asked: row.asked_at !== null, conclusion: conclusions.get(row.id) ?? null }
      return look ? [[look.id, unusual] as const] : []
    }),
  )
}
