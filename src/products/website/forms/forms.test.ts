import { expect, test } from 'vitest'
import { erasePerson } from '#shared/retention/erase.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { world } from '#test/world.ts'
import { rateOf } from './doubt.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, staff } = world
const QUICK = 5_000

const as = (person: string) => door.front.as(person, vuurtoren)

/** A form made from a template and opened; answers its address for visitors and its id. */
const opened = async (template: string, by = staff.wim) => {
  const office = await as(by)
  const made = await office.post(urls.newSiteForm(), { template })
  const edit = made.headers.get('location')!
  const id = edit.split('/').at(-1)!
  await office.post(urls.siteFormState({ id }), { state: 'open' })
  const [, slug] = /href="\/forms\/([a-z0-9-]+)"/.exec(await office.text(edit))!
  return { office, edit, id, slug: slug!, page: urls.siteForm({ slug: slug! }) }
}

const stampIn = (page: string) => /name="stamp" value="([^"]+)"/.exec(page)![1]!

/** What a careful visitor does: opens the page, reads, and sends a while later. */
const sendAs = async (
  browser: Browser,
  page: string,
  fields: Record<string, string | string[]>,
  waits = QUICK,
): Promise<{ answer: Response; stamp: string }> => {
  const began = door.front.clock.now ?? new Date()
  const stamp = stampIn(await browser.text(page))
  door.front.clock.now = new Date(began.getTime() + waits)
  return { answer: await browser.post(page, { stamp, ...fields }), stamp }
}

const contact = {
  name: 'Saskiaq van Dorenq',
  mail: 'saskia@voorbeeldq.nl',
  'a-subject': 'Een vraag',
  'a-message': 'Wanneer is de open dagq?',
}

const linkIn = (text: string) => /\/sent\/[\w-]+/.exec(text)![0]
const inboxOf = async (browser: Browser, show?: string) => {
  const page = await browser.text(show ? urls.inbox({ show }) : urls.inbox())
  return [...page.matchAll(/href="(\/inbox\/[0-9a-f-]{36})"/g)].map((match) => match[1]!)
}

