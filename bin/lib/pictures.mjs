// Takes the pictures of docs/ from a demo that runs: PORT=3222 DATA_DIR=/tmp/pictures bin/start, then
// PORT=3222 DATA_DIR=/tmp/pictures node bin/lib/pictures.mjs [NAME…]. It is always a school morning there, so they come out alike.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { urls } from '../../src/urls.ts'

const root = join(import.meta.dirname, '../..')
const port = process.env.PORT ?? '3000'
const wanted = process.argv.slice(2)
const on = (label) => `http://${label}localhost:${port}`
const school = on('vuurtoren.')
/** Where somebody signs in: the supplier's own people on the supplier's host. */
const hostOf = (person) => (person.startsWith('supplier') ? on('supplier.') : school)

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
const DESKTOP = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }
const LARGEST = 80 * 1024

const inside = (name) => async (page) => {
  const list = page.url()
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.waitForURL(({ href }) => href !== list)
}
const pupil = (name) => [urls.people({ name }), inside(name)]

/** Today's school as a file, with one new pupil: something to see the difference of. */
const fileOfToday = () => {
  const args = ['export', 'edexml', '--organisation', 'vuurtoren.localhost']
  const xml = execFileSync(join(root, 'bin/schoolplein'), args, { encoding: 'utf8' })
  const [, group] = /<groep key="([^"]+)">\s*<naam>Groep 5</.exec(xml)
  const pupil = `<leerling key="4711"><achternaam>Zeewolde</achternaam><roepnaam>Jip</roepnaam><geslacht>0</geslacht>
    <jaargroep>5</jaargroep><groep key="${group}"/></leerling>`
  return xml.replace('<leerlingen>', `<leerlingen>${pupil}`)
}

const readIn = async (page) => {
  await page.setInputFiles('input[type=file]', {
    name: 'EDEX.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from(fileOfToday()),
  })
  await page.getByRole('main').locator('form button').first().click()
  await page.waitForURL(/imports\/.+/)
}

