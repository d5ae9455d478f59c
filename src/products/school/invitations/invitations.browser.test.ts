import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { inviting } from '#test/inviting.ts'
import { readable } from '#test/readable.ts'
import { world } from '#test/world.ts'
import { codeOf, printed } from './code.ts'
import { inviteRound } from './jobs.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { within, job, newParents, open } = inviting(door)

test.for([
  urls.people(),
  urls.people({ kind: 'team' }),
  urls.groups(),
  urls.group({ id: world.groups.five }),
  urls.person({ id: world.pupils.mila }),
  urls.person({ id: world.guardians.deniz }),
  urls.newGuardianship({ id: world.pupils.mila }),
  urls.invitations(),
  urls.invitationGroup({ id: world.groups.five }),
  urls.invitationTeam(),
  urls.partAccount({ id: world.guardians.ngozi }),
  urls.roles({ id: world.staff.tom }),
  urls.settings(),
  urls.informationRequests(),
])('%s can be read by everyone and keeps its policy, on a phone and a desktop', async (address) => {
  for (const screen of ['phone', 'desktop'] as const) {
    const { page, wrong } = await openAs(world.staff.wim, { viewport: screens[screen] })
    await page.goto(address)
    await readable(page)
    expect(wrong).toEqual([])
    await page.context().close()
  }
})

test.for([
  'phone',
  'desktop',
] as const)('on a %s: the office adds a guardian and hands over a link, and the guardian sees the child', async (screen) => {
  const { page, wrong } = await openAs(world.staff.wim, { viewport: screens[screen] })
  await page.goto(urls.person({ id: world.pupils.noor }))
  await page.getByRole('link', { name: 'Ouder of verzorger toevoegen' }).click()
  await page.getByLabel('Roepnaam').fill(`Opa${screen}q`)
  await page.getByLabel('Achternaam').fill(`Meulen${screen}q`)
  await page.getByLabel('Wat is deze persoon van het kind?').fill('opa')
  await page.getByRole('radio', { name: /stiefouder/ }).check()
  await page.getByRole('button', { name: 'Voeg toe aan Noorq' }).click()
  await page.getByRole('link', { name: `Nodig Opa${screen}q uit` }).click()
  await readable(page)
  await page.getByRole('radio', { name: /Laat me de link zien/ }).check()
  await page.getByRole('button', { name: `Nodig Opa${screen}q uit` }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await readable(page)
  expect(wrong).toEqual([])
  await page.context().close()

  const { context: home, page: phone, wrong: wrongThere } = await openAs(null, { viewport: screens[screen] })
  await phone.goto(link)
  await readable(phone)
  await phone.getByLabel('E-mailadres').fill(`opa-${screen}@thuis.example`)
  await phone.getByLabel('Nieuw wachtwoord').fill('acht blauwe kikkers dansen')
  await phone.getByRole('button', { name: 'Ga naar school' }).click()
  await phone.getByRole('link', { name: 'Kinderen' }).click()
  await phone.getByRole('link', { name: 'Noorq van der Meulenq' }).click()
  await phone.getByRole('heading', { name: 'Wat school weet' }).waitFor()
  await readable(phone)
  expect(wrongThere).toEqual([])
  await home.close()
})

const mailsOf = (round: string) =>
  within(async (work) => {
    const query = work.db.selectFrom('invitation_round').select('mails').where('id', '=', round)
    return (await query.executeTakeFirstOrThrow()).mails
  })

/** Presses "invite" at a group and waits until the round's page follows what happens. */
const startRound = async (page: Page, group: string, how: RegExp) => {
  await page.goto(urls.invitationGroup({ id: group }))
  await page.getByRole('radio', { name: how }).check()
  const listening = page.waitForResponse((response) => /\/live.*round/.test(response.url()))
  await page.getByRole('button', { name: /^Nodig \d+ ouders? uit$/ }).click()
  await listening
  await page.getByRole('progressbar').waitFor()
  await readable(page)
  return page.url().split('/').at(-1)!
}

test.for([
  'phone',
  'desktop',
] as const)('on a %s: the office invites a group by letter, and who types the code of one is in', async (screen) => {
  const [parent] = await newParents(world.pupils.noor, [
    { name: `Brief${screen}q`, email: `brief-${screen}@thuis.example` },
  ])
  const { page, wrong } = await openAs(world.staff.wim, { viewport: screens[screen] })
  const round = await startRound(page, world.groups.five, /Iedereen een brief/)
  await inviteRound.run(job({ round }))
  const print = page.getByRole('link', { name: 'Print de brieven (pdf)' })
  await print.waitFor()
  await readable(page)
  const ready = Number(/(\d+) brie/.exec(await page.getByRole('main').innerText())![1])
  // The browser's own way there: the machine need not know the school's host.
  const pdf = await print.evaluate(async (link) => {
    const answer = await fetch((link as HTMLAnchorElement).href)
    const text = new TextDecoder('latin1').decode(await answer.arrayBuffer())
    return { type: answer.headers.get('content-type'), pages: text.match(/\/Type \/Page\n/g)?.length }
  })
  expect(pdf).toEqual({ type: 'application/pdf', pages: ready })
  expect(wrong).toEqual([])
  await page.context().close()

  const { id } = (await open(parent!))!
  const code = await within(async (work) => codeOf(work, id))
  const { context: home, page: phone, wrong: wrongThere } = await openAs(null, { viewport: screens[screen] })
  await phone.goto(urls.signIn())
  await phone.getByRole('link', { name: 'Ik heb een code' }).click()
  await readable(phone)
  await phone.getByLabel('Code').fill(printed(code).toLowerCase())
  await phone.getByRole('button', { name: 'Verder' }).click()
  await phone.getByText(`Deze uitnodiging is voor Brief${screen}q Nieuwq`).waitFor()
  await phone.getByLabel('E-mailadres').fill(`brief-${screen}@thuis.example`)
  await phone.getByLabel('Nieuw wachtwoord').fill('acht blauwe kikkers dansen')
  await phone.getByRole('button', { name: 'Ga naar school' }).click()
  await phone.getByRole('link', { name: 'Kinderen' }).click()
  await phone.getByRole('link', { name: 'Noorq van der Meulenq' }).waitFor()
  expect(wrongThere).toEqual([])
  await home.close()
})

test.for([
  'phone',
  'desktop',
] as const)('on a %s: a round by mail says how far it is while it goes on', async (screen) => {
  await newParents(
    world.pupils.ravi,
    Array.from({ length: 30 }, (_, at) => ({
      name: `Mail${at}${screen}q`,
      email: `mail${at}-${screen}@thuis.example`,
    })),
  )
  const { page, wrong } = await openAs(world.staff.wim, { viewport: screens[screen] })
  const round = await startRound(page, world.groups.six, /Mail, of een brief/)
  let seen = false
  const each: typeof within = async (run) => {
    const done = await within(run)
    if (!seen && (await mailsOf(round)) > 0) {
      await page.getByText('25 van 30 uitgenodigd').waitFor()
      await readable(page)
      seen = true
    }
    return done
  }
  await inviteRound.run(job({ round }, { each }))
  await page.getByText('30 mails zijn onderweg').waitFor()
  await readable(page)
  expect([seen, wrong]).toEqual([true, []])
  await page.context().close()
})
