import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { addressee, type Closure, exportPupil, schoolDays, toldAbout } from '#products/school/index.ts'
import { imagesOf, type OpenedImage } from '#shared/files/images/index.ts'
import { allFilesOf, type PersonalFile } from '#shared/files/of-person.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import { type Job, task } from '#shared/jobs/task.ts'
import type { Language } from '#shared/language/index.ts'
import { actAsPerson } from '#shared/tenancy/act-as-person.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { urls } from '#src/urls.ts'
import { askingFor } from '../asking.ts'
import { byPurpose } from '../overview.ts'
import { releasedText } from '../personal-data.ts'
import { deedsOf, type Part, readAbout } from '../reading.ts'
import { copyArchive } from './archive.ts'
import { calendarOf } from './calendar.ts'
import { documentOf, type Gathered, type Released } from './document.ts'
import { keepCopy } from './file.ts'
import { copyReady, copyWaits } from './mail.ts'
import { copyTopic, endCopy, endExpired, KEPT, MAKE, READY, REVIEWS, WAITS } from './queries.ts'

const ALL = 1_000_000

type Making = { readonly copy: string }
type Gathering = Omit<Gathered, 'organisation' | 'schema' | 'files'> & {
  readonly asker: string
  readonly images: readonly OpenedImage[]
  /** What modules keep as files: photos and documents that went with a message. */
  readonly along: readonly PersonalFile[]
  /** Days without school. */
  readonly closures: readonly Closure[]
  /** A pupil as the file that pupil administrations read. */
  readonly edexml: string | null
  readonly key: { readonly id: string; readonly raw: Buffer }
  readonly organisation: string
  readonly language: Language
}

const waits = (parts: readonly Part[]) =>
  parts.some(({ lines }) => lines.some(({ told }) => told.some((one) => one.waits)))

const releasedOf = async (work: Work, copy: string): Promise<Released> => {
  const rows = await work.db
    .selectFrom('data_copy_text')
    .select(['id', 'place', 'released'])
    .where('copy_id', '=', copy)
    .execute()
  const opened = await work.open(rows, { released: reading(releasedText, 'id', 'text') })
  return new Map(opened.map(({ place, released }) => [place, released.text]))
}

const accountOf = (work: Work, person: string) =>
  work.db.selectFrom('account_person').select('account_id').where('person_id', '=', person).executeTakeFirst()

const step = async (work: Work, copy: string, asker: string, to: number): Promise<void> => {
  await work.db.updateTable('data_copy').set({ step: to }).where('id', '=', copy).execute()
  await work.notify(copyTopic(asker))
}

/**
 * Reads, as the person who asked and with no more than they may see, all that goes into the copy. Nothing when it is not
 * to be made now: somebody lost the right meanwhile, or the school has to look at a text first.
 */
const gather = async (job: Job<Making>, work: Work): Promise<Gathering | null> => {
  const { copy } = job.data
  const row = await work.db
    .selectFrom('data_copy')
    .select(['person_id', 'asked_by', 'reviewed_at'])
    .where('id', '=', copy)
    .where('state', '=', 'making')
    .executeTakeFirst()
  const account = row && (await accountOf(work, row.asked_by))
  if (!row) return null
  await actAsPerson(work, row.asked_by)
  const asking = await askingFor(work, { id: row.asked_by, account: account?.account_id ?? null }, row.person_id)
  if (!asking) {
    await endCopy(work, copy)
    return null
  }
  if (asking.own && account) await actAsAccount(work, account.account_id)
  const parts = await readAbout(work, asking.question, { most: ALL })
  if (waits(parts) && !row.reviewed_at) {
    await work.db.updateTable('data_copy').set({ state: 'review' }).where('id', '=', copy).execute()
    await work.notify(copyTopic(row.asked_by))
    await work.notify(REVIEWS)
    await work.enqueue(WAITS, { copy })
    return null
  }
  await step(work, copy, row.asked_by, 2)
  return {
    asking,
    asker: row.asked_by,
    held: await byPurpose(work, parts),
    deeds: asking.own ? await deedsOf(work, asking.question) : [],
    released: await releasedOf(work, copy),
    images: await imagesOf(work, job.files, row.person_id),
    along: await allFilesOf(work, job.files, row.person_id),
    closures: (await schoolDays(work)).closures,
    edexml: await exportPupil(work, row.person_id),
    key: (await work.keys.ofSubjects([row.person_id])).get(row.person_id)!,
    organisation: work.organisation,
    language: (await addressee(work, row.asked_by))?.language ?? 'nl',
    made: work.now,
  }
}

