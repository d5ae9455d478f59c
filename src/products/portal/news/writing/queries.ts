import { namesOf } from '#products/school/index.ts'
import { storedFiles } from '#shared/files/stored.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type OnItsWay, onTheirWay } from '#shared/uploads/index.ts'
import { reading } from '#shared/vault/opening.ts'
import { newsWords } from '../personal-data.ts'
import { photosWritten, type WrittenPhoto } from '../photos.ts'
import { editable } from '../readable.ts'
import type { DraftLine } from '../reading/list-views.tsx'
import { fileUploads, photoUploads } from '../uploads.ts'

/** What I may write on and is not published yet: what is planned first, then the newest. */
export const waitingToAppear = async (work: Work, me: Me): Promise<DraftLine[]> => {
  const rows = await editable(work, me)
    .select(['news.id', 'news.words', 'news.state', 'news.publish_at', 'news.changed_at'])
    .where('news.published_at', 'is', null)
    .orderBy('news.state', 'desc')
    .orderBy('news.changed_at', 'desc')
    .limit(100)
    .execute()
  const opened = await work.open(rows, { words: reading(newsWords, 'id', 'title') })
  return opened.map(({ id, words, state, publish_at, changed_at }) => ({
    id,
    title: words.title,
    planned: state === 'scheduled' ? publish_at : null,
    kept: changed_at,
  }))
}

type NamedPupil = {
  readonly id: string
  readonly givenName: string
  readonly name: string
  readonly may: boolean
}
export type DraftPhoto = Omit<WrittenPhoto, 'pupils'> & {
  readonly number: number
  readonly pupils: readonly NamedPupil[]
}
type DraftFile = { readonly id: string; readonly name: string }

/** What was added to a news, with what is on its way to it. */
export type Added = {
  readonly photos: readonly DraftPhoto[]
  readonly files: readonly DraftFile[]
  readonly arriving: readonly (OnItsWay & { readonly maxBytes: number })[]
}

export const nothingAdded: Added = { photos: [], files: [], arriving: [] }

/** Photos with the names of who is in them, files, and what has not arrived yet. */
export const addedTo = async (work: Work, news: string): Promise<Added> => {
  const photos = await photosWritten(work, news)
  const names = await namesOf(work, [...new Set(photos.flatMap(({ pupils }) => pupils.map(({ id }) => id)))])
  const rows = await work.db
    .selectFrom('news_file')
    .select(['stored_file_id'])
    .where('news_id', '=', news)
    .orderBy('chosen_at')
    .orderBy('id')
    .execute()
  const arriving = []
  for (const purpose of [photoUploads, fileUploads])
    for (const one of await onTheirWay(work, purpose, news)) arriving.push({ ...one, maxBytes: purpose.maxBytes })
  return {
    photos: photos.map(({ pupils, ...photo }, at) => ({
      ...photo,
      number: at + 1,
      pupils: pupils.flatMap(({ id, may }) => {
        const name = names.get(id)
        return name ? [{ id, givenName: name.givenName, name: name.name, may }] : []
      }),
    })),
    files: await storedFiles(
      work,
      rows.map(({ stored_file_id }) => stored_file_id),
    ),
    arriving,
  }
}

export type Blocked = { readonly name: string; readonly photos: readonly number[] }

/** Children who are in a photo and may not be, with the numbers of those photos. */
export const blockedIn = (photos: readonly DraftPhoto[]): Blocked[] => {
  const found = new Map<string, { name: string; photos: number[] }>()
  for (const { number, pupils } of photos)
    for (const { id, name, may } of pupils) {
      if (may) continue
      const known = found.get(id) ?? { name, photos: [] }
      known.photos.push(number)
      found.set(id, known)
    }
  return [...found.values()]
}
