import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { siteThemeNames } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { world } from '#test/world.ts'
import { publishSite } from './publishing/publish.ts'

const door = frontDoor()
const { open } = inBrowser(door)
const { staff, vuurtoren } = world

test('a site is made of ten answers, a page is changed where it stands, and strangers read it', async () => {
  const office = await open(staff.wim, urls.startSite(), { viewport: screens.desktop })
  const { page } = office
  const say = (label: string, text: string) => page.getByLabel(label).fill(text)
  await say('Wat moet iemand het eerst lezen?', 'Aan zee leer je ver kijken')
  await say('Wat voor school zijn jullie?', 'Basisschool in de duinen.')
  await say('Hoe groot is de school?', 'Ruim tweehonderd kinderen.')
  await say('Wat zijn de schooltijden?', 'Van 8.30 tot 14.15 uur.')
  await say('Wanneer kan iemand komen kijken?', 'Elke eerste dinsdag.')
  await say('Wie werken er?', 'Hatice: groep 5')
  await say('Wat is het adres?', 'Duinweg 14')
  await page.getByRole('radio', { name: 'Vuurtoren' }).check()
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Maak de website' }).click()
  await page.getByRole('button', { name: 'Zet de website aan' }).click()
  await page.getByRole('link', { name: 'Bekijk de website' }).waitFor()
  await readableInBoth(page)

  await page.getByRole('link', { name: 'Praktisch' }).click()
  await page.getByRole('link', { name: 'Bewerk: Tekst' }).click()
  const box = page.getByRole('textbox', { name: 'Tekst' })
  await box.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Op vrijdag eten we pannenkoeken.')
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByText('Nieuwe versie nog niet op de website').waitFor()
  await readableInBoth(page)
  await page.getByRole('button', { name: 'Zet op de website' }).click()
  await page.getByText('Op de website', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Versies' }).click()
  await page.getByRole('heading', { name: 'Versies' }).waitFor()
  await readableInBoth(page)

  for (const viewport of [screens.phone, screens.desktop]) {
    const stranger = await open(null, '/', { viewport })
    await expect.poll(async () => (await stranger.page.goto('/'))?.status()).toBe(200)
    await readableInBoth(stranger.page)
    await stranger.page.goto('/praktisch')
    await stranger.page.getByText('pannenkoeken').waitFor()
    await readableInBoth(stranger.page)
    await stranger.page.goto(urls.searchSite({ q: 'pannenkoek' }))
    await stranger.page.getByText('1 pagina gevonden').waitFor()
    await readableInBoth(stranger.page)
    expect(stranger.wrong).toEqual([])
  }
  expect(office.wrong).toEqual([])
})

/** What Word puts on the clipboard: its own marks, classes, styles and comments around what somebody wrote. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
  <head><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri"} --></style></head><body>
  <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
  <p class=MsoNormal>Eerstq<o:p></o:p></p>
  <h2 style='mso-style-name:Kop2;color:#2F5496'>Uit Wordq<o:p></o:p></h2>
  <p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span lang=NL
    style='font-family:"Comic Sans MS";color:red'>Vetq</span></b> en gewoon<o:p></o:p></p>
  <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt'>Een regelq<o:p></o:p></p>
  <a href="javascript:alert(1)">Klik</a><img src="file:///C:/Users/x/foto.png"><script>alert(1)</script>
  </body></html>`

test('text that is pasted from Word leaves the looks of Word behind', async () => {
  const office = await open(staff.wim, urls.website(), { viewport: screens.desktop })
  const { page } = office
  await page.getByRole('link', { name: 'Onze school' }).click()
  await page.getByRole('link', { name: 'Bewerk: Tekst' }).click()
  const box = page.getByRole('textbox', { name: 'Tekst' })
  await box.click()
  await page.keyboard.press('Control+End')
  await box.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, FROM_WORD)
  await box.getByText('Uit Wordq').waitFor()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('button', { name: 'Zet op de website' }).click()
  await page.getByText('Op de website', { exact: true }).waitFor()
  const read = () => door.front.stranger().text('/onze-school')
  await expect.poll(read).toContain('Uit Wordq')
  const html = (await read()).split('<main')[1]!.split('</main>')[0]!
  expect(html).toMatch(/<h[23][^>]*>Uit Wordq<\/h[23]>/)
  expect(html).toContain('<strong>Vetq</strong>')
  expect(html).toMatch(/<ul><li><p>Een regelq/)
  expect(/mso|style=|Comic|javascript|file:|o:p|MsoNormal|<script|<font/i.exec(html)).toBeNull()
  expect(office.wrong).toEqual([])
})

test.each(
  siteThemeNames,
)('the theme %s reads in the light and in the dark, on a phone and a desktop', async (theme) => {
  await door.front.within(vuurtoren, async (work) => {
    await work.db.updateTable('site').set({ theme }).execute()
    await publishSite(work)
  })
  for (const viewport of [screens.phone, screens.desktop]) {
    const stranger = await open(null, '/', { viewport })
    await expect
      .poll(async () => {
        await stranger.page.goto('/')
        return stranger.page.locator(`[data-site="${theme}"]`).count()
      })
      .toBe(1)
    const alsoOnPhone = viewport === screens.phone ? ['/praktisch', '/team', '/agenda'] : []
    for (const address of ['/', '/contact', ...alsoOnPhone]) {
      await stranger.page.goto(address)
      await readableInBoth(stranger.page)
    }
    expect(stranger.wrong).toEqual([])
  }
})

const java = ['/usr/bin/java', `${process.env.JAVA_HOME ?? '/none'}/bin/java`].find(existsSync)

test.skipIf(!java)('what strangers get is right HTML (Nu HTML checker; needs java)', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schoolplein-vnu-'))
  const files: string[] = []
  for (const path of ['/', '/onze-school', '/praktisch', '/nieuws', '/team', urls.accessibility(), '/nothing-here']) {
    const file = join(folder, `${files.length}.html`)
    writeFileSync(file, await (await door.front.stranger().get(path)).text())
    files.push(file)
  }
  const jar = createRequire(import.meta.url)('vnu-jar') as string
  const run = promisify(execFile)(java!, ['-Xss2m', '-jar', jar, '--errors-only', '--stdout', ...files])
  const { stdout } = await run.catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})
