import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { runJobs } from '#test/jobs.ts'
import { begin, messaging, page, placeIn, write } from '#test/messaging.ts'
import { setClock, week } from '#test/school-week.ts'
import { tie, untie } from '#test/ties.ts'
import { world } from '#test/world.ts'

const { as, db, door, later } = messaging()
const { guardians, pupils, staff, groups } = world

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
