import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Photo } from './photos.ts'
import { findNews } from './reading/queries.ts'
import { writer } from './rules.ts'

export type NewsForSite = {
  readonly id: string
  readonly title: string
  readonly document: RichText | null
  readonly at: Date
  /** Each with who is in it: a site asks for its own consent (`photo-website`) before it shows one. */
  readonly photos: readonly (Photo & { readonly pupils: readonly string[] })[]
}

/**
 * The door for the website: news that is published and that I may read and write, to put it on the site too with one choice. Names
 * in the words are for who chooses to look at. Nothing for what others may not see here either, or for who only reads.
 */
export const newsForSite = async (work: Work, me: Me, id: string): Promise<NewsForSite | null> => {
  const item = writer(me) ? await findNews(work, me, id) : null
  if (!item) return null
  const named = await work.db
    .selectFrom('news_photo_pupil')
    .select(['photo_id', 'pupil_id'])
    .where('photo_id', 'in', oneOf(item.photos.map((photo) => photo.id)))
    .execute()
  const photos = item.photos.map((photo) => ({
    ...photo,
    pupils: named.filter(({ photo_id }) => photo_id === photo.id).map(({ pupil_id }) => pupil_id),
  }))
  return { id, title: item.title, document: item.document, at: item.at, photos }
}
