import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { erasePerson } from '#shared/retention/erase.ts'
import { runRetention } from '#shared/retention/run.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { runJobs } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { teach, tie, untie } from '#test/ties.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const db = <T>(ask: (db: Parameters<Parameters<typeof door.front.within>[1]>[0]['db']) => Promise<T>) =>
  door.front.within(vuurtoren, ({ db }) => ask(db))

const placeIn = (answer: Response): string => answer.headers.get('location')!.split('?')[0]!
const idIn = (answer: Response): string => placeIn(answer).split('/').at(-1)!

/** A guardian begins, or goes on, with the team of a group. */
const begin = async (who: Browser, group: string, text: string, key: string = randomUUID()) => {
  const sent = await who.post(urls.beginMessages({ group }), { requestKey: key, text })
  expect(sent.status).toBe(303)
  return idIn(sent)
}
const write = (who: Browser, thread: string, text: string, more: Record<string, string> = {}) =>
  who.post(urls.messageThread({ thread }), { requestKey: randomUUID(), text, ...more })
const page = (who: Browser, thread: string) => who.text(urls.messageThread({ thread }))
const lastMessage = (thread: string) =>
  db((it) =>
    it
      .selectFrom('message')
      .select('id')
      .where('thread_id', '=', thread)
      .orderBy('sent_at', 'desc')
      .executeTakeFirstOrThrow(),
  ).then(({ id }) => id)

let minute = 0
const later = () => setClock(door.front, week.tuesday, `09:${String(minute++ % 60).padStart(2, '0')}`)

/** The substitute of the test world teaches on the day it was made; here, on the Tuesday that the tests play. */
beforeAll(() => teach(door.front, { group: groups.six, person: staff.marit, from: week.tuesday, to: week.tuesday }))

beforeEach(async () => {
  minute = 0
  later()
  await db((it) => it.deleteFrom('message_thread').execute())
  await db((it) => it.deleteFrom('attention_item').execute())
  await db((it) => it.updateTable('message_rules').set({ answer_within: null }).execute())
})

