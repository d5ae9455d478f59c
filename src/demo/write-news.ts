import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { photoAlt, versionWords } from '#products/portal/news/personal-data.ts'
import { describePhoto } from '#products/portal/news/photos.ts'
import { readerIds } from '#products/portal/news/readers.ts'
import { newsPhoto } from '#products/portal/news/uploads.ts'
import { beginDraft, wordsOf } from '#products/portal/news/writing/draft.ts'
import { MODULE } from '#products/portal/news/writing/publishing.ts'
import { consentOf } from '#products/privacy/index.ts'
import { pupilsIn } from '#products/school/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import { keepImage, type PreparedImage, prepareImage } from '#shared/files/images/index.ts'
import type { FileStore } from '#shared/files/index.ts'
import { documentOfTyped } from '#shared/rich-text/index.ts'
import { root } from '#shared/root.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import { groupId } from './groups.ts'
import { type DemoStory, newsWords } from './news-words.ts'
import type { Part } from './part.ts'
import { demoId, random } from './random.ts'
import { staffId } from './staff.ts'
import type { SchoolHost } from './types.ts'

/** How long ago news still waits in the lists of its readers. */
const RECENT = 14

const drawn = new Map<string, Promise<PreparedImage>>()
/** Each drawing is made once, however many schools show it. */
const drawing = async (name: string) => {
  const made =
    drawn.get(name) ?? prepareImage(readFileSync(join(root, 'src/demo/news-pictures', `${name}.webp`)), newsPhoto)
  drawn.set(name, made)
  const image = await made
  if (!image.ok) throw new Error(`The drawing ${name} cannot be read`)
  return image
}

const writePhotos = async (work: Work, files: FileStore, news: string, story: DemoStory, pupils: readonly string[]) => {
  for (const [at, [name, alt, children]] of (story.photos ?? []).entries()) {
    const photo = demoId(`news-photo/${news}/${name}`)
    const image = await keepImage(work, files, 'own', await drawing(name))
    await work.db
      .insertInto('news_photo')
      .values({
        id: photo,
        news_id: news,
        image_id: image,
        chosen_at: new Date(work.now.getTime() + at),
        alt: await work.seal(photoAlt, { subject: news, row: photo }, { alt }),
        people: null,
      })
      .execute()
    await describePhoto(work, news, photo, { alt, pupils: pupils.slice(at * 3, at * 3 + children) })
  }
}

const writeStory = async (work: Work, part: Part, story: DemoStory, files: FileStore | undefined): Promise<void> => {
  const { organisation, today, schoolYear } = part
  const host = organisation.host as SchoolHost
  const groups = (story.groups ?? []).map((key) => groupId(host, key, schoolYear.name))
  const audience = { wholeSchool: groups.length === 0, groups }
  const author = staffId(host, story.by)
  const words = { title: story.title, document: documentOfTyped(story.text) }
  const written = { ...audience, ...words, class: story.class ?? 'to-know', answerBy: null, publishAt: null } as const
  const id = await beginDraft(work, author, { ...written, expiresOn: null, pinned: story.pinned ?? false })
  const at = new Date(`${addDays(today, -story.ago)}T14:${String(10 + (story.ago % 40)).padStart(2, '0')}:00Z`)
  const all = groups[0] ? (await pupilsIn(work, [groups[0]])).sort() : []
  const consents = await consentOf(work, 'photo-app', all)
  if (files)
    await writePhotos(
      work,
      files,
      id,
      story,
      all.filter((pupil) => consents.get(pupil)?.may),
    )
  await work.db
    .updateTable('news')
    .set({ state: 'published', published_at: at, changed_at: at })
    .where('id', '=', id)
    .execute()
  if (story.before) await writeBefore(work, id, story, new Date(at.getTime() + 50 * 60_000))
  const readers = await readerIds(work, audience, author)
  if (story.ago <= RECENT)
    await giveItem(work, { module: MODULE, subject: id, readers, class: 'to-know', from: at, toldAlready: true })
  await writeReaders(work, id, readers, at)
}

const writeBefore = async (work: Work, news: string, { title, before }: DemoStory, until: Date): Promise<void> => {
  const id = demoId(`news-version/${news}`)
  const words = wordsOf({ title, document: documentOfTyped(before!) })
  await work.db
    .insertInto('news_version')
    .values({
      id,
      news_id: news,
      until_at: until,
      words: await work.seal(versionWords, { subject: news, row: id }, words),
    })
    .execute()
  await work.db.updateTable('news').set({ corrected_at: until }).where('id', '=', news).execute()
}

/** Most have read it by now, and some said something. */
const writeReaders = async (work: Work, news: string, readers: readonly string[], at: Date): Promise<void> => {
  const source = random(`news/${news}`)
  const read = readers.filter(() => source.chance(0.72))
  if (read.length === 0) return
  const later = () => new Date(at.getTime() + source.below(600) * 60_000)
  await work.db
    .insertInto('news_read')
    .values(read.map((person) => ({ news_id: news, person_id: person, at: later(), confirmed: false })))
    .execute()
  const reactions = (['thanks', 'lovely', 'proud'] as const).flatMap((reaction) =>
    read
      .filter(() => source.chance(0.05))
      .map((person) => ({ news_id: news, person_id: person, reaction, at: later() })),
  )
  if (reactions.length > 0)
    await work.db
      .insertInto('news_reaction')
      .values(reactions)
      .onConflict((same) => same.doNothing())
      .execute()
}

/** A school year of news, with drawings for photos where there is somewhere to keep them, and one story that is not finished yet. */
export const writeNews = async (work: Work, part: Part, files: FileStore | undefined): Promise<void> => {
  const { host } = part.organisation
  for (const story of newsWords[host] ?? []) await writeStory(work, part, story, files)
  if (host !== 'vuurtoren') return
  await beginDraft(work, staffId('vuurtoren', 'Hatice Aydın'), {
    wholeSchool: false,
    groups: [groupId('vuurtoren', '5', part.schoolYear.name)],
    title: 'Verf op het plein',
    document: documentOfTyped('Vanmiddag verven we de hinkelbaan. Morgen is hij droog.'),
    class: 'to-know',
    answerBy: null,
    publishAt: null,
    expiresOn: null,
    pinned: false,
  })
}