test('a message arrives sealed, its sender gets a link, the office answers, and both read all of it', async () => {
  const { office, page } = await opened('contact')
  const stranger = door.front.stranger()
  const { answer } = await sendAs(stranger, page, contact)
  expect([answer.status, stranger.cookie]).toEqual([303, ''])
  expect(await stranger.text(answer.headers.get('location')!)).toContain('Je bericht is aangekomen')

  const raw = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('site_submission').select(['id', 'sender_id', 'link_hash']).execute(),
  )
  expect(raw).toHaveLength(1)
  const [copy, ...more] = await runJobs(door.front, 'site-form')
  expect([copy?.to, more]).toEqual([contact.mail, []])
  expect(copy!.text).not.toMatch(/Saskiaq|open dagq/)
  const link = linkIn(copy!.text)

  const [message] = await inboxOf(office)
  expect(await office.text(message!)).toContain('Wanneer is de open dagq?')
  const requestKey = crypto.randomUUID()
  const said = { what: 'answer', requestKey, text: 'Op zaterdagq.' }
  for (let twice = 0; twice < 2; twice++) expect((await office.post(`${message}/answer`, said)).status).toBe(303)
  const told = await runJobs(door.front, 'site-form')
  expect(told.map(({ to, subject }) => [to, subject])).toEqual([[contact.mail, 'Er is antwoord op je bericht']])
  expect(told[0]!.text).not.toContain('zaterdagq')

  const own = await stranger.get(link)
  expect([own.headers.get('cache-control'), own.headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex'])
  expect((await own.text()).match(/zaterdagq/g)).toHaveLength(1)
  await stranger.post(link, { requestKey: crypto.randomUUID(), text: 'Dan kom ikq.' })
  expect(await office.text(message!)).toContain('Dan kom ikq.')
  expect(await inboxOf(office)).toContain(message)
})

test('the same form sent twice is one message; changed, it is another', async () => {
  const { office, page } = await opened('contact')
  const stranger = door.front.stranger()
  const before = (await inboxOf(office)).length
  const { stamp } = await sendAs(stranger, page, contact)
  await stranger.post(page, { stamp, ...contact })
  expect((await inboxOf(office)).length).toBe(before + 1)
  await stranger.post(page, { stamp, ...contact, 'a-message': 'Toch iets andersq.' })
  expect((await inboxOf(office)).length).toBe(before + 2)
})

test('its sender corrects it and takes it away without an account: then no key is left, and the link leads nowhere', async () => {
  const { office, page } = await opened('contact')
  const stranger = door.front.stranger()
  await sendAs(stranger, page, { ...contact, 'a-message': 'Foutjeq' })
  const link = linkIn((await runJobs(door.front, 'site-form'))[0]!.text)
  const fixed = await stranger.post(`${link}/correction`, {
    name: 'Saskiaq',
    'a-subject': 'Iets anders',
    'a-message': 'Verbeterdq',
  })
  expect(fixed.status).toBe(303)
  const [message] = await inboxOf(office)
  const seen = await office.text(message!)
  expect([seen.includes('Verbeterdq'), seen.includes('Foutjeq')]).toEqual([true, false])
  expect(seen).toContain('De afzender verbeterde het bericht')

  const id = message!.split('/').at(-1)!
  const gone = await stranger.post(`${link}/removal`)
  expect(await stranger.text(gone.headers.get('location')!)).toContain('Je bericht is weg')
  for (const [who, address] of [
    [stranger, link],
    [stranger, `${link}/correction`],
    [office, message!],
  ] as const)
    expect((await who.get(address)).status).toBe(404)
  const key = await door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('vault_key')
      .select(['wrapped', 'destroyed_at'])
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  expect([key.wrapped, key.destroyed_at !== null]).toEqual([null, true])
})

test('what is wrong is said beside the field, with what was typed; nothing is stored', async () => {
  const { office, page } = await opened('visit')
  const before = (await inboxOf(office)).length
  const long = 'n'.repeat(300)
  const { answer } = await sendAs(door.front.stranger(), page, {
    name: long,
    mail: 'geen adresq',
    'a-phone': 'bel mijq',
    'a-days': ['Maandag', 'Zondagq'],
    'a-from': '2026-02-31',
    'a-people': 'tweeq',
  })
  const body = await answer.text()
  expect(answer.status).toBe(422)
  for (const words of [
    'Vul je naam in.',
    'Dit is geen mailadres',
    'Dit is geen telefoonnummer',
    'Kies uit de antwoorden',
    'Dit is geen datum',
    'Dit is geen getal',
  ])
    expect(body).toContain(words)
  for (const typed of [long, 'geen adresq', 'bel mijq', 'tweeq']) expect(body).toContain(typed)
  expect((await inboxOf(office)).length).toBe(before)
})

test('a page that is the same for everyone has no stamp: what is sent from it is shown once more first', async () => {
  const { office, page, slug } = await opened('contact')
  const stranger = door.front.stranger()
  const before = (await inboxOf(office)).length
  const first = await stranger.post(page, contact)
  const check = await first.text()
  expect([first.status, check.includes('Klopt dit?'), check.includes('open dagq')]).toEqual([422, true, true])
  expect((await inboxOf(office)).length).toBe(before)
  door.front.clock.now = new Date(door.front.parts.now().getTime() + QUICK)
  expect((await stranger.post(page, { ...contact, stamp: stampIn(check) })).status).toBe(303)
  expect((await inboxOf(office)).length).toBe(before + 1)
  // Its script asks for a stamp; of another form, or made up, it counts for nothing.
  const stamp = await stranger.text(urls.siteFormStamp({ slug }))
  const { page: other } = await opened('contact')
  for (const wrong of [stamp.replace(/.$/, 'x'), 'made.up.stamp', ''])
    expect((await stranger.post(page, { ...contact, 'a-message': 'Nogq', stamp: wrong })).status).toBe(422)
  expect((await stranger.post(other, { ...contact, 'a-message': 'Nogq', stamp })).status).toBe(422)
})

test.each([
  ['filled in within three seconds', 500, {}, 'binnen drie seconden'],
  ['the hidden field', QUICK, { homepage: 'https://spamq.example' }, 'een veld ingevuld dat een mens niet ziet'],
  ['links', QUICK, { 'a-message': 'https://a.example https://b.example www.c.example' }, 'veel links'],
  ['words', QUICK, { 'a-message': 'Best casino bonus' }, 'vaak in reclame'],
] as const)('%s: set apart for the school, no mail leaves, and nothing is lost', async (why, waits, fields, because) => {
  const { office, page } = await opened('contact')
  await runJobs(door.front, 'site-form')
  const mail = `${why.replaceAll(' ', '-')}@voorbeeldq.nl`
  const before = await inboxOf(office)
  const { answer } = await sendAs(door.front.stranger(), page, { ...contact, mail, ...fields }, waits)
  expect(answer.status).toBe(303)
  expect([await runJobs(door.front, 'site-form'), await inboxOf(office)]).toEqual([[], before])
  const [held] = await inboxOf(office, 'spam')
  expect(await office.text(held!)).toContain(because)
  await office.post(`${held}/state`, { to: 'released' })
  expect(await inboxOf(office)).toContain(held)
  expect((await runJobs(door.front, 'site-form')).map(({ to }) => to)).toEqual([mail])
})

test('letters of every alphabet are no reason to doubt', async () => {
  const { office, page } = await opened('contact')
  const before = (await inboxOf(office)).length
  for (const text of ['Дякую за допомогу, чи є місце?', 'هل يوجد مكان في المجموعة الأولى؟', 'Teşekkürler, yer var mı?'])
    await sendAs(door.front.stranger(), page, { ...contact, 'a-message': text })
  expect((await inboxOf(office)).length).toBe(before + 3)
})

test('only whom the form names reads it, for as long as the form says; what is of another form or school is not there', async () => {
  const { office, edit, page } = await opened('contact')
  const draft = await office.text(edit)
  const version = /name="version" value="(\d+)"/.exec(draft)![1]!
  const slug = /name="slug"[^>]*value="([^"]+)"/.exec(draft)![1]!
  const saved = await office.post(edit, {
    version,
    deed: 'save',
    title: 'Vraag aan Haticeq',
    slug,
    kind: 'contact',
    sender: 'optional',
    intro: '',
    thanks: '',
    keep: '1',
    reader: staff.hatice,
    field: 'message',
    'a-message-label': 'Je bericht',
    'a-message-type': 'area',
    'a-message-required': 'yes',
  })
  expect(saved.headers.get('location')).toContain('done=saved')
  await sendAs(door.front.stranger(), page, { 'a-message': 'Alleen voor Haticeq' })
  const hatice = await as(staff.hatice)
  const [message] = await inboxOf(hatice)
  expect(await hatice.text(message!)).toContain('Alleen voor Haticeq')
  expect(await hatice.text(urls.home())).toContain('Vraag aan Haticeq')
  const elsewhere = await door.front.as(staff.sem, molen, 'molen.localhost')
  for (const other of [office, await as(staff.tom), elsewhere]) {
    expect((await other.get(message!)).status).toBe(404)
    expect(
      (await other.post(`${message}/answer`, { what: 'note', requestKey: crypto.randomUUID(), text: 'x' })).status,
    ).toBe(404)
  }
  const [row] = await door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('site_submission')
      .select(['ends_on', 'received_at'])
      .where('id', '=', message!.split('/').at(-1)!)
      .execute(),
  )
  const days = (Date.parse(row!.ends_on!) - row!.received_at.getTime()) / 86_400_000
  expect(days > 26 && days < 32).toBe(true)

  const id = message!.split('/').at(-1)!
  const left = () =>
    door.front.within(vuurtoren, async ({ db }) => ({
      messages: (await db.selectFrom('site_submission').select('id').where('id', '=', id).execute()).length,
      steps: (await db.selectFrom('site_submission_step').select('id').where('submission_id', '=', id).execute())
        .length,
      keys: (await db.selectFrom('vault_key').select('wrapped').where('subject_id', '=', id).execute()).filter(
        ({ wrapped }) => wrapped !== null,
      ).length,
    }))
  const nightAt = async (day: string) => {
    door.front.clock.now = new Date(`${day}T02:10:00Z`)
    await runTask(door.front, vuurtoren, 'retention', {})
    return left()
  }
  const on = (later: number) => new Date(Date.parse(row!.ends_on!) + later * 86_400_000).toISOString().slice(0, 10)
  const before = await nightAt(on(-1))
  expect([before.messages, before.keys, before.steps > 0]).toEqual([1, 1, true])
  expect(await nightAt(on(1))).toEqual({ messages: 0, steps: 0, keys: 0 })
  door.front.clock.now = null
})