describe('with the team of a group', () => {
  test('one conversation for who lives together, read by who teaches the group today and by nobody else', async () => {
    const [ngozi, kofi] = [await as(guardians.ngozi), await as(guardians.kofi)]
    const before = await ngozi.text(urls.beginMessages({ group: groups.six }))
    expect(before).toContain('Dit lezen Tomq Bakkerq, Maritq Grootq en Kofiq Mensahq. Niemand anders.')
    const thread = await begin(ngozi, groups.six, 'Tobi moet naar de tandartsq')
    later()
    expect(await begin(kofi, groups.six, 'En ik haal hem opq')).toBe(thread)
    for (const reads of [guardians.kofi, guardians.ngozi, staff.tom, staff.marit])
      expect(await page(await as(reads), thread)).toContain('tandartsq')
    const file = await db((it) =>
      it.selectFrom('message').select('id').where('thread_id', '=', thread).executeTakeFirstOrThrow(),
    )
    for (const other of [staff.hatice, staff.anouk, staff.wim, guardians.fenna, guardians.gerda]) {
      const browser = await as(other)
      for (const address of [urls.messageThread({ thread }), urls.correctMessage({ thread, message: file.id })])
        expect([other, (await browser.get(address)).status]).toEqual([other, 404])
      expect((await write(browser, thread, 'stiekemq')).status).toBe(404)
      expect(await browser.text(urls.messages())).not.toContain('tandartsq')
    }
  })

  test('a substitute reads along on the days of the assignment, and no longer', async () => {
    const thread = await begin(await as(guardians.ngozi), groups.six, 'Vandaag invalq')
    expect((await (await as(staff.marit)).get(urls.messageThread({ thread }))).status).toBe(200)
    setClock(door.front, week.thursday, '09:00')
    expect((await (await as(staff.marit)).get(urls.messageThread({ thread }))).status).toBe(404)
    expect((await (await as(staff.tom)).get(urls.messageThread({ thread }))).status).toBe(200)
  })

  test('who lives elsewhere has an own conversation; one for both only when both ask, and either ends it', async () => {
    const [fenna, deniz] = [await as(guardians.fenna), await as(guardians.deniz)]
    const [hers, his] = [
      await begin(fenna, groups.five, 'Alleen van mijq'),
      await begin(deniz, groups.five, 'Alleen van hemq'),
    ]
    expect(hers).not.toBe(his)
    expect((await deniz.get(urls.messageThread({ thread: hers }))).status).toBe(404)
    await fenna.post(urls.togetherMessages({ group: groups.five }), { other: guardians.deniz })
    expect(await begin(fenna, groups.five, 'Nog steeds alleenq')).toBe(hers)
    expect(await deniz.text(urls.later())).toContain('Fennaq Yıldızq wil samen met jou schrijven')
    const both = placeIn(await deniz.post(urls.togetherMessages({ group: groups.five }), { other: guardians.fenna }))
      .split('/')
      .at(-1)!
    later()
    expect(await begin(fenna, groups.five, 'Nu samenq')).toBe(both)
    expect(await page(deniz, both)).toContain('Nu samenq')
    expect((await deniz.get(urls.messageThread({ thread: hers }))).status).toBe(404)
    later()
    await deniz.post(urls.apartMessages({ group: groups.five }))
    expect(await page(fenna, both)).toContain('Denizq Yıldızq gaat verder in een eigen gesprek')
    expect((await write(fenna, both, 'Hier niet meerq')).status).toBe(404)
    expect(await begin(fenna, groups.five, 'Weer alleenq')).toBe(hers)
    const nobody = await fenna.post(urls.togetherMessages({ group: groups.five }), { other: guardians.ngozi })
    expect(nobody.status).toBe(404)
  })

  test('whose say ended between opening and sending gets 404, and nothing is stored', async () => {
    await tie(door.front, {
      pupil: pupils.zuri,
      guardian: guardians.deniz,
      authority: 'yes',
      relation: 'oom',
      livesWith: false,
    })
    const deniz = await as(guardians.deniz)
    expect(await deniz.text(urls.messages())).toContain('Over Milaq en Zuriq')
    const thread = await begin(deniz, groups.five, 'Over alleq')
    await untie(door.front, guardians.deniz, pupils.zuri)
    await untie(door.front, guardians.deniz, pupils.mila)
    expect((await write(deniz, thread, 'Te laatq')).status).toBe(404)
    expect(
      (await deniz.post(urls.beginMessages({ group: groups.five }), { requestKey: randomUUID(), text: 'Te laatq' }))
        .status,
    ).toBe(404)
    await tie(door.front, {
      pupil: pupils.mila,
      guardian: guardians.deniz,
      authority: 'yes',
      relation: 'vader',
      livesWith: false,
      callOrder: 2,
    })
    expect(await page(await as(guardians.deniz), thread)).not.toContain('Te laatq')
  })

  test('a form sent twice is one message, and two at one moment are one conversation', async () => {
    const ngozi = await as(guardians.ngozi)
    const key = randomUUID()
    const threads = await Promise.all([1, 2, 3].map(() => begin(ngozi, groups.five, 'Een keerq', key)))
    expect(new Set(threads).size).toBe(1)
    const kofi = await as(guardians.kofi)
    await Promise.all([begin(ngozi, groups.six, 'Samen ikq'), begin(kofi, groups.six, 'Samen hijq')])
    const [stored] = await db((it) =>
      it
        .selectFrom('message')
        .select(({ fn }) => [fn.countAll<number>().as('messages'), fn.count('thread_id').distinct().as('threads')])
        .execute(),
    )
    expect([Number(stored!.messages), Number(stored!.threads)]).toEqual([3, 2])
  })

  test('a box that says too little, or too much, comes back with what was typed', async () => {
    const ngozi = await as(guardians.ngozi)
    const empty = await ngozi.post(urls.beginMessages({ group: groups.five }), { requestKey: randomUUID(), text: '  ' })
    expect([empty.status, await empty.text()]).toEqual([
      422,
      expect.stringContaining('Schrijf eerst wat je wilt zeggen.'),
    ])
    const long = await ngozi.post(urls.beginMessages({ group: groups.five }), {
      requestKey: randomUUID(),
      text: 'langq '.repeat(900),
    })
    expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('langq langq')])
    expect(await db((it) => it.selectFrom('message_thread').select('id').execute())).toEqual([])
  })
})

