import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { keepImage, prepareImage } from '#shared/files/images/index.ts'
import { documentOfTyped } from '#shared/rich-text/index.ts'
import { urls } from '#src/urls.ts'
import { asking } from '#test/consenting.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { world } from '#test/world.ts'
import type { Content } from '../blocks/content.ts'
import { changePage } from '../pages/editing.ts'
import { makePage } from '../pages/making.ts'
import { publishPage } from '../pages/publication.ts'
import { contentOf } from '../pages/revisions.ts'
import { pagesOf } from '../pages/tree.ts'
import { pictureKind } from '../pictures/kind.ts'

const door = frontDoor()
const { vuurtoren, staff, pupils, guardians } = world

const answers = {
  headline: 'Aan zee leer je ver kijken',
  about: 'Basisschool in de duinen.',
  size: 'Ruim tweehonderd kinderen.',
  hours: 'Van 8.30 tot 14.15 uur.',
  visit: 'Elke eerste dinsdag.',
  team: 'Hatice: groep 5\nTom: groep 6',
  address: 'Duinweg 14\nZandvliet',
  phone: '0200 123 456',
  email: 'info@vuurtoren.example',
  theme: 'lighthouse',
}

let wim: Browser
const stranger = () => door.front.stranger()
const page = (slug: string) =>
  door.front.within(vuurtoren, async (work) => (await pagesOf(work)).find((one) => one.slug === slug)!)
const textOf = async (path: string) => (await stranger().get(path)).text()
const shows = (path: string, words: string) => expect.poll(() => textOf(path)).toContain(words)
const hides = (path: string, words: string) => expect.poll(() => textOf(path)).not.toContain(words)
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const textBlock = (text: string) => ({ id: randomUUID(), type: 'text', data: { text: documentOfTyped(text) } })
const contentWith = (title: string, blocks: Content['blocks']): Content => ({
  title,
  summary: '',
  action: null,
  picture: null,
  blocks,
})

beforeAll(async () => {
  wim = await door.front.as(staff.wim, vuurtoren)
})

describe('ten questions', () => {
  test('make a whole site, which stands on one press, with feed, map and statement', async () => {
    expect((await wim.post(urls.startSite(), { ...answers, headline: '' })).status).toBe(422)
    expect((await wim.post(urls.startSite(), answers)).status).toBe(303)
    expect((await stranger().get('/')).status).toBe(303)
    expect((await wim.post(urls.siteLive(), { live: 'yes' })).status).toBe(303)
    await shows('/', 'Aan zee leer je ver kijken')
    for (const path of [
      '/onze-school',
      '/groepen',
      '/praktisch',
      '/agenda',
      '/nieuws',
      '/aanmelden',
      '/team',
      '/contact',
    ])
      expect([path, (await stranger().get(path)).status]).toEqual([path, 200])
    expect(await textOf('/contact')).toContain('name="a-message"')
    expect(await textOf(urls.accessibility())).toContain('WCAG 2.2')
    expect(await textOf(urls.sitemap())).toContain('/onze-school</loc>')
    expect(await textOf('/')).toContain(`href="${urls.privacy()}"`)
    const lost = await stranger().get('/bestaat-niet')
    expect([lost.status, await lost.text()]).toEqual([404, expect.stringContaining('Deze pagina is er niet')])
  })
})

describe('two editors on one page', () => {
  test('both keep other parts; of the same part the second is shown the difference, and nothing is lost', async () => {
    const { id } = await page('contact')
    const hatice = await door.front.as(staff.hatice, vuurtoren)
    const base = (await page('contact')).draft
    const [block] = (await door.front.within(vuurtoren, (work) => contentOf(work, id, base)))!.blocks
    const change = (who: Browser, text: string) =>
      who.post(urls.siteBlock({ page: id, block: block!.id }), { base: String(base), type: 'text', after: '', text })
    expect((await change(wim, 'Bel voor negen uur.')).status).toBe(303)
    const other = { base: String(base), title: 'Zo bereik je ons', summary: '' }
    expect((await hatice.post(urls.sitePage({ page: id }), other)).status).toBe(303)
    const refused = await change(hatice, 'Bel na drie uur.')
    const body = await refused.text()
    expect(refused.status).toBe(422)
    for (const said of ['Bel voor negen uur.', 'Bel na drie uur.', 'Wimq', 'Zo bereik je ons'])
      expect(body).toContain(said)
    const kept = await door.front.within(vuurtoren, (work) =>
      work.db.selectFrom('site_revision').select('content').where('page_id', '=', id).execute(),
    )
    expect(JSON.stringify(kept)).toContain('Bel na drie uur.')
    expect((await page('contact')).draft).toBe(base + 2)
    for (const step of ['back', 'back', 'forward', 'forward']) await wim.post(urls.undoSitePage({ page: id }), { step })
    expect((await page('contact')).draft).toBe(base + 2)
  })

  test('who puts a page on the site that somebody changed meanwhile sees it first', async () => {
    const { id, draft, published } = await page('contact')
    const early = await wim.post(urls.publishSitePage({ page: id }), { base: String(draft - 1) })
    expect([early.status, await early.text()]).toEqual([
      422,
      expect.stringContaining('Iemand veranderde de pagina, terwijl jij ernaar keek.'),
    ])
    expect((await page('contact')).published).toBe(published)
  })

  test('undoing goes back a step and forward again', async () => {
    const { id, draft } = await page('contact')
    await wim.post(urls.undoSitePage({ page: id }), { step: 'back' })
    expect((await page('contact')).draft).toBe(draft - 1)
    await wim.post(urls.undoSitePage({ page: id }), { step: 'forward' })
    expect((await page('contact')).draft).toBe(draft)
  })
})

