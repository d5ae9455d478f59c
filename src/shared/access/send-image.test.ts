import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type ImageKind, imageTexts, keepImage } from '#shared/files/images/index.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { Module } from './module.ts'
import { path } from './path.ts'
import { withRole } from './rule.ts'
import { sendImage } from './send-image.ts'

const kind: ImageKind = { name: 'poster', variants: { small: { width: 40, height: 40, fit: 'cover' } } }
const teachers = withRole({ nl: 'leerkrachten', en: 'teachers' }, 'teacher')
const urls = { posters: path('/posters'), poster: path('/posters/:id/:variant') }
const posters = new Module('posters', { nl: 'Posters', en: 'Posters' })
  .post(
    urls.posters,
    teachers,
    async (visit) => {
      const image = visit.image('poster')
      if (!image?.ok) return visit.page({ title: 'q', status: 422 }, image ? imageTexts.nl[image.problem] : 'Geen.')
      const id = await keepImage(visit.work, visit.files, visit.work.organisation, image)
      return visit.seeOther(urls.poster({ id, variant: 'small' }))
    },
    { images: { poster: kind } },
  )
  .get(urls.poster, teachers, (visit) => sendImage(visit, visit.params.id, visit.params.variant))

const door = frontDoor({ extra: [posters] })
const { staff, vuurtoren, molen } = world
const form = (bytes: Buffer | string) => {
  const body = new FormData()
  body.append('poster', new Blob([bytes as BlobPart], { type: 'image/png' }), 'poster.png')
  return body
}

test('a posted picture is made anew and answered to whom the rule lets in, for an hour and for them alone', async () => {
  const teacher = await door.front.as(staff.hatice, vuurtoren)
  const png = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const posted = await teacher.request('POST', urls.posters(), form(png))
  expect(posted.status).toBe(303)
  const address = posted.headers.get('location')!
  const jpeg = await teacher.get(address)
  expect([jpeg.status, jpeg.headers.get('content-type'), jpeg.headers.get('cache-control')]).toEqual([
    200,
    'image/jpeg',
    'private, max-age=3600',
  ])
  expect(await sharp(Buffer.from(await jpeg.arrayBuffer())).metadata()).toMatchObject({ format: 'jpeg', width: 40 })
  const webp = await teacher.request('GET', address, undefined, { accept: 'image/avif,image/webp,*/*' })
  expect([webp.headers.get('content-type'), webp.headers.get('vary')]).toEqual(['image/webp', 'Accept'])
  expect((await sharp(Buffer.from(await webp.arrayBuffer())).metadata()).format).toBe('webp')
  const again = await teacher.request('GET', address, undefined, { 'if-none-match': jpeg.headers.get('etag')! })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await teacher.get(address.replace('small', 'large'))).status).toBe(404)
  expect((await (await door.front.as(staff.roos, vuurtoren)).get(address)).status).toBe(404)
  expect((await door.front.stranger().get(address)).status).toBe(303)
  const elsewhere = await door.front.as(staff.sem, molen, 'molen.localhost')
  expect((await elsewhere.get(address)).status).toBe(404)
})

test('a picture that is none comes back with a sentence, and nothing is kept of it', async () => {
  const teacher = await door.front.as(staff.hatice, vuurtoren)
  const before = (await Array.fromAsync(door.front.parts.files.list())).length
  const answer = await teacher.request('POST', urls.posters(), form('<svg><script/></svg>'))
  expect([answer.status, (await answer.text()).includes(imageTexts.nl.svg)]).toEqual([422, true])
  expect((await Array.fromAsync(door.front.parts.files.list())).length).toBe(before)
})
