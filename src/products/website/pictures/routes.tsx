import { z } from 'zod'
import { many } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { sendImage } from '#shared/access/send-image.ts'
import { removeImage } from '#shared/files/images/index.ts'
import { attachUploads, takePosted } from '#shared/uploads/index.ts'
import { urls } from '#src/urls.ts'
import { typedList } from '../blocks/typed.ts'
import { publishSite } from '../publishing/publish.ts'
import { editor } from '../rules.ts'
import { showPicture, showPictures } from './pages.tsx'
import { picturesOf } from './queries.ts'
import { pictureUploads } from './uploading.ts'

const settings = z.object({
  alt: z.string('alt').min(1, 'alt').max(250, 'alt'),
  focus: z.coerce.number().int().min(0).max(8).catch(4),
  children: z.enum(['none', 'some'], 'children'),
  pupils: many(z.uuid('pupils')),
})

/** Pictures for the site: what they show, and who is on them. */
export const pictures = new Module('website', { nl: 'Foto’s op de website zetten', en: 'Put pictures on the website' })
  .get(urls.sitePictures, editor, (visit) => showPictures(visit))
  .post(
    urls.sitePictures,
    editor,
    async (visit) => {
      const { work, me, files, typed } = visit
      const to = { person: me.id, row: work.organisation }
      await attachUploads(work, pictureUploads, { ...to, uploads: typedList(typed.upload) })
      const refused = await takePosted(work, files, pictureUploads, { ...to, posted: visit.filesIn('photos') })
      return refused.length > 0 ? showPictures(visit, refused) : visit.seeOther(urls.sitePictures())
    },
    { maxBytes: 32 * 1024 * 1024 },
  )
  .get(urls.sitePictureSettings, editor, (visit) => showPicture(visit, visit.params.picture))
  .post(urls.sitePictureSettings, editor, async (visit) => {
    const { work, params } = visit
    const there = (await picturesOf(work)).some(({ id }) => id === params.picture)
    if (!there) return visit.notFound()
    const form = visit.form(settings)
    if (!form.ok) return showPicture(visit, params.picture, form)
    const { alt, focus, children, pupils } = form.value
    if (children === 'some' && pupils.length === 0)
      return showPicture(visit, params.picture, { typed: visit.typed, problems: { pupils: 'pupils' } })
    await work.db.updateTable('site_picture').set({ alt, focus, children }).where('id', '=', params.picture).execute()
    await work.db.deleteFrom('site_picture_pupil').where('picture_id', '=', params.picture).execute()
    const known = await work.db
      .selectFrom('person')
      .select('id')
      .where('id', 'in', [...pupils, work.organisation])
      .execute()
    if (children === 'some' && known.length > 0)
      await work.db
        .insertInto('site_picture_pupil')
        .values(known.map(({ id }) => ({ picture_id: params.picture, pupil_id: id })))
        .execute()
    await work.audit('described-picture', 'website', children === 'some' ? pupils : [])
    await publishSite(work)
    return visit.seeOther(urls.sitePictures())
  })
  .get(urls.sitePictureFile, editor, async (visit) => {
    const { picture, variant } = visit.params
    const there = (await picturesOf(visit.work)).some(({ id }) => id === picture)
    return there ? sendImage(visit, picture, variant) : visit.notFound()
  })
  .post(urls.removeSitePicture, editor, async (visit) => {
    const { work, params } = visit
    const there = (await picturesOf(work)).some(({ id }) => id === params.picture)
    if (!there) return visit.notFound()
    await removeImage(work, params.picture)
    await work.audit('removed-picture', 'website', [])
    await publishSite(work)
    return visit.seeOther(urls.sitePictures())
  })
