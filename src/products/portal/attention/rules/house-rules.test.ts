import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { Module } from '#shared/access/module.ts'
import { path } from '#shared/access/path.ts'
import { signedIn } from '#shared/access/rule.ts'
import { answerItem, type Given, giveItem } from '#shared/attention/item.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { arrivesLater, readersOf } from '../readers/readers.ts'

const { vuurtoren, guardians, staff, pupils } = world
const sending = path('/test-sending')
/** A module in which anybody sends something urgent to Fenna. */
const urgent = new Module('alarms', { nl: 'Alarm', en: 'Alarm' }).post(sending, signedIn, async (visit) => {
  const readers = [guardians.fenna]
  await giveItem(visit.work, { module: 'alarms', subject: randomUUID(), readers, class: 'urgent' })
  return visit.seeOther(urls.home())
})
const door = frontDoor({ extra: [urgent] })
const as = (person: string) => door.front.as(person, vuurtoren)
const rules = async (typed: Record<string, string | string[]>) => {
  const all = ['teacher', 'substitute', 'support', 'principal', 'administrator']
  expect((await (await as(staff.wim)).post(urls.messageRules(), { urgent: all, ...typed })).status).toBe(303)
}
const give = (
  reader: string,
  more: Pick<Given, 'class'> & { answerBy?: string; until?: Date },
  subject = randomUUID(),
) =>
  door.front
    .within(vuurtoren, (work) => giveItem(work, { module: 'absences', subject, readers: [reader], ...more } as Given))
    .then(() => subject)
const told = async () => (await runJobs(door.front, 'attention')).map(({ subject }) => subject)
const task = async (name: string) => {
  await runTask(door.front, vuurtoren, name, {})
  return told()
}

beforeEach(async () => {
  setClock(door.front, week.tuesday, '09:00')
  await told()
  await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('attention_item').execute())
  await rules({})
})

test('who may send something urgent is the school’s to say; who may not reads why, and nothing leaves', async () => {
  await rules({ urgent: ['principal'] })
  const refused = await (await as(staff.hatice)).post(sending())
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('Op jouw school stuurt jouw rol geen dringende berichten.'),
  ])
  expect(await told()).toEqual([])
  expect((await (await as(staff.anouk)).post(sending())).status).toBe(303)
  // What a family sets going is not the school's sending.
  expect((await (await as(guardians.ngozi)).post(sending())).status).toBe(303)
  expect(await told()).toHaveLength(2)
})

test('a family that was told often enough this week gets the rest with the digest, and the sender reads it before', async () => {
  await rules({ weekMost: '2' })
  const audience = { pupils: [pupils.mila], guardians: [guardians.fenna] }
  const says = () =>
    door.front.within(vuurtoren, async (work) =>
      arrivesLater(work, 'nl', await readersOf(work, audience, staff.hatice)),
    )
  for (let sent = 0; sent < 2; sent++) {
    setClock(door.front, week.tuesday, `09:0${sent}`)
    await give(guardians.fenna, { class: 'answer', answerBy: week.friday })
    expect(await told()).toEqual(['School vraagt je iets'])
  }
  expect(await says()).toContain('1 ouder kreeg deze week al 2 keer bericht.')
  await give(guardians.fenna, { class: 'answer', answerBy: week.friday })
  expect(await told()).toEqual([])
  setClock(door.front, week.tuesday, '09:05')
  await give(guardians.fenna, { class: 'urgent' })
  expect(await told()).toEqual(['Er is iets dringends van school'])
  setClock(door.front, week.tuesday, '17:00')
  expect(await task('attention-digest')).toEqual(['Er staan berichten voor je klaar'])
  const page = await (await as(staff.wim)).text(urls.messageRules())
  expect(page).toContain('gemiddeld 4 keer bericht')
  expect(page).toContain('3 tot 5 keer')
  setClock(door.front, week.nextMonday, '09:00')
  expect(await says()).toBe(null)
})

test('families are told within the school’s hours; what is urgent comes at once', async () => {
  await rules({ familyFrom: '7:30', familyUntil: '20:00' })
  setClock(door.front, week.tuesday, '21:00')
  await give(guardians.fenna, { class: 'answer', answerBy: week.friday })
  expect(await told()).toEqual([])
  await give(guardians.fenna, { class: 'urgent' })
  expect(await told()).toEqual(['Er is iets dringends van school'])
  setClock(door.front, week.wednesday, '07:30')
  expect(await told()).toEqual(['School vraagt je iets'])
})

test('a promised answer: its reader is reminded once on the day, and what is late stands with the principal', async () => {
  await rules({ answerWithin: '1' })
  const until = new Date(`${week.nextMonday}T12:00:00Z`)
  const subject = await give(staff.hatice, { class: 'answer', answerBy: week.wednesday, until })
  await told()
  expect(await task('attention-promise')).toEqual([])
  setClock(door.front, week.wednesday, '08:10')
  expect(await task('attention-promise')).toEqual(['Een ouder wacht op antwoord'])
  expect(await task('attention-promise')).toEqual([])
  const anouk = await as(staff.anouk)
  expect(await anouk.text(urls.home())).not.toContain('langer dan beloofd')
  setClock(door.front, week.thursday, '08:10')
  expect(await anouk.text(urls.home())).toContain('Eén vraag wacht langer dan beloofd')
  const late = await anouk.text(urls.messageRules())
  expect(late).toContain('Haticeq Aydınq')
  expect(late).toContain('De ene vraag van een ouder van de laatste 30 dagen kreeg niet op tijd antwoord.')
  // A teacher who left: the question stays the school's.
  const ended = { to_on: week.wednesday }
  await door.front.within(vuurtoren, ({ db }) =>
    db.updateTable('person_role').set(ended).where('person_id', '=', staff.hatice).execute(),
  )
  expect(await anouk.text(urls.home())).toContain('Eén vraag wacht langer dan beloofd')
  await door.front.within(vuurtoren, (work) => answerItem(work, { module: 'absences', subject }))
  expect(await anouk.text(urls.home())).not.toContain('langer dan beloofd')
})

test('what cannot be is said beside the field, with what was typed', async () => {
  const wim = await as(staff.wim)
  const refused = await wim.post(urls.messageRules(), { weekMost: '99', familyFrom: '20:00', familyUntil: '7:00' })
  const page = await refused.text()
  expect([refused.status, page.match(/De tweede is later/g)?.length, page.includes('Kies uit de lijst.')]).toEqual([
    422,
    1,
    true,
  ])
})