/** Somebody's letter in this language, as a picture of the page; pdftoppm (poppler-utils) draws it. */
const letter = async (page, language) => {
  await inside('Groep 6')(page)
  await inside('Natasja de Bruijn')(page)
  const pdf = await page.evaluate(
    async (body) => {
      await fetch('', { method: 'POST', body: new URLSearchParams(body) })
      const bytes = new Uint8Array(await (await fetch(`${location.pathname}/letter`)).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    { how: 'letter', language },
  )
  const png = execFileSync('pdftoppm', ['-r', '110', '-png', '-'], { input: Buffer.from(pdf, 'base64') })
  return sharp(png).webp({ quality: 75 }).toBuffer()
}

/** What school knows of Mila, one part of it open. */
const myData = async (page) => {
  await inside('Mila')(page)
  await inside(/^(Alle gegevens|All data)/)(page)
  await page.locator('main summary').nth(2).click()
}

/** Who looked at Mila. */
const lookedAt = async (page) => {
  await page.getByRole('main').locator('input').first().fill('Mila')
  await page.getByRole('main').locator('form button').first().click()
  await page.waitForURL(/\?/)
}

const anIncident = async (page) => {
  await page.locator('main a.row-link').first().click()
  await page.locator('ol.steps').waitFor()
}

/** Name, who looks (nobody: the start page), how, where it begins, and what is done there before the picture is taken; that
 * may answer another picture. */
const pictures = [
  ['start', null, DESKTOP, on('')],
  ['report', 'guardian', PHONE, urls.newAbsence()],
  ['child', 'guardian', PHONE, urls.children(), inside('Mila')],
  ['consents', 'guardian', PHONE, urls.consents()],
  ['consent-coverage', 'administrator', DESKTOP, urls.consentCoverage()],
  ['messages', 'guardian', PHONE, urls.messages(), inside(/^(Team (van|of)|Materiaal)/)],
  ['message-list', 'teacher', PHONE, urls.messages()],
  ['conversations', 'guardian-two-children', PHONE, urls.conversations(), inside(/^(Kies een tijd|Choose a time)/)],
  ['conversation-round', 'teacher', PHONE, urls.conversationRounds(), inside(/^(Voortgang)/)],
  ['news', 'guardian', PHONE, urls.news(), inside(/boten/)],
  ['write-news', 'teacher', DESKTOP, urls.news({ show: 'drafts' }), inside(/Verf/)],
  ['day-list', 'teacher', PHONE, urls.dayLists(), inside('Groep 5')],
  ['office', 'administrator', DESKTOP, urls.schoolAbsences()],
  ['m365-plan', 'administrator', DESKTOP, urls.m365(), inside(/^Plan/)],
  ['pupil', 'administrator', DESKTOP, ...pupil('Mila')],
  ['import', 'administrator', DESKTOP, urls.imports(), readIn],
  ['school-year', 'administrator', DESKTOP, urls.schoolYears(), inside(/\d{4}-\d{4}/)],
  ['microsoft', 'administrator', DESKTOP, urls.microsoftSettings()],
  ['site-form', 'administrator', DESKTOP, urls.siteForms(), inside('Kom kijken')],
  ['inbox', 'administrator', DESKTOP, urls.inbox()],
  ['visitors', null, DESKTOP, school + urls.visitors()],
  ['statistics', 'administrator', DESKTOP, urls.siteStatistics({ period: 'year' })],
  ['invitations', 'administrator', DESKTOP, urls.invitations()],
  ['letter', 'administrator', DESKTOP, urls.invitations(), letter],
  ['sign-in', null, PHONE, school + urls.signIn()],
  ['me', 'guardian', PHONE, urls.me()],
  ['rights', 'administrator', DESKTOP, urls.rights(), (page) => page.locator('main summary').nth(1).click()],
  ['access-review', 'principal', DESKTOP, urls.accessReviews(), inside(/^(Ga verder|Go on)/)],
  ['recoveries', 'principal', DESKTOP, urls.recoveries()],
  ['my-data', 'guardian', PHONE, urls.children(), myData],
  ['privacy-desk', 'privacy-officer', DESKTOP, urls.privacyDesk()],
  ['register', 'privacy-officer', DESKTOP, urls.register(), (page) => page.locator('main summary').first().click()],
  ['retention', 'privacy-officer', DESKTOP, urls.retention()],
  ['looks', 'privacy-officer', DESKTOP, urls.looks(), lookedAt],
  ['alarms', 'privacy-officer', DESKTOP, urls.alarms()],
  ['incident', 'privacy-officer', DESKTOP, urls.incidents(), anIncident],
  ['support-window', 'guardian', PHONE, urls.mySupportWindows(), inside(/Mila/)],
  ['customer-windows', 'supplier-support', DESKTOP, urls.customerWindows()],
  ['terms', 'guardian-new-terms', PHONE, urls.terms()],
]

const signIn = async (page, person) => {
  await page.goto(hostOf(person) + urls.signIn())
  await page.evaluate(
    ([address, body]) => fetch(address, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' }),
    [urls.demoSignIn(), { person }],
  )
}

const screenOf = async (page) => {
  const devTools = await page.context().newCDPSession(page)
  const { data } = await devTools.send('Page.captureScreenshot', { format: 'webp', quality: 75 })
  return Buffer.from(data, 'base64')
}

const take = async (browser, language, [name, person, look, start, act]) => {
  const context = await browser.newContext({ ...look, locale: language === 'nl' ? 'nl-NL' : 'en-GB' })
  const page = await context.newPage()
  if (person) await signIn(page, person)
  await page.goto(person ? hostOf(person) + start : start)
  const drawn = await act?.(page, language)
  // A page that follows changes never comes to rest on the network; its letters do.
  await page.evaluate(() => document.fonts.ready)
  const bytes = drawn ?? (await screenOf(page))
  await context.close()
  if (bytes.length > LARGEST)
    throw new Error(`${name} is larger than a page of docs/ should carry: ${bytes.length} bytes`)
  writeFileSync(join(root, `docs/pictures/${name}.${language}.webp`), bytes)
  console.log(`${name}.${language}.webp ${bytes.length}`)
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  for (const picture of pictures.filter(([name]) => wanted.length === 0 || wanted.includes(name)))
    for (const language of ['nl', 'en']) await take(browser, language, picture)
} finally {
  await browser.close()
}