describe('the agenda', () => {
  test('has the holidays and study days of school by themselves, as soon as they change', async () => {
    const day = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10)
    const closed = { kind: 'study-day', name: 'Studiedag rekenenq', from: day, to: day }
    const kept = await wim.post(urls.yearCalendar(), closed)
    expect(kept.status).toBe(303)
    await shows('/agenda', 'Studiedag rekenenq')
    expect(await textOf('/agenda')).toContain('Geen school')
    expect(await textOf(urls.siteCalendar())).toContain('SUMMARY:Studiedag rekenenq')
    expect(await textOf('/')).not.toContain('"name":"Studiedag rekenenq"')
  })
})

describe('versions', () => {
  test('an old one is put back as the newest, with the difference shown; what strangers read stays until it is published', async () => {
    const { id, draft } = await page('praktisch')
    const before = await wim.text(urls.sitePage({ page: id }))
    const summary = 'Nieuwe schooltijdenq.'
    await wim.post(urls.sitePage({ page: id }), { base: String(draft), title: 'Zo werkt het hierq', summary })
    const address = { page: id, number: String(draft) }
    const shown = await wim.text(urls.sitePageVersion(address))
    for (const said of ['Zo werkt het hier', summary]) expect(shown).toContain(said)
    expect((await wim.post(urls.restoreSitePage(address))).status).toBe(303)
    expect((await page('praktisch')).draft).toBe(draft + 2)
    const after = await wim.text(urls.sitePage({ page: id }))
    expect([before.includes('hierq'), after.includes('hierq')]).toEqual([false, false])
    expect(await textOf('/praktisch')).not.toContain('hierq')
    for (const number of ['0', '999', 'x'])
      expect((await wim.post(urls.restoreSitePage({ page: id, number }))).status).toBe(404)
  })

  test('a page that is duplicated is a draft of its own beside the first, with an address of its own', async () => {
    const { id } = await page('praktisch')
    const made = await wim.post(urls.duplicateSitePage({ page: id }))
    const copy = made.headers.get('location')!.split('/').at(-1)!
    expect([made.status, copy === id]).toEqual([303, false])
    const rows = await door.front.within(vuurtoren, pagesOf)
    const [one, other] = [id, copy].map((wanted) => rows.find((row) => row.id === wanted)!)
    expect([other!.parent, other!.published, other!.path === one!.path]).toEqual([one!.parent, null, false])
    const contents = await door.front.within(vuurtoren, (work) =>
      Promise.all([contentOf(work, id, one!.draft), contentOf(work, copy, other!.draft)]),
    )
    const said = contents.map((content) => content!.blocks.map(({ type, data }) => ({ type, data })))
    expect(said[1]).toEqual(said[0])
    expect((await stranger().get(other!.path)).status).toBe(404)
  })
})

describe('addresses', () => {
  test('a page that moved twice is found at all of them, and redirects never go round', async () => {
    const { id, parent } = await page('team')
    const place = (slug: string) => wim.post(urls.sitePageSettings({ page: id }), { parent: parent!, slug })
    expect((await place('mensen')).status).toBe(303)
    expect((await place('collega')).status).toBe(303)
    for (const old of ['/team', '/mensen'])
      await expect.poll(async () => (await stranger().get(old)).headers.get('location')).toBe('/collega')
    expect((await place('team')).status).toBe(303)
    await expect.poll(async () => (await stranger().get('/team')).status).toBe(200)
    expect((await stranger().get('/mensen')).headers.get('location')).toBe('/team')
    const inside = await wim.post(urls.sitePageSettings({ page: parent! }), { parent: id, slug: 'x' })
    expect([inside.status, (await stranger().get('/')).status]).toEqual([303, 200])
  })

  test("a title of three hundred letters is refused in words, and a name of the application is nobody's page", async () => {
    const { id: parent } = await page('')
    const long = await wim.post(urls.newSitePage(), { title: 'x'.repeat(300), parent })
    expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('ten hoogste 120')])
    await wim.post(urls.newSitePage(), { title: 'Privacy', parent })
    expect((await page('privacy-2'))?.path).toBe('/privacy-2')
  })
})

