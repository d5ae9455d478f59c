import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Photo, photosShown } from './photos.ts'
import { findNews } from './reading/queries.ts'
import { writer } from './rules.ts'

/** A photo with who is in it: a site asks for its own consent (`photo-website`) before it shows one. */
export type PhotoForSite = Photo & { readonly pupils: readonly string[] }

export type NewsForSite = {
  readonly id: string
  readonly title: string
  readonly document: RichText | null
  readonly at: Date
  readonly photos: readonly PhotoForSite[]
}

const withPupils = async (work: Work, photos: readonly Photo[]): Promise<PhotoForSite[]> => {
  const named = await work.db
    .selectFrom('news_photo_pupil')
    .select(['photo_id', 'pupil_id'])
    .where('photo_id', 'in', oneOf(photos.map((photo) => photo.id)))
    .execute()
  return photos.map((photo) => ({
    ...photo,
    pupils: named.filter(({ photo_id }) => photo_id === photo.id).map(({ pupil_id }) => pupil_id),
  }))
}

/**
 * The door for the website: news that is published and that I may read and write, to put it on the site too with one choice. Names
 * in the words are for who chooses to look at. Nothing for what others may not see here either, or for who only reads.
 */
export const newsForSite = async (work: Work, me: Me, id: string): Promise<NewsForSite | null> => {
  const item = writer(me) ? await findNews(work, me, id) : null
  if (!item) return null
  const { title, document, at } = item
  return { id, title, document, at, photos: await withPupils(work, item.photos) }
}

/** The photos of news that readers see now, for the job that takes them along to the site. */
export const newsPhotosForSite = async (work: Work, id: string): Promise<PhotoForSite[]> =>
  withPupils(work, (await photosShown(work, [id])).get(id) ?? [])
