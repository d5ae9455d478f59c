import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { begin, messaging, page, write } from '#test/messaging.ts'
import { world } from '#test/world.ts'

const { as, db, lastMessage, later } = messaging()
const { guardians, staff, groups } = world

describe('what one said', () => {
  test('is taken back until the other side read it; then only corrected, with the difference visible', async () => {
    const [ngozi, hatice] = [await as(guardians.ngozi), await as(staff.hatice)]
    const thread = await begin(ngozi, groups.five, 'Blijft staanq')
    await page(hatice, thread)
    later()
    await write(ngozi, thread, 'Zo bedoelde ik het nietq')
    const unread = await lastMessage(thread)
    const unreadPage = await page(ngozi, thread)
    for (const words of ['Nog niet gelezen', urls.takeMessageBack({ thread, message: unread })])
      expect(unreadPage).toContain(words)
    expect((await hatice.post(urls.takeMessageBack({ thread, message: unread }))).status).toBe(404)
    expect((await ngozi.post(urls.takeMessageBack({ thread, message: unread }))).status).toBe(303)
    expect(await page(hatice, thread)).not.toContain('bedoelde')
    const read = await lastMessage(thread)
    expect(await page(ngozi, thread)).not.toContain(urls.takeMessageBack({ thread, message: read }))
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