const textFile = (name: string, text: string) => {
  const bytes = Buffer.from(text)
  return { name, bytes: bytes.length, read: async () => Readable.from([bytes]) }
}

const make = task<Making>(MAKE, async (job) => {
  const { copy } = job.data
  const gathered = await job.inOrganisation((work) => gather(job, work))
  if (!gathered) return
  const { images, along, edexml, key, organisation, asker, language } = gathered
  const pictures = images.map(({ bytes, read }, at) => ({ name: `foto-${at + 1}.jpg`, bytes, read }))
  const host = new URL(job.origin).hostname
  const calendar = calendarOf({ ...gathered, host })
  const files = [
    ...pictures,
    ...along,
    ...(calendar ? [textFile('agenda.ics', calendar)] : []),
    ...(edexml ? [textFile('leerling-edexml-2.1.xml', edexml)] : []),
  ]
  const document = documentOf({
    ...gathered,
    organisation: job.organisationName,
    schema: new URL(urls.copySchema(), job.origin).href,
    files: files.map(({ name, bytes }) => ({ name, bytes })),
  })
  const archive = await copyArchive(document, files, language)
  await job.inOrganisation((work) => step(work, copy, asker, 3))
  // The copy's own id names its file: an attempt that was cut off leaves nothing behind.
  await job.files.remove(copy)
  await keepCopy(job.files, { copy, organisation, key }, Readable.from([archive]))
  await job.inOrganisation(async (work) => {
    const done = await work.db
      .updateTable('data_copy')
      .set({
        state: 'ready',
        step: 4,
        file_id: copy,
        bytes: archive.length,
        ready_at: work.now,
        expires_at: new Date(work.now.getTime() + KEPT),
      })
      .where('id', '=', copy)
      .where('state', '=', 'making')
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) return
    await work.notify(copyTopic(asker))
    await work.enqueue(READY, { person: asker, copy })
  })
})

/** The same key at every attempt. */
const keyOf = (...parts: readonly string[]) => createHash('sha256').update(parts.join(' ')).digest('hex')

/** Tells the school that texts of a copy wait for it: nobody else can let the copy go on. */
const tellSchool = task<Making>(WAITS, async ({ data: { copy }, inOrganisation, mailer, origin, organisationName }) => {
  const readers = await inOrganisation(async (work) => {
    const row = await work.db
      .selectFrom('data_copy')
      .select(['person_id', 'asked_by'])
      .where('id', '=', copy)
      .where('state', '=', 'review')
      .executeTakeFirst()
    return row ? toldAbout(work, [row.person_id, row.asked_by], ['administrator', 'privacy-officer']) : []
  })
  for (const { to, language } of readers) {
    const mail = copyWaits({ language, organisation: organisationName }, { page: new URL(urls.copyReviews(), origin) })
    await mailer.send({ to, key: keyOf(WAITS, copy, to), mail })
  }
})

/** Says by mail that a copy is ready: where, never the copy itself. */
const tell = task<{ person: string; copy: string }>(
  READY,
  async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const reader = await inOrganisation((work) => addressee(work, data.person))
    if (!reader) return
    const mail = copyReady(
      { language: reader.language, organisation: organisationName },
      { page: new URL(urls.myData(), origin) },
    )
    await mailer.send({ to: reader.to, key: keyOf(READY, data.copy), mail })
  },
)

const expire = task('end-data-copies', (job) => job.inOrganisation(endExpired), '37 * * * *')

export const copyTasks = [make, tellSchool, tell, expire]
