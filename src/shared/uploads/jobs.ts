import { buffer } from 'node:stream/consumers'
import { documentTypeOf, documentTypes, mayBeDocument } from '#shared/files/documents.ts'
import { keepImage, prepareImage } from '#shared/files/images/index.ts'
import { type FileStore, openStream } from '#shared/files/index.ts'
import { keepFile } from '#shared/files/stored.ts'
import { type Job, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { dropParts, endUploads, handOver } from './attaching.ts'
import { uploadName } from './personal-data.ts'
import { purposeNamed, type UploadPurpose } from './purpose.ts'
import { CHECK, PART_FIELD, uploadsTopic } from './receiving.ts'
import type { UploadProblem } from './texts.ts'

const DAY = 86_400_000

type Whole = {
  readonly purpose: UploadPurpose
  readonly person: string
  readonly name: string
  read(): Promise<Buffer>
}

/** An upload that has come whole; null when it was dealt with or is gone. */
const wholeOf = async (work: Work, files: FileStore, id: string): Promise<Whole | null> => {
  const rows = await work.db
    .selectFrom('upload')
    .select(['id', 'purpose', 'person_id', 'name'])
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .execute()
  const [row] = await work.open(rows, { name: reading(uploadName, 'id', 'name') })
  const purpose = row && purposeNamed(row.purpose)
  if (!purpose) return null
  const parts = await work.db
    .selectFrom('upload_part')
    .select('file_id')
    .where('upload_id', '=', id)
    .orderBy('starts_at')
    .execute()
  const { raw } = (await work.keys.ofSubjects([row.person_id])).get(row.person_id)!
  const { organisation } = work
  const read = async () => {
    const opened: Buffer[] = []
    for (const { file_id: file } of parts) {
      const opening = openStream(async () => raw, { organisation, field: PART_FIELD, file })
      opened.push(await buffer((await files.get(file)).pipe(opening)))
    }
    return Buffer.concat(opened)
  }
  return { purpose, person: row.person_id, name: row.name.name, read }
}

type Kept = { readonly image_id: string } | { readonly stored_file_id: string }
type Outcome = { readonly problem: UploadProblem } | { readonly keep: (work: Work) => Promise<Kept> }

/** What becomes of a file: outside any transaction, since scanning and making pictures takes seconds. */
const outcomeOf = async (job: Job<unknown>, whole: Whole): Promise<Outcome> => {
  const { purpose, person: by, name } = whole
  const bytes = await whole.read()
  const scanned = (await job.scanner?.(bytes)) ?? 'clean'
  if (scanned === 'away') throw new Error('The virus scanner does not answer.')
  if (scanned !== 'clean') return { problem: 'virus' }
  if (purpose.documents && mayBeDocument(bytes)) {
    const type = await documentTypeOf(bytes)
    if (!(type in documentTypes)) return { problem: type as UploadProblem }
    return {
      keep: async (work) => ({
        stored_file_id: await keepFile(work, job.files, { bytes, type: type as never, name, by }),
      }),
    }
  }
  if (!purpose.picture) return { problem: 'not-wanted' }
  const made = await prepareImage(bytes, purpose.picture)
  if (!made.ok) return { problem: made.problem }
  return { keep: async (work) => ({ image_id: await keepImage(work, job.files, 'own', made) }) }
}

/** Scans a file that came whole, makes pictures anew, and hands it to its module. */
const check = task<{ upload: string }>(CHECK, async (job) => {
  const { upload } = job.data
  const whole = await job.inOrganisation((work) => wholeOf(work, job.files, upload))
  if (!whole) return
  const outcome = await outcomeOf(job, whole)
  await job.inOrganisation(async (work) => {
    const still = await work.db
      .selectFrom('upload')
      .select('for_id')
      .where('id', '=', upload)
      .where('state', '=', 'checking')
      .forUpdate()
      .executeTakeFirst()
    if (!still) return
    await dropParts(work, upload)
    const set =
      'problem' in outcome
        ? { state: 'refused', problem: outcome.problem }
        : { state: 'ready', ...(await outcome.keep(work)) }
    await work.db.updateTable('upload').set(set).where('id', '=', upload).execute()
    await handOver(work, upload)
    if (still.for_id) await work.notify(uploadsTopic(still.for_id))
  })
})

/** Clears what nobody finished within a day. */
const clear = task(
  'upload-clear',
  async ({ inOrganisation }) => {
    await inOrganisation(async (work) => {
      const old = await work.db
        .selectFrom('upload')
        .select('id')
        .where('created_at', '<', new Date(work.now.getTime() - DAY))
        .limit(500)
        .execute()
      await endUploads(
        work,
        old.map(({ id }) => id),
      )
    })
  },
  '23 * * * *',
)

export const uploadTasks = [check, clear]
