import type { Work } from '#shared/tenancy/work.ts'

/** What is ever handed over: reports that are over, and latenesses and days away that nobody reported. */
const reports = (work: Work) =>
  work.db
    .selectFrom('absence')
    .innerJoin('person', 'person.id', 'absence.pupil_id')
    .where('absence.withdrawn_at', 'is', null)
    .where('absence.to_on', '<=', work.today)

const unreported = (work: Work) =>
  work.db
    .selectFrom('attendance_mark as mark')
    .innerJoin('person', 'person.id', 'mark.pupil_id')
    .where('mark.state', '!=', 'present')
    .where('mark.on_day', '<', work.today)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('absence as reported')
            .select('reported.id')
            .whereRef('reported.pupil_id', '=', 'mark.pupil_id')
            .whereRef('reported.from_on', '<=', 'mark.on_day')
            .where('reported.withdrawn_at', 'is', null)
            .where((or) =>
              or.or([or('reported.to_on', 'is', null), or('reported.to_on', '>=', or.ref('mark.on_day'))]),
            ),
        ),
      ),
    )

/** Those of one hand-over, or what was not handed over yet. */
export const reportsOf = (work: Work, at: Date | null) =>
  reports(work).where('absence.handed_over_at', at ? '=' : 'is', at)
export const marksOf = (work: Work, at: Date | null) =>
  unreported(work).where('mark.handed_over_at', at ? '=' : 'is', at)

/** How many lines wait to be handed over. */
export const waiting = async (work: Work): Promise<number> => {
  const [said, seen] = await Promise.all([
    reportsOf(work, null)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    marksOf(work, null)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  return said.count + seen.count
}

/** Marks everything that waits as handed over now. The file is made from the same moment, as often as it is asked for. */
export const handOver = async (work: Work): Promise<void> => {
  await work.db
    .updateTable('absence')
    .set({ handed_over_at: work.now })
    .where('id', 'in', reportsOf(work, null).select('absence.id'))
    .execute()
  const marks = await marksOf(work, null).select(['mark.pupil_id', 'mark.on_day']).execute()
  for (const [day, same] of Map.groupBy(marks, ({ on_day }) => on_day)) {
    await work.db
      .updateTable('attendance_mark')
      .set({ handed_over_at: work.now })
      .where('on_day', '=', day)
      .where(
        'pupil_id',
        'in',
        same.map(({ pupil_id }) => pupil_id),
      )
      .execute()
  }
  await work.audit('handed-over-absences', String(work.now.getTime()))
}

export type HandOver = { readonly at: Date; readonly rows: number }

/** Earlier hand-overs of this year, the latest first. */
export const handOvers = async (work: Work): Promise<HandOver[]> => {
  const [one, other] = await Promise.all([
    reports(work)
      .select('absence.handed_over_at as at')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('absence.handed_over_at', 'is not', null)
      .groupBy('absence.handed_over_at')
      .execute(),
    unreported(work)
      .select('mark.handed_over_at as at')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('mark.handed_over_at', 'is not', null)
      .groupBy('mark.handed_over_at')
      .execute(),
  ])
  const all = [...one, ...other]
  const sums = new Map<number, number>()
  for (const { at, rows } of all) sums.set(at!.getTime(), (sums.get(at!.getTime()) ?? 0) + rows)
  return [...sums].map(([at, rows]) => ({ at: new Date(at), rows })).sort((one, other) => +other.at - +one.at)
}