describe('what the school promises', () => {
  const promise = async () => {
    await (await as(staff.anouk)).post(urls.messageRules(), { answerWithin: '2', from: '', until: '' })
  }

  test('the day is shown before sending, the oldest stands first, and what was kept is counted', async () => {
    await promise()
    const ngozi = await as(guardians.ngozi)
    expect(await ngozi.text(urls.beginMessages({ group: groups.five }))).toMatch(/School antwoordt uiterlijk donderdag/)
    const first = await begin(ngozi, groups.five, 'Eerstq')
    setClock(door.front, week.wednesday, '09:00')
    const second = await begin(await as(guardians.fenna), groups.five, 'Tweedeq')
    const hatice = await as(staff.hatice)
    const list = await hatice.text(urls.messages())
    expect(list.indexOf(first)).toBeLessThan(list.indexOf(second))
    expect(list).toContain('Wacht op antwoord')
    expect(await hatice.text(urls.home())).toContain('Bericht van Ngoziq Okaforq')
    await write(hatice, first, 'Dat is goedq')
    expect(await hatice.text(urls.home())).not.toContain('Bericht van Ngoziq Okaforq')
    expect(await hatice.text(urls.messages())).toContain('lukte dat 1 van de 1 keer')
    setClock(door.front, week.nextTuesday, '09:00')
    expect(await hatice.text(urls.messages())).toContain('lukte dat 1 van de 2 keer')
    expect(await hatice.text(urls.messages())).toContain('Had beantwoord moeten zijn op')
  })

  test('a teacher who does not work now gets it at the next moment, and the sender reads so', async () => {
    const hatice = await as(staff.hatice)
    await hatice.post(urls.workingHours(), { works2: 'yes', from2: '8:00', until2: '16:30' })
    setClock(door.front, week.tuesday, '18:00')
    const ngozi = await as(guardians.ngozi)
    expect(await ngozi.text(urls.beginMessages({ group: groups.five }))).toMatch(/Dit komt aan op dinsdag \d+ november/)
    await begin(ngozi, groups.five, 'Laatq')
    expect(await hatice.text(urls.home())).not.toContain('Bericht van Ngoziq')
    expect(await runJobs(door.front, 'attention')).toEqual([])
    setClock(door.front, week.nextTuesday, '08:01')
    expect(await hatice.text(urls.home())).toContain('Bericht van Ngoziq')
    const mails = await runJobs(door.front, 'attention')
    expect(mails.map(({ to }) => to)).toEqual(['hatice@test.example'])
    expect(JSON.stringify(mails)).not.toMatch(/Laatq|Ngoziq|Zuriq/)
    await hatice.post(urls.workingHours(), {})
  })
})

