import { beforeAll, describe, expect, test } from 'vitest'
import { newsForSite } from '#products/portal/index.ts'
import { urls } from '#src/urls.ts'
import { asking } from '#test/consenting.ts'
import { runTask } from '#test/jobs.ts'
import { idOf, type NewsFields, newsroom, post, story } from '#test/newsroom.ts'
import { phonePhoto, uploadWhole } from '#test/uploading.ts'
import { world } from '#test/world.ts'

const { as, door, jobs, list, read } = newsroom()
const { vuurtoren, guardians, pupils, staff } = world

describe('photos', () => {
  let say: Awaited<ReturnType<typeof asking>>
  beforeAll(async () => {
    say = await asking(door.front, 'photo-app')
  })
  const draftWithPhoto = async () => {
    const hatice = await as(staff.hatice)
    const upload = await uploadWhole(hatice, 'news-photo', 'pleinq.jpg', await phonePhoto())
    const id = idOf(await post(hatice, { do: 'save', upload }))
    await jobs()
    const { photo } = await door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('news_photo').select('id as photo').where('news_id', '=', id).executeTakeFirstOrThrow(),
    )
    return { hatice, id, photo, edit: urls.editNews({ id }) }
  }

  test('a child without consent blocks publishing and is named; withdrawn consent hides the photo at once', async () => {
    for (const person of [guardians.fenna, guardians.deniz]) await say(person, pupils.mila, 'yes')
    const { hatice, id, photo, edit } = await draftWithPhoto()
    const name = (fields: NewsFields) =>
      hatice.post(urls.namePhoto({ id, photo }), { alt: 'Een hinkelbaan', ...fields })
    const unnamed = await post(hatice, { do: 'publish' }, edit)
    expect([unnamed.status, await unnamed.text()]).toEqual([
      422,
      expect.stringContaining('Zeg eerst wie er staan op foto 1.'),
    ])
    expect((await name({})).status).toBe(422)
    expect((await name({ pupil: pupils.mila, nobody: 'yes' })).status).toBe(422)

    await name({ pupil: [pupils.mila, pupils.noor] })
    const blocked = await post(hatice, { do: 'publish' }, edit)
    const page = await blocked.text()
    expect(blocked.status).toBe(422)
    expect(page).toContain('Een kind mag niet op deze foto’s')
    expect(page).toContain('Noorq van der Meulenq, foto 1.')
    expect((await read(guardians.fenna, id)).status).toBe(404)

    await name({ pupil: [pupils.mila] })
    expect((await post(hatice, { do: 'publish' }, edit)).status).toBe(303)
    const picture = urls.newsPicture({ id, photo, size: 'small' })
    const fenna = await as(guardians.fenna)
    const seen = await fenna.get(picture)
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    expect(/Telefoonq|Plaatsq|Exif/.exec(Buffer.from(await seen.arrayBuffer()).toString('latin1'))).toBeNull()
    const offered = (person: string, ...roles: string[]) =>
      door.front.within(vuurtoren, (work) =>
        newsForSite(
          work,
          {
            id: person,
            staff: roles.length > 0,
            is: (...some: string[]) => roles.some((role) => some.includes(role)),
          } as never,
          id,
        ),
      )
    expect(await offered(staff.hatice, 'teacher')).toMatchObject({
      title: 'Wij tekendenq',
      photos: [{ id: photo, pupils: [pupils.mila] }],
    })
    expect([await offered(staff.tom, 'teacher'), await offered(guardians.fenna)]).toEqual([null, null])
    const etag = { 'if-none-match': seen.headers.get('etag')! }
    expect((await fenna.request('GET', picture, undefined, etag)).status).toBe(304)
    expect((await (await as(staff.tom)).get(picture)).status).toBe(404)

    await say(guardians.deniz, pupils.mila, 'no')
    for (const size of ['tile', 'small', 'large'])
      expect((await fenna.request('GET', urls.newsPicture({ id, photo, size }), undefined, etag)).status).toBe(404)
    const after = await fenna.text(urls.newsItem({ id }))
    expect(after).toContain('Een foto is niet te zien.')
    expect(after).not.toContain(photo)
    expect(await list(guardians.fenna)).not.toContain(photo)
    expect((await (await as(staff.hatice)).get(picture)).status).toBe(404)
    await say(guardians.deniz, pupils.mila, 'yes')
    expect((await fenna.get(picture)).status).toBe(200)
  })

  test('a photo of somebody who was erased is gone for good', async () => {
    const { hatice, id, photo, edit } = await draftWithPhoto()
    await hatice.post(urls.namePhoto({ id, photo }), { alt: 'Plein', pupil: pupils.mila })
    await post(hatice, { do: 'publish' }, edit)
    const fenna = await as(guardians.fenna)
    const picture = urls.newsPicture({ id, photo, size: 'large' })
    expect((await fenna.get(picture)).status).toBe(200)
    await door.front.within(vuurtoren, async ({ db }) => {
      await db.deleteFrom('news_photo_pupil').where('pupil_id', '=', pupils.mila).execute()
    })
    expect((await fenna.get(picture)).status).toBe(404)
    await runTask(door.front, vuurtoren, 'news-tidy', {})
    const left = await door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('news_photo').select('id').where('id', '=', photo).execute(),
    )
    expect(left).toEqual([])
  })

  test('a plain form takes photos and files too, and says what is wrong with one', async () => {
    const hatice = await as(staff.hatice)
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...story, do: 'save' })) body.set(name, String(value))
    for (const [name, bytes] of [
      ['plein.jpg', await phonePhoto()],
      ['kapotq.jpg', (await phonePhoto()).subarray(0, 2000)],
    ] as const)
      body.append('photos', new File([bytes as BlobPart], name))
    body.append('files', new File(['%PDF-1.7 q'], 'Weekbriefq.pdf'))
    const id = idOf(await hatice.request('POST', urls.newNews(), body))
    expect(await hatice.text(urls.editNews({ id }))).toContain('Wordt nog gecontroleerd')
    await jobs()
    const page = await hatice.text(urls.editNews({ id }))
    expect(page).toContain('kapotq.jpg')
    expect(page).toContain('Deze foto is beschadigd')
    expect(page).toContain('Weekbriefq.pdf')
    expect(page.match(/\/tile"/g)).toHaveLength(1)
  })
})

test('a photo and a document go with their news, keys and bytes too', async () => {
  const hatice = await as(staff.hatice)
  const inStore = async () => (await Array.fromAsync(door.front.parts.files.list())).length
  const before = await inStore()
  const upload = [
    await uploadWhole(hatice, 'news-photo', 'plein.jpg', await phonePhoto()),
    await uploadWhole(hatice, 'news-file', 'brief.pdf', Buffer.from('%PDF-1.7 q')),
  ]
  const id = idOf(await post(hatice, { do: 'save', upload }))
  await jobs()
  expect(await inStore()).toBe(before + 7)
  await post(hatice, { do: 'withdraw' }, urls.editNews({ id }))
  door.front.clock.now = new Date(Date.now() + 25 * 3_600_000)
  await runTask(door.front, vuurtoren, 'files-orphans', {})
  await jobs()
  door.front.clock.now = null
  expect(await inStore()).toBe(before)
})
