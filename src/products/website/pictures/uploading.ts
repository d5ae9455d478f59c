import { buffer } from 'node:stream/consumers'
import { openImage } from '#shared/files/images/index.ts'
import { task } from '#shared/jobs/task.ts'
import { uploadPurpose } from '#shared/uploads/index.ts'
import { editor } from '../rules.ts'
import { pictureKind } from './kind.ts'

const MEASURE = 'website-picture'

/** Pictures for the site: made anew in three sizes, as WebP and JPEG, by a job. */
export const pictureUploads = uploadPurpose({
  name: 'site-picture',
  rule: editor,
  picture: pictureKind,
  maxBytes: 15 * 1024 * 1024,
  arrived: async (work, { image, by }) => {
    if (!image) return
    await work.db.insertInto('site_picture').values({ id: image, made_by: by, made_at: work.now }).execute()
    await work.enqueue(MEASURE, { picture: image })
  },
})

/** How large a picture is, in pixels. */
export const sizeOf = async (bytes: Buffer): Promise<{ readonly width: number; readonly height: number }> => {
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(bytes).metadata()
  return { width, height }
}

/** Notes how large a picture is, so that a page keeps room for it while it loads; then it can be chosen. */
export const measurePicture = task<{ picture: string }>(MEASURE, async ({ inOrganisation, files, data }) => {
  const opened = await inOrganisation((work) =>
    openImage(work, files, { id: data.picture, variant: 'large', type: 'webp' }),
  )
  if (!opened) return
  const size = await sizeOf(await buffer(await opened.read()))
  await inOrganisation(async (work) => {
    await work.db.updateTable('site_picture').set(size).where('id', '=', data.picture).execute()
    await work.notify(`uploads/${work.organisation}`)
  })
})