describe('what one said', () => {
  test('is taken back until the other side read it; then only corrected, with the difference visible', async () => {
    const [ngozi, hatice] = [await as(guardians.ngozi), await as(staff.hatice)]
    const thread = await begin(ngozi, groups.five, 'Blijft staanq')
    await page(hatice, thread)
    later()
    await write(ngozi, thread, 'Zo bedoelde ik het nietq')
    const unread = await lastMessage(thread)
    expect(await page(ngozi, thread)).toContain('Nog niet gelezen')
    expect((await hatice.post(urls.takeMessageBack({ thread, message: unread }))).status).toBe(404)
    expect((await ngozi.post(urls.takeMessageBack({ thread, message: unread }))).status).toBe(303)
    expect(await page(hatice, thread)).not.toContain('bedoelde')
    const read = await lastMessage(thread)
    expect(await page(ngozi, thread)).toContain('Gelezen door Haticeq Aydınq')
    const late = await ngozi.post(urls.takeMessageBack({ thread, message: read }))
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('al gelezen')])
    await ngozi.post(urls.correctMessage({ thread, message: read }), { text: 'Blijft anders staanq' })
    const seen = await page(hatice, thread)
    for (const words of ['Verbeterd, dinsdag', '<del>Blijft staanq</del>', '<ins>Blijft anders staanq</ins>'])
      expect(seen).toContain(words)
    expect((await hatice.post(urls.correctMessage({ thread, message: read }), { text: 'vervalstq' })).status).toBe(404)
  })

  test('a conversation of one message that is taken back leaves nothing behind, its key neither', async () => {
    const ngozi = await as(guardians.ngozi)
    const thread = await begin(ngozi, groups.five, 'Toch nietq')
    await ngozi.post(urls.takeMessageBack({ thread, message: await lastMessage(thread) }))
    expect(await db((it) => it.selectFrom('message_thread').select('id').execute())).toEqual([])
    expect(await (await as(staff.hatice)).text(urls.home())).not.toContain('Bericht van Ngoziq')
    const key = await db((it) =>
      it
        .selectFrom('vault_key')
        .select(['wrapped', 'destroyed_at'])
        .where('subject_id', '=', thread)
        .executeTakeFirst(),
    )
    expect([key?.wrapped, key?.destroyed_at === null]).toEqual([null, false])
  })

  test('reported to the school, the principal reads that message and the reason, and nothing around it', async () => {
    const [ngozi, hatice, anouk] = [await as(guardians.ngozi), await as(staff.hatice), await as(staff.anouk)]
    const thread = await begin(ngozi, groups.five, 'Dit is van mijq')
    later()
    await write(hatice, thread, 'Nare zinq')
    const nasty = await lastMessage(thread)
    const at = { thread, message: nasty }
    expect((await ngozi.post(urls.reportMessage(at), { reason: '' })).status).toBe(422)
    expect((await hatice.get(urls.reportMessage(at))).status).toBe(404)
    for (let twice = 0; twice < 2; twice++) await ngozi.post(urls.reportMessage(at), { reason: 'Zo praat je nietq' })
    expect(await anouk.text(urls.home())).toContain('Er is een bericht gemeld')
    const reports = await anouk.text(urls.messageReports())
    expect(reports).toContain('Nare zinq')
    expect(reports.split('Zo praat je nietq').length).toBe(2)
    expect(reports).not.toContain('Dit is van mijq')
    expect(await page(hatice, thread)).not.toContain('meldde dit bericht')
    expect((await hatice.get(urls.messageReports())).status).toBe(404)
    const { id } = await db((it) => it.selectFrom('message_report').select('id').executeTakeFirstOrThrow())
    await anouk.post(urls.handleMessageReport({ report: id }))
    expect(await anouk.text(urls.messageReports())).toContain('Behandeld door Anoukq Visserq')
    expect((await anouk.post(urls.handleMessageReport({ report: id }))).status).toBe(404)
  })

  test('is found by its words, in one’s own conversations only', async () => {
    await begin(await as(guardians.ngozi), groups.five, 'De gymspullen liggen nog op schoolq')
    for (const [who, finds] of [
      [guardians.kofi, true],
      [staff.hatice, true],
      [staff.tom, false],
      [guardians.fenna, false],
    ] as const) {
      const found = await (await as(who)).post(urls.searchMessages(), { words: 'GYMSPULLEN school' })
      expect([who, /liggen nog op/.test(await found.text())]).toEqual([who, finds])
    }
  })
})

