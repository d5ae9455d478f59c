import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { mayBeDocument } from '#shared/files/documents.ts'
import { looksLike } from '#shared/files/images/looks.ts'
import { type FileStore, sealStream } from '#shared/files/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { uploadName } from './personal-data.ts'
import type { UploadPurpose } from './purpose.ts'
import type { UploadProblem } from './texts.ts'

export const CHECK = 'upload-check'
export const PART_FIELD = 'upload_part.file'

/** Files of one person that are on their way at once, and their bytes together. */
const MOST = 150
const MOST_BYTES = 1024 * 1024 * 1024

/** The topic under which the page of a module's row hears that a file of it got further. */
export const uploadsTopic = (row: string): string => `uploads/${row}`

/** Begins an upload of mine and answers its id, or why not: before one byte has come. */
export const beginUpload = async (
  work: Work,
  purpose: UploadPurpose,
  file: { readonly person: string; readonly name: string; readonly bytes: number; readonly nth?: number },
): Promise<{ readonly id: string } | { readonly problem: UploadProblem }> => {
  if (file.bytes < 1) return { problem: 'empty' }
  if (file.bytes > purpose.maxBytes) return { problem: 'too-large' }
  const { count, bytes } = await work.db
    .selectFrom('upload')
    .select([sql<number>`count(*)::int`.as('count'), sql<number>`coalesce(sum(bytes), 0)::float8`.as('bytes')])
    .where('person_id', '=', file.person)
    .executeTakeFirstOrThrow()
  if (count >= MOST || bytes + file.bytes > MOST_BYTES) return { problem: 'too-many' }
  const id = randomUUID()
  const name = await work.seal(uploadName, { subject: file.person, row: id }, { name: file.name.slice(0, 200) })
  await work.db
    .insertInto('upload')
    .values({
      id,
      person_id: file.person,
      purpose: purpose.name,
      name,
      bytes: file.bytes,
      created_at: new Date(work.now.getTime() + (file.nth ?? 0)),
    })
    .execute()
  return { id }
}

/** What bytes cannot be, by how they begin: refused before the rest has come. */
export const wrongFromTheStart = (purpose: UploadPurpose, begin: Buffer): UploadProblem | null => {
  if (purpose.documents && mayBeDocument(begin)) return null
  const looks = looksLike(begin)
  if (looks === 'heic' || looks === 'svg') return looks
  if (looks === 'not-a-picture') return purpose.documents ? 'not-a-document' : looks
  return purpose.picture ? null : 'not-wanted'
}

export type Received = { readonly received: number; readonly state: string; readonly problem: UploadProblem | null }

/** How far an upload of mine is; null when it is not mine or not there. */
export const howFar = async (
  work: Work,
  person: string,
  id: string,
): Promise<(Received & { purpose: string }) | null> => {
  const row = await work.db
    .selectFrom('upload')
    .select(['received', 'state', 'problem', 'purpose'])
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!row) return null
  return { ...row, received: Number(row.received), problem: row.problem as UploadProblem | null }
}

/**
 * Keeps a part of my upload, sealed under my own key. A part that begins elsewhere than where the last one ended changes
 * nothing: the answer says where to go on. After the last part a job looks at the whole.
 */
export const receivePart = async (
  work: Work,
  files: FileStore,
  purpose: UploadPurpose,
  part: { readonly upload: string; readonly person: string; readonly at: number; readonly bytes: Buffer },
): Promise<Received | null> => {
  const row = await work.db
    .selectFrom('upload')
    .select(['bytes', 'received', 'state', 'problem'])
    .where('id', '=', part.upload)
    .where('person_id', '=', part.person)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const [received, size] = [Number(row.received), Number(row.bytes)]
  const answer = { received, state: row.state, problem: row.problem as UploadProblem | null }
  if (row.state !== 'receiving' || part.at !== received || part.bytes.length === 0) return answer
  if (received + part.bytes.length > size) return { ...answer, problem: 'too-large' }
  const problem = part.at === 0 ? wrongFromTheStart(purpose, part.bytes) : null
  if (problem) return { ...answer, problem }
  const file = randomUUID()
  await work.db
    .insertInto('upload_part')
    .values({ upload_id: part.upload, starts_at: part.at, file_id: file })
    .execute()
  const key = (await work.keys.ofSubjects([part.person])).get(part.person)!
  const sealing = sealStream(key, { organisation: work.organisation, field: PART_FIELD, file })
  await files.put(file, Readable.from([part.bytes]).pipe(sealing))
  const now = received + part.bytes.length
  const state = now === size ? 'checking' : 'receiving'
  await work.db.updateTable('upload').set({ received: now, state }).where('id', '=', part.upload).execute()
  if (state === 'checking') await work.enqueue(CHECK, { upload: part.upload }, { key: `${CHECK}:${part.upload}` })
  return { received: now, state, problem: null }
}
