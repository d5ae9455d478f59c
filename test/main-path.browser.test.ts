import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { createFounding, type Founding } from '#products/school/founding/founding.tsx'
import { asOwner } from '#shared/database/migrate.ts'
import { createApp } from '#src/app.ts'
import { inBrowser, type Screen, screens } from './browser.ts'
import { frontDoor } from './front-door.ts'
import { readable } from './readable.ts'

const door = frontDoor()
const { at, openAs } = inBrowser(door, () => application.hono)
let founding: Founding
let application: ReturnType<typeof createApp>

beforeEach(async () => {
  door.front.clock.now = new Date('2026-11-24T07:05:00+01:00')
  await asOwner(door.front.server.owner, (client) => client.query('truncate account, organisation cascade'))
  founding = createFounding({ ...door.front.parts, owner: door.front.server.owner })
  application = createApp({ ...door.front.parts, ...founding.parts })
})

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<EDEX>
  <school>
    <schooljaar>2026-2027</schooljaar>
    <peildatum>2026-11-02</peildatum>
    <brincode>99QM</brincode>
    <xsdversie>2.1</xsdversie>
  </school>
  <groepen>
    <groep key="g8"><naam>Groep 8</naam><jaargroep>8</jaargroep></groep>
  </groepen>
  <leerlingen>
    <leerling key="101"><achternaam>Bakkerq</achternaam><roepnaam>Noorq</roepnaam><jaargroep>8</jaargroep><groep key="g8"/><bsn>999999990</bsn></leerling>
    <leerling key="102"><achternaam>Kayaq</achternaam><roepnaam>Elifq</roepnaam><jaargroep>8</jaargroep><groep key="g8"/></leerling>
  </leerlingen>
  <leerkrachten>
    <leerkracht key="L1"><achternaam>Petersq</achternaam><roepnaam>Liaq</roepnaam><groepen><groep key="g8"><rol>LRK</rol></groep></groepen></leerkracht>
  </leerkrachten>
