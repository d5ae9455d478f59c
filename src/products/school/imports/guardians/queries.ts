import { randomUUID } from 'node:crypto'
import type { FileStore } from '#shared/files/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { forgetUploadOf } from '../queries.ts'
import { keepUpload } from '../upload.ts'
import { type Mapping, targets } from './columns.ts'
import type { GuardianReport } from './report.ts'

export type GuardianImport = {
  readonly id: string
  readonly state: 'waiting' | 'applied' | 'dropped'
  readonly at: Date
  readonly mapping: Mapping
  /** Nothing until it was taken over. */
  readonly report: GuardianReport | null
}

const SHOWN = 20

/** The last files of guardians that were taken over or wait, the newest first. Who was in them is not kept. */
export const lastGuardianImports = async (work: Work): Promise<GuardianImport[]> => {
  const rows = await work.db
    .selectFrom('guardian_import')
    .select(['id', 'state', 'created_at as at', 'mapping', 'report'])
    .orderBy('created_at', 'desc')
    .limit(SHOWN)
    .execute()
  return rows as unknown as GuardianImport[]
}

/** One file of guardians, with the file itself while that is kept. */
export const findGuardianImport = async (
  work: Work,
  id: string,
): Promise<(GuardianImport & { file: string | null }) | null> => {
  const row = await work.db
    .selectFrom('guardian_import')
    .leftJoin('file', 'file.id', 'guardian_import.file_id')
    .select(['guardian_import.id', 'guardian_import.state', 'guardian_import.created_at as at'])
    .select(['guardian_import.mapping', 'guardian_import.report', 'file.id as file', 'file.expires_at'])
    .where('guardian_import.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const kept = row.file !== null && row.expires_at! > work.now
  return { ...(row as unknown as GuardianImport), file: kept ? row.file : null }
}

/** Keeps an uploaded file, sealed and for a day at most, until somebody has looked at it; answers the import's id. */
export const beginGuardianImport = async (work: Work, files: FileStore, upload: Blob, mapping: Mapping) => {
  const id = randomUUID()
  const file = await keepUpload(work, files, { of: id, purpose: 'guardian-import' }, upload)
  await work.db
    .insertInto('guardian_import')
    .values({
      id,
      file_id: file,
      created_by: work.person,
      created_at: work.now,
      state: 'waiting',
      mapping: JSON.stringify(mapping),
    })
    .execute()
  await work.audit('uploaded-guardians', 'imports')
  return id
}

/** What goes where, as a form says it: anything that is no target is not taken over. */
export const mappingIn = (width: number, chosen: (column: number) => string): Mapping =>
  Array.from({ length: width }, (_, column) => targets.find((target) => target === chosen(column)) ?? null)

/** Remembers which column goes where, while the file waits. */
export const keepMapping = async (work: Work, id: string, mapping: Mapping): Promise<void> => {
  await work.db
    .updateTable('guardian_import')
    .set({ mapping: JSON.stringify(mapping) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Ends a waiting file: taken over with its numbers, or thrown away. False when it no longer waits. */
export const endGuardianImport = async (work: Work, id: string, report: GuardianReport | null): Promise<boolean> => {
  const ended = await work.db
    .updateTable('guardian_import')
    .set(
      report
        ? { state: 'applied', applied_at: work.now, report: JSON.stringify(report), file_id: null }
        : { state: 'dropped', file_id: null },
    )
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  if (!ended) return false
  await forgetUploadOf(work, id)
  if (!report) await work.audit('dropped-guardians', 'imports')
  return true
}

/** Throws away the files of guardians that nobody decided about within a day. */
export const dropExpiredGuardianFiles = async (work: Work): Promise<void> => {
  const rows = await work.db
    .selectFrom('file')
    .select('subject_id as id')
    .where('purpose', '=', 'guardian-import')
    .where('expires_at', '<=', work.now)
    .execute()
  for (const { id } of rows) await endGuardianImport(work, id, null)
}
