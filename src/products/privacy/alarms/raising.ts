import { pupilsNotTaughtBy, withRoleToday } from '#products/school/index.ts'
import { holdChain } from '#shared/audit/chain.ts'
import { chainedBefore, type FileOpened, filesOpenedAfter, filesOpenedBy } from '#shared/audit/files-opened.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { HOUR, MOST_FILES, type Usual, unusualAbove } from './limits.ts'
import { tellToRead } from './telling.ts'

const LINES_AT_ONCE = 5_000

/** Who reads about the groups they teach, and nothing of others. */
const TEACHING = new Set<string | null>(['teacher', 'substitute', 'support'])

/** The hour in which most different files were opened: it ends with one of these. */
const busiestHour = (files: readonly FileOpened[]): { files: number; from: Date; to: Date } | null => {
  let best: { files: number; from: Date; to: Date } | null = null
  let first = 0
  const open = new Map<string, number>()
  for (const { about, at } of files) {
    open.set(about, (open.get(about) ?? 0) + 1)
    for (; at.getTime() - files[first]!.at.getTime() > HOUR; first += 1) {
      const gone = files[first]!.about
      const left = open.get(gone)! - 1
      if (left > 0) open.set(gone, left)
      else open.delete(gone)
    }
    if (open.size > (best?.files ?? 0)) best = { files: open.size, from: files[first]!.at, to: at }
  }
  return best
}

/** Bulk reading: who opened more files within an hour than anybody may without a question, or than the role usually does. */
const watchBulk = async (work: Work, viewer: string, opened: readonly FileOpened[], usual: readonly Usual[]) => {
  const from = new Date(opened[0]!.at.getTime() - HOUR)
  const busiest = busiestHour(await filesOpenedBy(work, viewer, from, opened.at(-1)!.at))
  const role = opened.at(-1)!.role ?? 'unknown'
  const above = unusualAbove(usual.find((one) => one.role === role))
  if (!busiest) return
  const kind = busiest.files > MOST_FILES ? 'files' : above !== null && busiest.files > above ? 'unusual' : null
  if (!kind) return
  await raise(work, { kind, viewer_id: viewer, role, from_at: busiest.from, to_at: busiest.to, files: busiest.files })
}

type Bulk = { kind: 'files' | 'unusual'; viewer_id: string; role: string; from_at: Date; to_at: Date; files: number }

/** One that nobody reviewed yet grows; it is told once. */
const raise = async (work: Work, alarm: Bulk): Promise<void> => {
  const standing = await work.db
    .selectFrom('look_alarm')
    .select(['id', 'files'])
    .where('viewer_id', '=', alarm.viewer_id)
    .where('kind', '=', alarm.kind)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst()
  if (!standing) return add(work, alarm)
  await work.db
    .updateTable('look_alarm')
    .set({ files: Math.max(standing.files, alarm.files), to_at: alarm.to_at })
    .where('id', '=', standing.id)
    .execute()
}

const add = async (work: Work, alarm: Bulk | Outside): Promise<void> => {
  const { id } = await work.db
    .insertInto('look_alarm')
    .values({ ...alarm, raised_at: work.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const officer of await withRoleToday(work, ['privacy-officer']))
    await tellToRead(work, { person: officer.id, about: id, page: 'alarm' })
}

type Outside = {
  kind: 'outside'
  viewer_id: string
  role: string
  from_at: Date
  to_at: Date
  files: number
  subject_id: string
}

/** Looks at a pupil by somebody who did not teach that pupil on that day: one alarm per viewer, pupil and day. */
const watchOutside = async (work: Work, viewer: string, opened: readonly FileOpened[]): Promise<void> => {
  const asTeacher = opened.filter(({ role }) => TEACHING.has(role))
  for (const [day, some] of Map.groupBy(asTeacher, ({ at }) => dayOf(at))) {
    const about = [...new Set(some.map((one) => one.about))]
    for (const subject of await pupilsNotTaughtBy(work, viewer, day, about)) {
      const looks = some.filter((one) => one.about === subject)
      const known = await work.db
        .selectFrom('look_alarm')
        .select('from_at')
        .where('kind', '=', 'outside')
        .where('viewer_id', '=', viewer)
        .where('subject_id', '=', subject)
        .where('from_at', '>=', new Date(looks[0]!.at.getTime() - 24 * HOUR))
        .execute()
      if (known.some(({ from_at }) => dayOf(from_at) === day)) continue
      const [from_at, to_at] = [looks[0]!.at, looks.at(-1)!.at]
      const role = looks[0]!.role!
      await add(work, { kind: 'outside', viewer_id: viewer, role, from_at, to_at, files: 1, subject_id: subject })
    }
  }
}

const watched = async (work: Work): Promise<number> => {
  const row = await work.db.selectFrom('look_watch').select('sequence').executeTakeFirst()
  // The first time nobody is called to account for what is long past.
  return row?.sequence ?? (await chainedBefore(work, new Date(work.now.getTime() - HOUR)))
}

/**
 * Looks at what was chained since the last time, and raises alarms: in one transaction with how far it looked, so that an
 * interrupted run passes nothing over and tells nothing twice. Answers whether there is more.
 */
export const raiseAlarms = async (work: Work): Promise<boolean> => {
  await holdChain(work)
  const before = await watched(work)
  const { files, upTo } = await filesOpenedAfter(work, before, LINES_AT_ONCE)
  const usual = await work.db.selectFrom('look_usual').select(['role', 'files', 'days']).execute()
  for (const [viewer, opened] of Map.groupBy(files, (one) => one.viewer)) {
    await watchBulk(work, viewer, opened, usual)
    await watchOutside(work, viewer, opened)
  }
  await work.db
    .insertInto('look_watch')
    .values({ sequence: upTo })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ sequence: upTo }))
    .execute()
  if (files.length > 0) await work.notify('alarms')
  return upTo - before >= LINES_AT_ONCE
}
