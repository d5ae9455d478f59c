import { randomUUID } from 'node:crypto'
import type { FileStore } from '#shared/files/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Report } from './report.ts'
import { forgetUpload, keepUpload } from './upload.ts'

export type Import = {
  readonly id: string
  readonly state: 'waiting' | 'applied' | 'dropped'
  readonly at: Date
  readonly report: Report
}

const SHOWN = 20

/** The last imports of the school, the newest first. Numbers only: who was in them is not kept. */
export const lastImports = async (work: Work): Promise<Import[]> => {
  const rows = await work.db
    .selectFrom('roster_import')
    .select(['id', 'state', 'created_at as at', 'report'])
    .orderBy('created_at', 'desc')
    .limit(SHOWN)
    .execute()
  return rows as unknown as Import[]
}

/** One import, with its file while that is kept. */
export const findImport = async (work: Work, id: string): Promise<(Import & { file: string | null }) | null> => {
  const row = await work.db
    .selectFrom('roster_import')
    .leftJoin('file', 'file.id', 'roster_import.file_id')
    .select(['roster_import.id', 'roster_import.state', 'roster_import.created_at as at', 'roster_import.report'])
    .select(['file.id as file', 'file.expires_at'])
    .where('roster_import.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const kept = row.file !== null && row.expires_at! > work.now
  return { ...(row as unknown as Import), file: kept ? row.file : null }
}

/** Keeps an uploaded file until a person has looked at what it would change; answers the import's id. */
export const beginImport = async (work: Work, files: FileStore, upload: Blob, report: Report): Promise<string> => {
  const id = randomUUID()
  const file = await keepUpload(work, files, { of: id, purpose: 'roster-import' }, upload)
  await work.db
    .insertInto('roster_import')
    .values({
      id,
      file_id: file,
      created_by: work.person,
      created_at: work.now,
      state: 'waiting',
      report: JSON.stringify(report),
    })
    .execute()
  await work.audit('uploaded-roster', 'imports')
  return id
}

/** Throws a waiting file away. */
export const dropImport = async (work: Work, id: string): Promise<boolean> => {
  const dropped = await work.db
    .updateTable('roster_import')
    .set({ state: 'dropped', file_id: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['id'])
    .executeTakeFirst()
  if (!dropped) return false
  await forgetUploadOf(work, id)
  await work.audit('dropped-roster', 'imports')
  return true
}

/** Forgets the file of an import, when it still has one. */
export const forgetUploadOf = async (work: Work, id: string): Promise<void> => {
  const file = await work.db.selectFrom('file').select('id').where('subject_id', '=', id).executeTakeFirst()
  if (file) await forgetUpload(work, id, file.id)
}

/** Throws away the files that nobody decided about within a day. */
export const dropExpired = async (work: Work): Promise<void> => {
  const rows = await work.db
    .selectFrom('file')
    .select('subject_id as id')
    .where('purpose', '=', 'roster-import')
    .where('expires_at', '<=', work.now)
    .execute()
  for (const { id } of rows) await dropImport(work, id)
}

/** Whether dates of birth are taken over from now on. */
export const changeBirthDates = async (work: Work, keeps: boolean): Promise<void> => {
  const changed = await work.db
    .updateTable('school')
    .set({ keeps_birth_dates: keeps })
    .where('keeps_birth_dates', '!=', keeps)
    .returning('keeps_birth_dates')
    .executeTakeFirst()
  if (changed) await work.audit(keeps ? 'began-birth-dates' : 'ended-birth-dates', 'imports')
}

/** Whether the school has a group, of any year. A school without one has just been founded. */
export const hasGroups = async (work: Work): Promise<boolean> =>
  (await work.db.selectFrom('school_group').select('id').limit(1).executeTakeFirst()) !== undefined