</EDEX>`

/** A device of one person, and everything that must not happen on it. */
const device = async (screen: Screen) => {
  const { context, page, wrong } = await openAs(null, { viewport: screens[screen] })
  return { page, wrong, close: () => context.close() }
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** Codes from an app, as every member of the team sets them up. */
const secureAccount = async (page: Page) => {
  await page.getByText('Met een app die codes geeft').click()
  const secret = await page.locator('input[name=secret]').inputValue()
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: door.front.clock.now!.getTime() })
  await page.getByLabel('Code uit de app').fill(code)
  await page.locator('form:has(input[name=secret]) button').click()
  await page.getByRole('heading', { name: 'Bewaar deze codes' }).waitFor()
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
}

const setUp = async (page: Page) => {
  await page.goto(at('/', 'localhost'))
  await page.getByLabel('Code').fill(founding.code)
  await page.getByLabel('Naam van het bestuur').fill('Stichting Duinrandq')
  await page.getByLabel('Naam van de school').fill('De Bronq')
  await page.getByLabel('Roepnaam').fill('Wimq')
  await page.getByLabel('Achternaam').fill('Postmaq')
  await page.getByLabel('E-mailadres').fill('wim@debron.example')
  await page.getByLabel('Nieuw wachtwoord').fill('zeven groene fietsen rijden')
  await press(page, 'Maak de school')
  await page.getByRole('link', { name: 'Ga naar De Bronq' }).click()
  await page.waitForURL(/second-factor/)
  await secureAccount(page)
}

const importFile = async (page: Page) => {
  await page.getByRole('heading', { name: 'Bestand inlezen' }).waitFor()
  await page
    .getByLabel('EDEXML- of OneRoster-bestand')
    .setInputFiles({ name: 'EDEX.xml', mimeType: 'text/xml', buffer: Buffer.from(FILE) })
  await press(page, 'Bekijk wat er verandert')
  await page.getByRole('heading', { name: 'Wat er verandert' }).waitFor()
  await readable(page)
  await press(page, 'Lees dit bestand in')
  await page.waitForLoadState()
}

/** The office gives the team its roles as the file proposes them. */
const giveRoles = async (page: Page) => {
  await page.getByRole('link', { name: 'Geef het team zijn rollen' }).click()
  await press(page, /Geef deze rollen/)
  await page.getByRole('button', { name: /Geef deze rollen/ }).waitFor({ state: 'detached' })
}

const openPerson = async (page: Page, kind: string, name: string) => {
  await page.goto(`${new URL(page.url()).origin}/people?kind=${kind}`)
  await page.getByRole('link', { name: new RegExp(name) }).click()
}

/** Invites the person whose page is open, by a link that is shown. */
const linkFor = async (page: Page, name: string) => {
  await page.getByRole('link', { name: `Nodig ${name} uit` }).click()
  await page.getByRole('radio', { name: /Laat me de link zien/ }).check()
  await press(page, `Nodig ${name} uit`)
  return page.getByLabel('Link', { exact: true }).inputValue()
}

/** Somebody with a link makes an account of their own. */
const accept = async (page: Page, link: string, address: string, password: string) => {
  await page.goto(link)
  await page.getByLabel('E-mailadres').fill(address)
  await page.getByLabel('Nieuw wachtwoord').fill(password)
  await press(page, 'Ga naar school')
  await page.getByLabel('Nieuw wachtwoord').waitFor({ state: 'detached' })
}

test.for(['phone', 'desktop'] as const)('from an empty installation to a report on the teacher’s open list, on a %s', {
  timeout: 180_000,
}, async (screen) => {
  const office = await device(screen)
  await setUp(office.page)
  await importFile(office.page)
  await giveRoles(office.page)
  await openPerson(office.page, 'team', 'Liaq')
  const forTeacher = await linkFor(office.page, 'Liaq')
  await openPerson(office.page, 'pupils', 'Noorq')
  await office.page.getByRole('link', { name: 'Ouder of verzorger toevoegen' }).click()
  await office.page.getByLabel('Roepnaam').fill('Ngoziq')
  await office.page.getByLabel('Achternaam').fill('Okaforq')
  await office.page.getByLabel('Wat is deze persoon van het kind?').fill('moeder')
  await office.page.getByRole('radio', { name: /^Ja/ }).first().check()
  await press(office.page, 'Voeg toe aan Noorq')
  const forGuardian = await linkFor(office.page, 'Ngoziq')
  await readable(office.page)

  const teacher = await device(screen)
  await accept(teacher.page, forTeacher, 'lia@debron.example', 'acht blauwe kikkers dansen')
  await secureAccount(teacher.page)
  await teacher.page
    .getByRole('link', { name: /Groep 8/ })
    .first()
    .click()
  await teacher.page.getByRole('heading', { name: 'Groep 8' }).waitFor()
  await readable(teacher.page)
  expect(await teacher.page.locator('main').innerText()).not.toMatch(/Ziek/)

  const guardian = await device(screen)
  await accept(guardian.page, forGuardian, 'ngozi@thuis.example', 'negen rode bellen klinken')
  await readable(guardian.page)
  await guardian.page.getByRole('link', { name: 'Naar Vandaag' }).click()
  await guardian.page.getByRole('link', { name: 'Ziek melden' }).click()
  await readable(guardian.page)
  await guardian.page.getByLabel(/Wil je iets zeggen/).fill('Haar boek ligt in haar la.')
  await press(guardian.page, /^Meld Noorq ziek/)
  await guardian.page.getByText(/heeft je melding/).waitFor()
  await readable(guardian.page)

  // The teacher's page was not loaded again: it heard of the report and renewed itself.
  await teacher.page.getByText('Haar boek ligt in haar la.').waitFor()
  await office.page.goto(`${new URL(office.page.url()).origin}/absences`)
  await office.page.getByText('Noorq').first().waitFor()
  await readable(office.page)

  expect([office.wrong, teacher.wrong, guardian.wrong]).toEqual([[], [], []])
  for (const { close } of [office, teacher, guardian]) await close()
})