describe('publishing', () => {
  test('is refused while somebody would miss something, and mends what can be mended', async () => {
    const table = {
      type: 'doc',
      content: [{ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [] }] }] }],
    }
    const heading = { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Te diepq' }] }
    const block = randomUUID()
    const data = { text: { type: 'doc', content: [heading, ...table.content] } }
    const id = await door.front.within(vuurtoren, async (work) => {
      const home = (await pagesOf(work)).find(({ kind }) => kind === 'home')!
      return makePage(work, {
        parent: home.id,
        kind: 'page',
        content: contentWith('Ontoegankelijk', [{ id: block, type: 'text', data }]),
      })
    })
    const refused = await wim.post(urls.publishSitePage({ page: id }))
    const body = await refused.text()
    expect(refused.status).toBe(422)
    const later = await wim.post(urls.scheduleSitePage({ page: id }), { day: dayIn(2), time: '08:00' })
    expect([later.status, await later.text()]).toEqual([422, expect.stringContaining('tabel heeft geen koppen')])
    for (const said of ['Te diepq', 'tabel heeft geen koppen']) expect(body).toContain(said)
    expect((await wim.post(urls.repairSiteBlock({ page: id, block }), { base: '1' })).status).toBe(303)
    expect((await wim.post(urls.publishSitePage({ page: id }))).status).toBe(303)
    await shows('/ontoegankelijk', 'Te diepq')
  })

  test('later happens at its moment, and a page that expired is gone', async () => {
    const { id, parent } = await page('werken-bij-ons')
    await wim.post(urls.publishSitePage({ page: id }), { withdraw: 'yes' })
    await expect.poll(async () => (await stranger().get('/werken-bij-ons')).status).toBe(404)
    expect((await wim.post(urls.scheduleSitePage({ page: id }), { day: '2020-01-01', time: '08:00' })).status).toBe(422)
    expect((await wim.post(urls.scheduleSitePage({ page: id }), { day: dayIn(2), time: '08:00' })).status).toBe(303)
    await runJobs(door.front, 'website-publish')
    expect((await stranger().get('/werken-bij-ons')).status).toBe(404)
    door.front.clock.now = new Date(Date.now() + 3 * 86_400_000)
    await runTask(door.front, vuurtoren, 'website-publish-later', { page: id })
    await expect.poll(async () => (await stranger().get('/werken-bij-ons')).status).toBe(200)
    door.front.clock.now = null
    await wim.post(urls.sitePageSettings({ page: id }), {
      parent: parent!,
      slug: 'werken-bij-ons',
      expiresOn: dayIn(-1),
    })
    await expect.poll(async () => (await stranger().get('/werken-bij-ons')).status).toBe(404)
  })

  test('what misses something at its moment waits, says so, and comes when it is put right', async () => {
    const id = await door.front.within(vuurtoren, async (work) => {
      const home = (await pagesOf(work)).find(({ kind }) => kind === 'home')!
      return makePage(work, { parent: home.id, kind: 'page', content: contentWith('Schoolreisq', []) })
    })
    expect((await wim.post(urls.scheduleSitePage({ page: id }), { day: dayIn(2), time: '08:00' })).status).toBe(303)
    const block = {
      id: randomUUID(),
      type: 'call',
      data: { title: 'Ga meeq', text: '', words: 'Ga mee', to: 'page:0' },
    }
    await door.front.within(vuurtoren, async (work) => {
      const change = { page: id, base: 1, part: null }
      await changePage(work, { ...change, apply: (content) => ({ ...content, blocks: [block] }) })
    })
    door.front.clock.now = new Date(Date.now() + 3 * 86_400_000)
    await runTask(door.front, vuurtoren, 'website-publish-later', { page: id })
    expect((await page('schoolreisq')).published).toBe(null)
    expect(await wim.text(urls.website())).toContain('Kon niet komen op')
    expect(await wim.text(urls.sitePage({ page: id }))).toContain('leidt nergens naartoe')
    door.front.clock.now = null
    await wim.post(urls.removeSiteBlock({ page: id, block: block.id }), { base: '2' })
    expect((await wim.post(urls.publishSitePage({ page: id }), { base: '3' })).status).toBe(303)
    await shows('/schoolreisq', 'Schoolreisq')
    expect(await wim.text(urls.website())).not.toContain('Kon niet komen op')
  })

  test('searching finds Dutch words in all their forms, and nothing that is not published', async () => {
    await door.front.within(vuurtoren, async (work) => {
      const home = (await pagesOf(work)).find(({ kind }) => kind === 'home')!
      const content = contentWith('Op de fiets', [textBlock('Alle kinderen fietsen naar schoolq.')])
      await publishPage(work, await makePage(work, { parent: home.id, kind: 'page', content }))
      await makePage(work, {
        parent: home.id,
        kind: 'page',
        content: contentWith('Geheim', [textBlock('Verborgen fietsplanq.')]),
      })
    })
    const found = await textOf(urls.searchSite({ q: 'fietsen' }))
    expect(found).toContain('Op de fiets')
    expect(found).not.toContain('Geheim')
    for (const odd of ["'); drop", '%', '&|!', ':*', '\u0000'])
      expect((await stranger().get(urls.searchSite({ q: odd }))).status).toBe(200)
  })
})

