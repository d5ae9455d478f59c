import { consentOf } from '#products/privacy/index.ts'
import { type Named, namesOf } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import type { ShownPicture } from '../blocks/block.ts'
import { pictureKind } from './kind.ts'

export type PictureRow = {
  readonly id: string
  readonly alt: string
  readonly focus: number
  readonly children: 'unknown' | 'none' | 'some'
  readonly width: number
  readonly height: number
  readonly pupils: readonly string[]
}

/** Every picture of the site whose sizes are made, the newest first. */
export const picturesOf = async (work: Work): Promise<PictureRow[]> => {
  const rows = await work.db
    .selectFrom('site_picture')
    .select(['id', 'alt', 'focus', 'children', 'width', 'height'])
    .where('width', 'is not', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  const tied = await work.db.selectFrom('site_picture_pupil').select(['picture_id', 'pupil_id']).execute()
  const pupils = Map.groupBy(tied, ({ picture_id }) => picture_id)
  return rows.map((row) => ({
    ...(row as Omit<PictureRow, 'pupils'>),
    pupils: (pupils.get(row.id) ?? []).map(({ pupil_id }) => pupil_id),
  }))
}

/** Why a picture may not stand on the site: nobody said who is on it, or it is of these children, who may not be seen. */
export type Kept = { readonly unknown: true } | { readonly pupils: readonly string[] }

/**
 * Which of these pictures may not be on the site now, and why: by the answers to the question "photo on the website" as they
 * stand at this moment (art. 7 GDPR; PROMISES P50).
 */
export const keptFromSite = async (work: Work, pictures: readonly PictureRow[]): Promise<ReadonlyMap<string, Kept>> => {
  const all = [...new Set(pictures.flatMap(({ pupils }) => pupils))]
  const consents = await consentOf(work, 'photo-website', all)
  const kept = new Map<string, Kept>()
  for (const { id, children, pupils } of pictures) {
    const without = pupils.filter((pupil) => !consents.get(pupil)?.may)
    if (children === 'unknown' || (children === 'some' && pupils.length === 0)) kept.set(id, { unknown: true })
    else if (without.length > 0) kept.set(id, { pupils: without })
  }
  return kept
}

/** Names of children, in the order asked, to say which ones keep a picture from the site. */
export const namesOfPupils = async (work: Work, pupils: readonly string[]): Promise<readonly Named[]> => {
  const names = await namesOf(work, pupils)
  return pupils.flatMap((pupil) => names.get(pupil) ?? [])
}

const widths = Object.entries(pictureKind.variants).map(([variant, { width }]) => ({ variant, width }))

/** A picture as a page shows it; `address` says where its sizes are got. */
export const shown = (
  { id, alt, focus, width, height }: PictureRow,
  address: (variant: string, type: 'webp' | 'jpeg') => string,
): ShownPicture => ({
  id,
  alt,
  focus,
  width,
  height,
  // A picture that is smaller than a size is not made larger.
  sizes: widths
    .map((size) => ({
      width: Math.min(size.width, width),
      webp: address(size.variant, 'webp'),
      jpeg: address(size.variant, 'jpeg'),
    }))
    .filter(({ width: one }, at, all) => all.findIndex((other) => other.width === one) === at),
})

/** Where strangers get a size of a picture. */
export const publicAddress =
  (id: string) =>
  (variant: string, type: 'webp' | 'jpeg'): string =>
    `/media/${id}/${variant}.${type === 'webp' ? 'webp' : 'jpg'}`

/** Where editors get it, also before it may be seen. */
export const editorAddress =
  (id: string) =>
  (variant: string, type: 'webp' | 'jpeg'): string =>
    urls.sitePictureFile({ picture: id, variant, type })
