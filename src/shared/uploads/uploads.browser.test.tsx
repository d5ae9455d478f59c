import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Module } from '#shared/access/module.ts'
import { path } from '#shared/access/path.ts'
import { signedIn } from '#shared/access/rule.ts'
import { readRichText } from '#shared/rich-text/index.ts'
import { Button, Form, PageHead, RichProse, RichTextField, UploadField } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { phonePhoto } from '#test/uploading.ts'
import { world } from '#test/world.ts'
import { acceptOf, uploadPurpose } from './index.ts'

const { vuurtoren, staff } = world
const purpose = uploadPurpose({
  name: 'test-page',
  rule: signedIn,
  picture: { name: 'test-page', variants: { small: { width: 90, height: 90, fit: 'inside' } } },
  maxBytes: 9 * 1024 * 1024,
  arrived: async () => {},
})

/** A page such as a module makes: somebody writes and adds photos. */
const address = path('/test-writing')
const posted: Record<string, unknown>[] = []
const writing = new Module('test-writing', { nl: 'Schrijven', en: 'Writing' })
  .get(address, signedIn, (visit) =>
    visit.page(
      { title: 'Schrijven', editor: true },
      <>
        <PageHead title="Schrijven" />
        <Form action={address()} multipart>
          <RichTextField name="text" label="Wat is er?" document={readRichText('# Plein\n\nOud **vet** stuk.')} />
          <UploadField
            purpose={purpose.name}
            to={urls.uploads()}
            accept={acceptOf(purpose)}
            name="photos"
            label="Foto’s"
            then="do=add"
          />
          <Button name="do" value="add">
            Bewaar
          </Button>
        </Form>
      </>,
    ),
  )
  .post(
    address,
    signedIn,
    (visit) => {
      posted.push({ ...visit.typed, photos: visit.filesIn('photos').length })
      const document = readRichText(String(visit.typed.text))
      return visit.page({ title: 'Schrijven', status: 422 }, document && <RichProse document={document} />)
    },
    { maxBytes: 32 * 1024 * 1024 },
  )

const door = frontDoor({ extra: [writing] })
let server: Server
let browser: Browser
let base: string
beforeAll(async () => {
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  base = `http://vuurtoren.localhost:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const open = async (width: number, javaScriptEnabled = true): Promise<{ page: Page; wrong: string[] }> => {
  const { cookie } = await door.front.as(staff.hatice, vuurtoren)
  const [name, value] = cookie.split('=') as [string, string]
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    javaScriptEnabled,
    reducedMotion: 'reduce',
    locale: 'nl-NL',
    // What a service worker fetches passes by the routes with which a line is broken here.
    serviceWorkers: 'block',
  })
  await context.addCookies([{ name, value, url: base }])
  const page = await context.newPage()
  const wrong = await watch(page)
  await page.goto(base + address())
  return { page, wrong }
}

/** The editor takes focus, and reads where the caret stands, in a frame of its own: no hand is quicker than that. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

const paste = (page: Page, html: string) =>
  page.locator('.editor-text').evaluate((element, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><h1 style='color:#2F5496'>Schoolreis<o:p></o:p></h1>
<p class=MsoNormal><span style='font-family:Comic Sans MS;color:red'>Neem <b>oude kleren</b> mee.</span><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>krijt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>verf</p>
<p class=MsoNormal><a href="javascript:alert(1)">klik</a><img src="https://elsewhere.example/pixel.png"></p><!--EndFragment--></body></html>`

test.each([390, 1280])('somebody writes, pastes from Word and sends, at %i wide', async (width) => {
  posted.length = 0
  const { page, wrong } = await open(width)
  await page.locator('.editor-text').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.type('Kom kijken')
  await page.keyboard.press('ControlOrMeta+a')
  await page.getByRole('button', { name: 'Vet' }).click()
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await page.getByLabel('Adres van de link').fill('school.example/plein')
  await page.keyboard.press('Enter')
  await page.locator('.editor-text:focus a').waitFor()
  await drawn(page)
  await page.locator('.editor-text').press('ArrowRight')
  await page.waitForFunction(() => getSelection()?.isCollapsed)
  await drawn(page)
  await page.locator('.editor-text').press('Enter')
  await page.locator('.editor-text p').nth(1).waitFor({ state: 'attached' })
  await paste(page, WORD)
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect.poll(() => posted.length).toBe(1)
  const html = await page.locator('.rich').innerHTML()
  expect(html).toBe(
    '<p><strong><a href="https://school.example/plein" rel="noreferrer" data-turbo="false">Kom kijken</a></strong></p>' +
      '<h2>Schoolreis</h2><p>Neem <strong>oude kleren</strong> mee.</p><ul><li><p>krijt</p></li><li><p>verf</p></li></ul><p>klik</p>',
  )
  expect(wrong).toEqual([])
})

test('many photos go at once, go on after the line broke, and say why one is refused', async () => {
  posted.length = 0
  const { page, wrong } = await open(390)
  let [parts, broken] = [0, 0]
  await page.route('**/uploads/*', (route) => {
    if (route.request().method() === 'POST' && ++parts === 2) {
      broken++
      return route.abort('connectionreset')
    }
    return route.continue()
  })
  const photos = await Promise.all([1800, 1900].map((size) => phonePhoto(size, size)))
  const noise = Buffer.alloc(3 * 1024 * 1024, 'q')
  const large = Buffer.concat([await phonePhoto(), noise])
  await page
    .getByLabel('Foto’s')
    .setInputFiles([
      ...[...photos, large].map((bytes, at) => ({ name: `foto${at}.jpg`, mimeType: 'image/jpeg', buffer: bytes })),
      { name: 'programma.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90') },
    ])
  await page.getByText('Dit bestand is geen foto.').waitFor()
  await expect.poll(() => posted.length, { timeout: 20_000 }).toBe(1)
  expect(broken).toBe(1)
  expect(posted[0]).toMatchObject({
    do: 'add',
    photos: 0,
    upload: [expect.any(String), expect.any(String), expect.any(String)],
  })
  const rows = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('upload').select(['received', 'bytes', 'state']).where('state', '=', 'checking').execute(),
  )
  expect(rows.map(({ received }) => Number(received)).sort()).toEqual(
    [...photos, large].map(({ length }) => length).sort(),
  )
  expect(wrong.filter((one) => !/ERR_CONNECTION_RESET|422/.test(one))).toEqual([])
})

test('without script the same form takes text with signs and files', async () => {
  posted.length = 0
  const { page } = await open(390, false)
  expect(await page.locator('textarea').inputValue()).toBe('# Plein\n\nOud **vet** stuk.')
  await page.locator('textarea').fill('Nieuw\n\n- krijt')
  await page
    .locator('input[type=file]')
    .setInputFiles([1, 2].map((at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from('q') })))
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.locator('.rich').waitFor()
  expect(await page.locator('.rich').innerHTML()).toBe('<p>Nieuw</p><ul><li><p>krijt</p></li></ul>')
  expect(posted).toMatchObject([{ photos: 2 }])
})