test('two who build at once: the second is told, with what was typed', async () => {
  const { office, edit } = await opened('empty')
  const form = (title: string) => ({
    version: '1',
    deed: 'save',
    title,
    slug: 'samenq-x'.replace('q', ''),
    kind: 'other',
    sender: 'required',
    keep: '3',
  })
  const opens = /name="version" value="(\d+)"/.exec(await office.text(edit))![1]!
  expect((await office.post(edit, { ...form('Eerst'), version: opens })).status).toBe(303)
  const second = await office.post(edit, { ...form('Daarnaq'), version: opens })
  const body = await second.text()
  expect([
    second.status,
    body.includes('Een collega heeft dit formulier net veranderd'),
    body.includes('Daarnaq'),
  ]).toEqual([422, true, true])
})

test('a request about data and a complaint reach the officer with their clock, until they are answered', async () => {
  const { page } = await opened('privacy')
  await sendAs(door.front.stranger(), page, {
    name: 'Ilseq Verzoekerq',
    mail: 'ilse@voorbeeldq.nl',
    'a-what': 'Iets laten wissen',
    'a-message': 'Wis mijn inschrijvingq.',
  })
  const officer = await as(staff.roos)
  const list = await officer.text(urls.rightsRequests())
  expect(list).toContain('Binnengekomen via de website')
  expect(list).toContain('Ilseq Verzoekerq')
  expect(list).toMatch(/Nog 28 dagen/)
  const [message] = await inboxOf(officer)
  expect((await officer.post(`${message}/removal`)).status).toBe(404)
  await officer.post(`${message}/answer`, { what: 'answer', requestKey: crypto.randomUUID(), text: 'Het is gewistq.' })
  expect(await officer.text(urls.rightsRequests())).not.toContain('Ilseq Verzoekerq')
  expect(await (await as(staff.hatice)).get(message!)).toHaveProperty('status', 404)
})