describe('what goes with it', () => {
  const send = (who: Browser, file: File, field: 'photo' | 'file') => {
    const form = new FormData()
    form.append('requestKey', randomUUID())
    form.append('text', 'Kijk maarq')
    form.append(field, file)
    return who.request('POST', urls.beginMessages({ group: groups.five }), form)
  }
  const pdf = () => new File([Buffer.from('%PDF-1.7 ziekenbriefq')], 'Briefq van opa.pdf', { type: 'application/pdf' })

  test('a PDF is stored sealed, and opens for who reads the conversation only', async () => {
    const [ngozi, hatice] = [await as(guardians.ngozi), await as(staff.hatice)]
    const thread = idIn(await send(ngozi, pdf(), 'file'))
    expect(await page(hatice, thread)).toContain('PDF: Briefq van opa.pdf')
    const { id } = await db((it) => it.selectFrom('message_file').select('id').executeTakeFirstOrThrow())
    const opened = await hatice.get(urls.messageFile({ file: id }))
    expect([opened.headers.get('content-disposition'), await opened.text()]).toEqual([
      'attachment; filename="Briefq van opa.pdf"',
      '%PDF-1.7 ziekenbriefq',
    ])
    for (const other of [guardians.fenna, staff.tom])
      expect((await (await as(other)).get(urls.messageFile({ file: id }))).status).toBe(404)
    const stored: Buffer[] = []
    for await (const piece of await door.front.parts.files.get(id)) stored.push(piece)
    expect(Buffer.concat(stored).includes('ziekenbriefq')).toBe(false)
  })

  test('a photo is made anew, without what a camera wrote into it', async () => {
    const { default: sharp } = await import('sharp')
    const made = sharp({ create: { width: 1700, height: 20, channels: 3, background: '#2a6' } })
    const jpeg = await made
      .withExif({ IFD0: { Artist: 'Plaatsq' } })
      .jpeg()
      .toBuffer()
    expect(jpeg.includes('Plaatsq')).toBe(true)
    const ngozi = await as(guardians.ngozi)
    await send(ngozi, new File([jpeg], 'kamer.jpg', { type: 'image/jpeg' }), 'photo')
    const { id } = await db((it) => it.selectFrom('message_file').select('id').executeTakeFirstOrThrow())
    const answer = await ngozi.get(urls.messageFile({ file: id }))
    const bytes = Buffer.from(await answer.arrayBuffer())
    const { format, width } = await sharp(bytes).metadata()
    expect([answer.headers.get('content-type'), format, width, bytes.includes('Plaatsq')]).toEqual([
      'image/webp',
      'webp',
      1600,
      false,
    ])
  })

  test('what is something else than it says is refused in a word, and nothing is sent', async () => {
    const ngozi = await as(guardians.ngozi)
    const program = new File([Buffer.from('MZ programmaq')], 'brief.pdf', { type: 'application/pdf' })
    const photo = new File([Buffer.from('%PDF-1.7')], 'foto.jpg', { type: 'image/jpeg' })
    for (const [file, field, words] of [
      [program, 'file', 'Dit bestand is geen PDF'],
      [photo, 'photo', 'Dit bestand is geen foto'],
    ] as const) {
      const refused = await send(ngozi, file, field)
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)])
    }
    expect(await db((it) => it.selectFrom('message').select('id').execute())).toEqual([])
  })
})

describe('in the hands of the team', () => {
  test('handed to the principal with all that was said; the guardian sees who reads now', async () => {
    const [ngozi, hatice, anouk] = [await as(guardians.ngozi), await as(staff.hatice), await as(staff.anouk)]
    const thread = await begin(ngozi, groups.five, 'Dit is groterq')
    expect((await anouk.get(urls.messageThread({ thread }))).status).toBe(404)
    expect((await hatice.post(urls.handOverMessages({ thread }), { to: guardians.fenna })).status).toBe(422)
    expect((await ngozi.post(urls.handOverMessages({ thread }), { to: staff.anouk })).status).toBe(404)
    later()
    await hatice.post(urls.handOverMessages({ thread }), { to: staff.anouk })
    expect(await page(anouk, thread)).toContain('Dit is groterq')
    expect(await anouk.text(urls.home())).toContain('Bericht van Ngoziq')
    const seen = await page(ngozi, thread)
    expect(seen).toContain('Haticeq Aydınq gaf dit gesprek door aan Anoukq Visserq')
    expect(seen).toContain('Dit lezen Anoukq Visserq, Haticeq Aydınq en Kofiq Mensahq. Niemand anders.')
    await anouk.post(urls.handOverMessages({ thread }), { to: 'team' })
    expect((await anouk.get(urls.messageThread({ thread }))).status).toBe(404)
  })

  test('closed, nothing waits any more; who writes opens it again', async () => {
    const [ngozi, hatice] = [await as(guardians.ngozi), await as(staff.hatice)]
    const thread = await begin(ngozi, groups.five, 'Dank jeq')
    expect((await ngozi.post(urls.closeMessages({ thread }))).status).toBe(404)
    later()
    await hatice.post(urls.closeMessages({ thread }))
    expect(await hatice.text(urls.messages())).not.toContain('Wacht op antwoord')
    expect(await page(ngozi, thread)).toContain('rondde dit gesprek af')
    later()
    await write(ngozi, thread, 'Toch nog ietsq')
    expect(await hatice.text(urls.messages())).toContain('Wacht op antwoord')
  })

  test('where nobody teaches the group any more, the principal and the office have it', async () => {
    const thread = await begin(await as(guardians.ngozi), groups.five, 'Wie leest ditq')
    await db((it) =>
      it.updateTable('group_teacher').set({ to_on: week.monday }).where('person_id', '=', staff.hatice).execute(),
    )
    expect((await (await as(staff.hatice)).get(urls.messageThread({ thread }))).status).toBe(404)
    for (const has of [staff.anouk, staff.wim]) expect(await page(await as(has), thread)).toContain('Wie leest ditq')
    await db((it) =>
      it.updateTable('group_teacher').set({ to_on: null }).where('person_id', '=', staff.hatice).execute(),
    )
    expect((await (await as(staff.wim)).get(urls.messageThread({ thread }))).status).toBe(404)
  })
})