describe('a picture with a child', () => {
  const photo = async () => {
    const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#3a7' } })
      .png()
      .toBuffer()
    const made = await prepareImage(bytes, pictureKind)
    if (!made.ok) throw new Error(made.problem)
    return door.front.within(vuurtoren, async (work) => {
      const id = await keepImage(work, door.front.parts.files, 'own', made)
      await work.db
        .insertInto('site_picture')
        .values({ id, alt: 'Een groene muur', width: 1200, height: 800, made_at: work.now })
        .execute()
      return id
    })
  }
  test('is not published without consent, and leaves page, address and copy when it ends', async () => {
    const answer = await asking(door.front, 'photo-website')
    const picture = await photo()
    const folder = mkdtempSync(join(tmpdir(), 'schoolplein-sites-'))
    const copy = () =>
      runTask(door.front, vuurtoren, 'website-copy', {}, { files: door.front.parts.files, sitesFolder: folder })
    const id = await door.front.within(vuurtoren, async (work) => {
      const home = (await pagesOf(work)).find(({ kind }) => kind === 'home')!
      const block = { id: randomUUID(), type: 'image', data: { picture, caption: 'Zuri bij de muurq' } }
      return makePage(work, { parent: home.id, kind: 'page', content: contentWith('Met foto', [block]) })
    })
    const unknown = await wim.post(urls.publishSitePage({ page: id }))
    expect([unknown.status, await unknown.text()]).toEqual([
      422,
      expect.stringContaining('nog niet gezegd of er kinderen op staan'),
    ])
    const fields = { alt: 'Een groene muur', focus: '4', children: 'some', pupils: pupils.zuri }
    expect((await wim.post(urls.sitePictureSettings({ picture }), fields)).status).toBe(303)
    const without = await wim.post(urls.publishSitePage({ page: id }))
    expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('Zuriq Okaforq')])

    for (const guardian of [guardians.ngozi, guardians.kofi]) await answer(guardian, pupils.zuri, 'yes')
    expect((await wim.post(urls.publishSitePage({ page: id }))).status).toBe(303)
    const address = `/media/${picture}/middle.webp`
    await shows('/met-foto', address)
    const served = await stranger().get(address)
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/webp'])
    await copy()
    const copied = () => readFileSync(join(folder, 'vuurtoren.localhost/met-foto/index.html'), 'utf8')
    expect(copied()).toContain(address)
    expect(readFileSync(join(folder, 'vuurtoren.localhost', address)).length).toBeGreaterThan(100)

    await answer(guardians.kofi, pupils.zuri, 'no')
    await hides('/met-foto', address)
    for (const type of ['webp', 'jpg'])
      for (const size of ['small', 'middle', 'large'])
        expect((await stranger().get(`/media/${picture}/${size}.${type}`)).status).toBe(404)
    await copy()
    expect(copied()).not.toContain(address)
    expect(() => readFileSync(join(folder, 'vuurtoren.localhost', address))).toThrow()
  })
})

test('pages stand while the database is away', async () => {
  await shows('/onze-school', 'Waar we voor staan')
  const { pool } = door.front.parts
  const connect = pool.connect
  pool.connect = (() => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))) as never
  try {
    const served = await stranger().request('GET', '/onze-school', undefined, { 'accept-encoding': 'br' })
    expect([served.status, served.headers.get('content-encoding')]).toEqual([200, 'br'])
  } finally {
    pool.connect = connect
  }
})
