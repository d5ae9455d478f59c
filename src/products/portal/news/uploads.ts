import { randomUUID } from 'node:crypto'
import type { ImageKind } from '#shared/files/images/index.ts'
import { removeImage } from '#shared/files/images/index.ts'
import { removeFile } from '#shared/files/stored.ts'
import { uploadPurpose } from '#shared/uploads/index.ts'
import { photoAlt } from './personal-data.ts'
import { writer } from './rules.ts'

const MEGABYTE = 1024 * 1024

/** The sizes of a photo: for a list, a telephone, a whole screen. */
export const newsPhoto: ImageKind<'tile' | 'small' | 'large'> = {
  name: 'news-photo',
  variants: {
    tile: { width: 320, height: 240, fit: 'cover' },
    small: { width: 800, height: 800, fit: 'inside' },
    large: { width: 1600, height: 1600, fit: 'inside' },
  },
}

/** Photos of news; one for news that is gone by then is not kept. */
export const photoUploads = uploadPurpose({
  name: 'news-photo',
  rule: writer,
  picture: newsPhoto,
  maxBytes: 15 * MEGABYTE,
  arrived: async (work, { for: news, image, chosen }) => {
    const there = await work.db.selectFrom('news').select('id').where('id', '=', news).executeTakeFirst()
    if (!there) return removeImage(work, image!)
    const id = randomUUID()
    const alt = await work.seal(photoAlt, { subject: news, row: id }, { alt: '' })
    await work.db
      .insertInto('news_photo')
      .values({ id, news_id: news, image_id: image!, chosen_at: chosen, alt, people: null })
      .execute()
  },
})

/** Documents of news. */
export const fileUploads = uploadPurpose({
  name: 'news-file',
  rule: writer,
  documents: true,
  maxBytes: 25 * MEGABYTE,
  arrived: async (work, { for: news, file, chosen }) => {
    const there = await work.db.selectFrom('news').select('id').where('id', '=', news).executeTakeFirst()
    if (!there) return removeFile(work, file!)
    await work.db
      .insertInto('news_file')
      .values({ id: randomUUID(), news_id: news, stored_file_id: file!, chosen_at: chosen })
      .execute()
  },
})
