import { removeImage } from '#shared/files/images/index.ts'
import type { FileStore } from '#shared/files/index.ts'
import { removeFiles } from '#shared/files/jobs.ts'
import { removeFile } from '#shared/files/stored.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { uploadName } from './personal-data.ts'
import { type Arrived, purposeNamed, type UploadPurpose } from './purpose.ts'
import { beginUpload, receivePart, uploadsTopic, wrongFromTheStart } from './receiving.ts'
import type { UploadProblem } from './texts.ts'

/** Takes the parts of an upload away. */
export const dropParts = async (work: Work, upload: string): Promise<void> => {
  const parts = await work.db.deleteFrom('upload_part').where('upload_id', '=', upload).returning('file_id').execute()
  await removeFiles(
    work,
    parts.map(({ file_id }) => file_id),
  )
}

/** Hands what is ready and has a row to go to over to its module; the upload is over then. */
export const handOver = async (work: Work, upload: string): Promise<void> => {
  const rows = await work.db
    .selectFrom('upload')
    .select(['id', 'for_id', 'purpose', 'person_id', 'name', 'image_id', 'stored_file_id', 'created_at'])
    .where('id', '=', upload)
    .where('state', '=', 'ready')
    .where('for_id', 'is not', null)
    .forUpdate()
    .execute()
  const [row] = await work.open(rows, { name: reading(uploadName, 'id', 'name') })
  if (!row) return
  const what = { for: row.for_id!, name: row.name.name, by: row.person_id, chosen: row.created_at }
  const arrived: Arrived = row.image_id ? { ...what, image: row.image_id } : { ...what, file: row.stored_file_id! }
  await work.db.deleteFrom('upload').where('id', '=', upload).execute()
  await purposeNamed(row.purpose)!.arrived(work, arrived)
  await work.notify(uploadsTopic(what.for))
}

/** Says which of a module's rows uploads of mine are for; what is not mine or for something else is passed over. */
export const attachUploads = async (
  work: Work,
  purpose: UploadPurpose,
  { person, row, uploads }: { readonly person: string; readonly row: string; readonly uploads: readonly string[] },
): Promise<void> => {
  if (uploads.length === 0) return
  const mine = await work.db
    .updateTable('upload')
    .set({ for_id: row })
    .where('id', 'in', uploads)
    .where('person_id', '=', person)
    .where('purpose', '=', purpose.name)
    .where('for_id', 'is', null)
    .returning('id')
    .execute()
  const found = new Set(mine.map(({ id }) => id))
  for (const id of uploads) if (found.has(id)) await handOver(work, id)
}

/**
 * Takes files of a plain form, where no script sent them in parts: each is an upload that is whole at once. Answers those that are
 * refused by what can be seen at once.
 */
export const takePosted = async (
  work: Work,
  files: FileStore,
  purpose: UploadPurpose,
  { person, row, posted }: { readonly person: string; readonly row: string; readonly posted: readonly File[] },
): Promise<{ readonly name: string; readonly problem: UploadProblem }[]> => {
  const refused: { name: string; problem: UploadProblem }[] = []
  for (const [nth, file] of posted.entries()) {
    const bytes = Buffer.from(await file.arrayBuffer())
    const begun =
      file.size > purpose.maxBytes
        ? { problem: 'too-large' as const }
        : await beginOne(work, purpose, { person, name: file.name, nth }, bytes)
    if ('problem' in begun) {
      refused.push({ name: file.name, problem: begun.problem })
      continue
    }
    await work.db.updateTable('upload').set({ for_id: row }).where('id', '=', begun.id).execute()
    await receivePart(work, files, purpose, { upload: begun.id, person, at: 0, bytes })
  }
  return refused
}

const beginOne = async (
  work: Work,
  purpose: UploadPurpose,
  file: { readonly person: string; readonly name: string; readonly nth: number },
  bytes: Buffer,
) => {
  const problem = bytes.length > 0 ? wrongFromTheStart(purpose, bytes) : null
  return problem ? { problem } : beginUpload(work, purpose, { ...file, bytes: bytes.length })
}

/** A file of a row that is not ready yet, or was refused. */
export type OnItsWay = { readonly id: string; readonly name: string; readonly problem: UploadProblem | null }

/** What is on its way to a row of a module. */
export const onTheirWay = async (work: Work, purpose: UploadPurpose, row: string): Promise<OnItsWay[]> => {
  const rows = await work.db
    .selectFrom('upload')
    .select(['id', 'name', 'problem'])
    .where('purpose', '=', purpose.name)
    .where('for_id', '=', row)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const opened = await work.open(rows, { name: reading(uploadName, 'id', 'name') })
  return opened.map(({ id, name, problem }) => ({ id, name: name.name, problem: problem as UploadProblem | null }))
}

/** Ends uploads, with all that came of them; who asks has checked whose they are. */
export const endUploads = async (work: Work, uploads: readonly string[]): Promise<void> => {
  for (const id of uploads) {
    await dropParts(work, id)
    const gone = await work.db
      .deleteFrom('upload')
      .where('id', '=', id)
      .returning(['image_id', 'stored_file_id'])
      .executeTakeFirst()
    if (gone?.image_id) await removeImage(work, gone.image_id)
    if (gone?.stored_file_id) await removeFile(work, gone.stored_file_id)
  }
}
