import { buffer } from 'node:stream/consumers'
import { newsPhotosForSite, type PhotoForSite } from '#products/portal/index.ts'
import { keepImage, openImage, type PreparedImage, prepareImage } from '#shared/files/images/index.ts'
import { type Job, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Content } from '../blocks/content.ts'
import { changePage } from '../pages/editing.ts'
import { contentOf } from '../pages/revisions.ts'
import { pagesOf } from '../pages/tree.ts'
import { pictureKind } from './kind.ts'
import { sizeOf } from './uploading.ts'

/** The task that takes the photos of news along to the article that was made of it. */
export const PHOTOS_OF_NEWS = 'website-news-photos'

type Taken = { readonly page: string; readonly news: string }
type Made = {
  readonly photo: PhotoForSite
  readonly image: PreparedImage & { readonly ok: true }
  readonly size: Awaited<ReturnType<typeof sizeOf>>
}

/** The photo in the sizes of the site; nothing for one that cannot be read any more. */
const madeAnew = async ({ inOrganisation, files }: Job<Taken>, photo: PhotoForSite): Promise<Made | null> => {
  const opened = await inOrganisation((work) =>
    openImage(work, files, { id: photo.image, variant: 'large', type: 'jpeg' }),
  )
  if (!opened) return null
  const image = await prepareImage(await buffer(await opened.read()), pictureKind)
  if (!image.ok) return null
  const large = image.files.find(({ variant }) => variant === 'large')!
  return { photo, image, size: await sizeOf(large.bytes) }
}

const keep = async (work: Work, files: Job<Taken>['files'], { photo, image, size }: Made): Promise<string> => {
  const id = await keepImage(work, files, 'own', image)
  await work.db
    .insertInto('site_picture')
    .values({
      id,
      ...size,
      alt: photo.alt.slice(0, 250),
      children: photo.pupils.length > 0 ? 'some' : 'none',
      made_at: work.now,
    })
    .execute()
  if (photo.pupils.length > 0)
    await work.db
      .insertInto('site_picture_pupil')
      .values(photo.pupils.map((pupil) => ({ picture_id: id, pupil_id: pupil })))
      .execute()
  return id
}

/** The block has the id of the news, so that a second attempt finds what the first one did. */
const withPhotos =
  (news: string, pictures: readonly string[]) =>
  (content: Content): Content => ({
    ...content,
    picture: content.picture ?? pictures[0] ?? null,
    blocks: [
      ...content.blocks,
      pictures.length === 1
        ? { id: news, type: 'image', data: { picture: pictures[0], caption: '' } }
        : { id: news, type: 'gallery', data: { title: '', pictures } },
    ],
  })

/**
 * Photos of the portal in the sizes of the site, with their description and who is in them: publishing asks the consent for
 * the site itself, and names a child who lacks it (PROMISES P11). Only photos that readers of the portal may see now.
 */
export const takePhotosAlong = task<Taken>(PHOTOS_OF_NEWS, async (job) => {
  const { inOrganisation, files, data } = job
  const photos = await inOrganisation((work) => newsPhotosForSite(work, data.news))
  const made: Made[] = []
  for (const photo of photos) {
    const one = await madeAnew(job, photo)
    if (one) made.push(one)
  }
  if (made.length === 0) return
  await inOrganisation(async (work) => {
    const page = (await pagesOf(work)).find(({ id }) => id === data.page)
    const content = page && (await contentOf(work, page.id, page.draft))
    if (!content || content.blocks.some(({ id }) => id === data.news)) return
    const pictures: string[] = []
    for (const one of made) pictures.push(await keep(work, files, one))
    await changePage(work, { page: data.page, base: page.draft, part: null, apply: withPhotos(data.news, pictures) })
    await work.notify(`uploads/${work.organisation}`)
  })
})