describe('a letter of the school', () => {
  const letter = (to: readonly string[], more: Record<string, string> = {}) => ({
    requestKey: randomUUID(),
    to,
    heading: 'Uitstapjeq',
    text: 'Neem een lunch meeq',
    urgency: 'to-know',
    ...more,
  })

  test('goes to chosen guardians; each answers to the sender alone, and nobody sees an answer of another', async () => {
    const hatice = await as(staff.hatice)
    const write_ = await hatice.text(`${urls.writeLetter()}?to=${groups.five}`)
    expect(write_).toContain('Dit lezen 6 ouders. Niemand anders.')
    const sent = await hatice.post(
      urls.writeLetter(),
      letter([groups.five], { urgency: 'answer', answerBy: week.friday }),
    )
    const thread = idIn(sent)
    for (const [who, answer] of [
      [guardians.ngozi, 'Zuri komt meeq'],
      [guardians.fenna, 'Mila eet vegetarischq'],
    ] as const) {
      const browser = await as(who)
      expect(await browser.text(urls.home())).toContain('Uitstapjeq')
      const seen = await page(browser, thread)
      expect(seen).toContain('Dit leest Haticeq Aydınq. Niemand anders.')
      expect((await write(browser, thread, answer)).status).toBe(303)
      expect(await page(browser, thread)).toContain(answer)
    }
    expect(await page(await as(guardians.kofi), thread)).not.toContain('Zuri komt meeq')
    expect(await page(await as(guardians.fenna), thread)).not.toContain('Zuri komt meeq')
    const list = await hatice.text(urls.messages())
    for (const words of ['Zuri komt meeq', 'Mila eet vegetarischq', 'Gelezen door 3 van 6'])
      expect(list).toContain(words)
    const replies = await db((it) => it.selectFrom('message_thread').select('id').where('kind', '=', 'reply').execute())
    for (const { id } of replies)
      expect((await (await as(guardians.kofi)).get(urls.messageThread({ thread: id }))).status).toBe(404)
    expect((await write(hatice, thread, 'Aan allenq')).status).toBe(404)
    const gerda = await as(guardians.gerda)
    expect((await gerda.get(urls.messageThread({ thread }))).status).toBe(404)
    expect((await gerda.get(urls.messages())).status).toBe(404)
  })

  test('only to the own groups and their children; sent twice it is one', async () => {
    const hatice = await as(staff.hatice)
    for (const other of [groups.six, pupils.tobi, guardians.ngozi, groups.molenSeven]) {
      expect((await hatice.get(`${urls.writeLetter()}?to=${other}`)).status).toBe(404)
      expect((await hatice.post(urls.writeLetter(), letter([other]))).status).toBe(404)
    }
    const form = letter([pupils.mila])
    const [once, twice] = [await hatice.post(urls.writeLetter(), form), await hatice.post(urls.writeLetter(), form)]
    expect(idIn(once)).toBe(idIn(twice))
    expect((await (await as(guardians.ngozi)).get(urls.messageThread({ thread: idIn(once) }))).status).toBe(404)
    const none = await hatice.post(urls.writeLetter(), { ...letter([pupils.mila]), heading: '', text: '' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Geef het een onderwerp')])
    expect((await hatice.post(urls.newLetter(), {})).status).toBe(422)
    expect(placeIn(await hatice.post(urls.newLetter(), { to: pupils.mila }))).toBe(urls.writeLetter())
    expect((await hatice.post(urls.newLetter(), { to: pupils.tobi })).status).toBe(404)
  })

  test('of a sender who left, the answers come to the team of the group', async () => {
    const marit = await as(staff.marit)
    const thread = idIn(await marit.post(urls.writeLetter(), letter([groups.six])))
    await db((it) => it.updateTable('person').set({ state: 'left' }).where('id', '=', staff.marit).execute())
    const kofi = await as(guardians.kofi)
    expect(await page(kofi, thread)).toContain('Dit leest Tomq Bakkerq. Niemand anders.')
    await write(kofi, thread, 'Voor wie er nu isq')
    expect(await (await as(staff.tom)).text(urls.messages())).toContain('Voor wie er nu isq')
    await db((it) => it.updateTable('person').set({ state: 'active' }).where('id', '=', staff.marit).execute())
  })
})

describe('kept sealed, then gone', () => {
  const keyOf = (thread: string) =>
    db((it) => it.selectFrom('vault_key').select('wrapped').where('subject_id', '=', thread).executeTakeFirstOrThrow())

  test('every word of a conversation is sealed under the key of that conversation', async () => {
    const thread = await begin(await as(guardians.ngozi), groups.five, 'Verzegeldq')
    const [{ key }] = (await db((it) =>
      it
        .selectFrom('message')
        .innerJoin('vault_key', 'vault_key.subject_id', 'message.thread_id')
        .select('vault_key.id as key')
        .where('thread_id', '=', thread)
        .execute(),
    )) as [{ key: string }]
    const { sealedUnder } = await db(async (it) => {
      const { sql } = await import('kysely')
      const row = await it
        .selectFrom('message')
        .select(sql<string>`encode(substr(record, 2, 16), 'hex')`.as('sealedUnder'))
        .where('thread_id', '=', thread)
        .executeTakeFirstOrThrow()
      return row
    })
    expect(sealedUnder).toBe(key.replaceAll('-', ''))
  })

  test('a school year later the night takes it and destroys its key', async () => {
    const thread = await begin(await as(guardians.ngozi), groups.five, 'Lang geledenq')
    const { startsOn } = { startsOn: Number(week.tuesday.slice(0, 4)) }
    const run = () =>
      runRetention({
        inOrganisation: ((work: never) => door.front.within(vuurtoren, work)) as never,
        files: door.front.parts.files,
      })
    door.front.clock.now = new Date(`${startsOn + 2}-07-31T03:10:00+02:00`)
    await run()
    expect((await keyOf(thread)).wrapped).not.toBe(null)
    door.front.clock.now = new Date(`${startsOn + 2}-08-02T03:10:00+02:00`)
    await run()
    expect(await db((it) => it.selectFrom('message').select('id').execute())).toEqual([])
    expect((await keyOf(thread)).wrapped).toBe(null)
  })

  test('erasing the only guardian in it takes the conversation and its key; of two, the other keeps it', async () => {
    const alone = await begin(await as(guardians.fenna), groups.five, 'Alleen van mijq')
    const together = await begin(await as(guardians.ngozi), groups.five, 'Van ons tweeq')
    await door.front.within(vuurtoren, (work) => erasePerson(work, guardians.fenna, { because: 'request' }))
    expect((await keyOf(alone)).wrapped).toBe(null)
    expect((await keyOf(together)).wrapped).not.toBe(null)
    await door.front.within(vuurtoren, (work) => erasePerson(work, guardians.ngozi, { because: 'request' }))
    const kofi = await as(guardians.kofi)
    expect((await kofi.get(urls.messageThread({ thread: together }))).status).toBe(200)
    expect(await page(kofi, together)).not.toContain('Van ons tweeq')
    expect((await keyOf(together)).wrapped).not.toBe(null)
  })
})