test('who is signed in finds it in their own data; an erasure takes it along, its key too', async () => {
  const { page } = await opened('contact')
  const ngozi = await as(guardians.ngozi)
  await sendAs(ngozi, page, { ...contact, 'a-message': 'Van een ouderq' })
  expect(await ngozi.text(urls.myData())).toContain('Van een ouderq')
  const id = await door.front.within(vuurtoren, async (work) => {
    const row = await work.db
      .selectFrom('site_submission')
      .select('id')
      .where('sender_id', '=', guardians.ngozi)
      .executeTakeFirstOrThrow()
    expect((await erasePerson(work, guardians.ngozi, { because: 'test' })).outcome).toBe('erased')
    return row.id
  })
  const key = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('vault_key').select('wrapped').where('subject_id', '=', id).executeTakeFirstOrThrow(),
  )
  expect(key.wrapped).toBeNull()
})

test('a form that is not open, or a module that is off, is not there', async () => {
  const { office, id, page, slug } = await opened('contact')
  await office.post(urls.siteFormState({ id }), { state: 'closed' })
  const stranger = door.front.stranger()
  for (const address of [page, urls.siteFormSent({ slug }), urls.siteFormStamp({ slug })])
    expect((await stranger.get(address)).status).toBe(404)
  expect((await stranger.post(page, contact)).status).toBe(404)
})

test('fifteen messages an hour from one network are how it should be, more wait for the school, more than sixty are refused', async () => {
  const rates = await door.front.within(vuurtoren, async (work) => {
    const seen: string[] = []
    for (let at = 0; at < 61; at++) seen.push(await rateOf(work, '198.51.100.7'))
    return [seen[14], seen[15], seen[60], await rateOf(work, '203.0.113.9')]
  })
  expect(rates).toEqual(['few', 'many', 'too-many', 'few'])
  const kept = await door.front.within(vuurtoren, ({ db }) => db.selectFrom('site_form_rate').selectAll().execute())
  expect(JSON.stringify(kept)).not.toContain('198.51')
})
