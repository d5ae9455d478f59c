import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoAlt } from '#products/portal/news/personal-data.ts'
import { describePhoto } from '#products/portal/news/photos.ts'
import { newsPhoto } from '#products/portal/news/uploads.ts'
import { beginDraft } from '#products/portal/news/writing/draft.ts'
import { contentOf } from '#products/website/pages/revisions.ts'
import { pagesOf } from '#products/website/pages/tree.ts'
import { siteFromAnswers } from '#products/website/sites/starting.ts'
import { keepImage, prepareImage } from '#shared/files/images/index.ts'
import { documentOfTyped } from '#shared/rich-text/index.ts'
import { urls } from '#src/urls.ts'
import { asking } from './consenting.ts'
import { frontDoor } from './front-door.ts'
import { runJobs } from './jobs.ts'
import { world } from './world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians, pupils } = world

const answers = {
  headline: 'Aan zee leer je ver kijken',
  about: 'Basisschool in de duinen.',
  size: '',
  hours: '',
  visit: '',
  team: '',
  address: 'Duinweg 14',
  phone: '',
  email: '',
  theme: 'lighthouse',
} as const

/** News of the portal that everyone reads, with a photo of two children in it. */
const newsWithPhoto = () =>
  door.front.within(vuurtoren, async (work) => {
    const id = await beginDraft(work, staff.wim, {
      wholeSchool: true,
      groups: [],
      title: 'Wij bouwden een vlotq',
      document: documentOfTyped('Het bleef drijven.'),
      class: 'to-know',
      answerBy: null,
      publishAt: null,
      expiresOn: null,
      pinned: false,
    })
    const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#37a' } })
      .png()
      .toBuffer()
    const made = await prepareImage(bytes, newsPhoto)
    if (!made.ok) throw new Error(made.problem)
    const image = await keepImage(work, door.front.parts.files, 'own', made)
    const photo = crypto.randomUUID()
    const alt = await work.seal(photoAlt, { subject: id, row: photo }, { alt: 'Een vlot van tonnenq' })
    await work.db
      .insertInto('news_photo')
      .values({ id: photo, news_id: id, image_id: image, chosen_at: work.now, alt, people: null })
      .execute()
    await describePhoto(work, id, photo, { alt: 'Een vlot van tonnenq', pupils: [pupils.zuri] })
    const published = { state: 'published', published_at: work.now } as const
    await work.db.updateTable('news').set(published).where('id', '=', id).execute()
    return id
  })

test('news of the portal goes to the site with one choice, photos and all, when consent for the site allows', async () => {
  const inPortal = await asking(door.front, 'photo-app')
  const onSite = await asking(door.front, 'photo-website')
  for (const guardian of [guardians.ngozi, guardians.kofi]) await inPortal(guardian, pupils.zuri, 'yes')
  await door.front.within(vuurtoren, async (work) => {
    await siteFromAnswers(work, 'nl', answers)
    await work.db.updateTable('site').set({ live: true }).execute()
  })
  const news = await newsWithPhoto()
  const wim = await door.front.as(staff.wim, vuurtoren)
  const chosen = await wim.post(urls.newsToSite({ news }))
  const page = chosen.headers.get('location')!.split('/').at(-1)!
  await runJobs(door.front, 'website-news-photos')
  const content = () =>
    door.front.within(vuurtoren, async (work) => {
      const row = (await pagesOf(work)).find(({ id }) => id === page)!
      return (await contentOf(work, page, row.draft))!
    })
  const { blocks, picture } = await content()
  expect(blocks.map(({ type }) => type)).toEqual(['text', 'image'])

  const refused = await wim.post(urls.publishSitePage({ page }))
  expect([refused.status, (await refused.text()).includes('Zuriq Okaforq')]).toEqual([422, true])
  for (const guardian of [guardians.ngozi, guardians.kofi]) await onSite(guardian, pupils.zuri, 'yes')
  expect((await wim.post(urls.publishSitePage({ page }))).status).toBe(303)
  const { path } = (await door.front.within(vuurtoren, pagesOf)).find(({ id }) => id === page)!
  const stranger = door.front.stranger()
  await expect.poll(() => stranger.text(path)).toContain('Een vlot van tonnenq')
  const address = `/media/${picture}/middle.webp`
  expect((await stranger.get(address)).status).toBe(200)

  await onSite(guardians.kofi, pupils.zuri, 'no')
  await expect.poll(() => stranger.text(path)).not.toContain(address)
  expect((await stranger.get(address)).status).toBe(404)
  expect(await stranger.text(urls.siteFeed())).not.toContain(address)
})
