import { sql } from 'kysely'
import { consentOf } from '#products/privacy/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { removeImage } from '#shared/files/images/index.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Asking, Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { photoAlt } from './personal-data.ts'

/** What a school asks for photos in the portal (decision 28). */
const USE = 'photo-app'

/** The topic under which pages with news hear that it changed. */
export const NEWS = 'news'

export type Photo = { readonly id: string; readonly image: string; readonly alt: string }

/** Photos that others may see now: somebody said who is in it, and the school may show each of them today. */
const shown = ({ db }: Asking) =>
  db
    .selectFrom('news_photo as photo')
    .where('photo.people', 'is not', null)
    .where(({ eb, selectFrom }) =>
      eb(
        'photo.people',
        '=',
        selectFrom('news_photo_pupil as seen')
          .select(sql<number>`count(*)::int`.as('count'))
          .whereRef('seen.photo_id', '=', 'photo.id')
          .where('seen.may', '=', true),
      ),
    )

const photosOf = prepared((asking, { news }: { news: readonly string[] }) =>
  shown(asking)
    .select(['photo.id', 'photo.news_id', 'photo.image_id', 'photo.alt'])
    .where('photo.news_id', 'in', oneOf(news))
    .orderBy('photo.chosen_at')
    .orderBy('photo.id'),
)

/** The photos of these news that readers see, in their order. */
export const photosShown = async (work: Work, news: readonly string[]): Promise<ReadonlyMap<string, Photo[]>> => {
  if (news.length === 0) return new Map()
  const rows = await photosOf(work, { news })
  const opened = await work.open(rows, { alt: reading(photoAlt, 'id', 'alt') })
  const found = new Map<string, Photo[]>()
  for (const { id, news_id, image_id, alt } of opened)
    found.set(news_id, [...(found.get(news_id) ?? []), { id, image: image_id, alt: alt.alt }])
  return found
}

/** The picture of a photo that readers see now; nothing for one that was withdrawn a moment ago. */
export const imageShown = async (work: Work, news: string, photo: string): Promise<string | null> => {
  const row = await shown(work)
    .select('photo.image_id')
    .where('photo.news_id', '=', news)
    .where('photo.id', '=', photo)
    .executeTakeFirst()
  return row?.image_id ?? null
}

/** A photo as who writes sees it: who is in it and whether that may be. */
export type WrittenPhoto = Photo & {
  /** Null while nobody said who is in it. */
  readonly people: number | null
  readonly pupils: readonly { readonly id: string; readonly may: boolean }[]
  /** Somebody in it was erased: it can no longer be shown. */
  readonly broken: boolean
}

/** All photos of a news, for who writes it; what was agreed is asked anew. */
export const photosWritten = async (work: Work, news: string): Promise<WrittenPhoto[]> => {
  const rows = await work.db
    .selectFrom('news_photo')
    .select(['id', 'image_id', 'alt', 'people'])
    .where('news_id', '=', news)
    .orderBy('chosen_at')
    .orderBy('id')
    .execute()
  const photos = await work.open(rows, { alt: reading(photoAlt, 'id', 'alt') })
  const named = await work.db
    .selectFrom('news_photo_pupil')
    .innerJoin('news_photo', 'news_photo.id', 'news_photo_pupil.photo_id')
    .select(['news_photo_pupil.photo_id', 'news_photo_pupil.pupil_id'])
    .where('news_photo.news_id', '=', news)
    .execute()
  const consents = await consentOf(work, USE, [...new Set(named.map(({ pupil_id }) => pupil_id))])
  return photos.map(({ id, image_id, alt, people }) => {
    const pupils = named
      .filter(({ photo_id }) => photo_id === id)
      .map(({ pupil_id }) => ({ id: pupil_id, may: consents.get(pupil_id)?.may ?? false }))
    return { id, image: image_id, alt: alt.alt, people, pupils, broken: people !== null && people > pupils.length }
  })
}

/** Says what is on a photo and who is in it; `pupils` none means that no child can be recognised. */
export const describePhoto = async (
  work: Work,
  news: string,
  photo: string,
  { alt, pupils }: { readonly alt: string; readonly pupils: readonly string[] },
): Promise<void> => {
  const consents = await consentOf(work, USE, pupils)
  await work.db.deleteFrom('news_photo_pupil').where('photo_id', '=', photo).execute()
  if (pupils.length > 0)
    await work.db
      .insertInto('news_photo_pupil')
      .values(pupils.map((id) => ({ photo_id: photo, pupil_id: id, may: consents.get(id)?.may ?? false })))
      .execute()
  await work.db
    .updateTable('news_photo')
    .set({ alt: await work.seal(photoAlt, { subject: news, row: photo }, { alt }), people: pupils.length })
    .where('id', '=', photo)
    .execute()
  await work.audit('named-in-photo', photo, pupils)
  await work.notify(NEWS)
}

/** Takes photos away: their rows and keys now, their bytes by a job. */
export const removePhotos = async (work: Work, photos: readonly string[]): Promise<void> => {
  if (photos.length === 0) return
  const gone = await work.db.deleteFrom('news_photo').where('id', 'in', oneOf(photos)).returning('image_id').execute()
  for (const { image_id } of gone) await removeImage(work, image_id)
  await work.notify(NEWS)
}

/** Asks the consent of everybody in these photos anew: before they are shown for the first time. */
export const askAnew = async (work: Work, news: string): Promise<void> => {
  for (const { id, pupils } of await photosWritten(work, news))
    for (const pupil of pupils)
      await work.db
        .updateTable('news_photo_pupil')
        .set({ may: pupil.may })
        .where('photo_id', '=', id)
        .where('pupil_id', '=', pupil.id)
        .execute()
}

/** Follows an answer about consent, in its own transaction: from its commit on no photo with this child in it is there. */
export const followConsent = async (
  work: Work,
  changes: readonly { readonly use: string; readonly pupil: string; readonly may: boolean }[],
): Promise<void> => {
  for (const { pupil, may } of changes.filter(({ use }) => use === USE))
    await work.db.updateTable('news_photo_pupil').set({ may }).where('pupil_id', '=', pupil).execute()
  if (changes.some(({ use }) => use === USE)) await work.notify(NEWS)
}

/** Photos in which somebody was who is erased by now: nobody will see them again, so they go. */
export const removeBroken = async (work: Work): Promise<void> => {
  const rows = await work.db
    .selectFrom('news_photo as photo')
    .select('photo.id')
    .where(({ eb, selectFrom }) =>
      eb(
        'photo.people',
        '>',
        selectFrom('news_photo_pupil as seen')
          .select(sql<number>`count(*)::int`.as('count'))
          .whereRef('seen.photo_id', '=', 'photo.id'),
      ),
    )
    .execute()
  await removePhotos(
    work,
    rows.map(({ id }) => id),
  )
}
