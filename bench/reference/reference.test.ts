import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { joinPerson } from '#shared/identity/accounts.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { emptyRound, openRound } from '../booking-school.ts'
import { quietFamilies, writeToFamilies } from '../family.ts'
import { giveResults } from '../results-school.ts'
import { type BenchSchool, fillSchool, MORNING } from '../school.ts'
import { addSite } from '../site.ts'
import { guardianSignedIn, signedIn } from '../world.ts'
import { Reference } from './server.ts'

const door = frontDoor()
const held: { reference?: Reference; school?: BenchSchool; teacher?: Browser; office?: Browser } = {}
const zeester = 'zeester.localhost'

beforeAll(async () => {
  const { front } = door
  front.clock.now = MORNING
  held.reference = new Reference({ app: front.server.app, ring: front.parts.ring, now: () => MORNING })
  const cookies = await front.within(world.zeester, async (work) => {
    held.school = await fillSchool(work)
    return {
      teacher: await signedIn(work, front.parts.ring, held.school.teacher),
      office: await signedIn(work, front.parts.ring, held.school.administrator),
    }
  })
  held.teacher = front.stranger(zeester)
  held.teacher.cookie = cookies.teacher
  held.office = front.stranger(zeester)
  held.office.cookie = cookies.office
})
afterAll(() => held.reference?.close())

type Sent = { readonly text: string; readonly values: unknown }

/** What was sent to the database meanwhile, without spaces; lists of ids in one order. */
const sentWhile = async <T>(run: () => Promise<T>): Promise<{ sent: Sent[]; answer: T }> => {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const answer = await run()
  const sent = query.mock.calls.map(([asked]): Sent => {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: [] } : (asked as pg.QueryConfig)
    const inOrder = (values ?? []).map((value) => (Array.isArray(value) ? [...value].sort() : value))
    return { text: text.replaceAll(/\s+/g, ''), values: inOrder }
  })
  query.mockRestore()
  return { sent, answer }
}

const byReference = (browser: Browser, address: string) => held.reference!.page(browser.host, address, browser.cookie)

/** Where two pages begin to differ, with what stands there; nothing for equal ones. */
const difference = (one: string | null, other: string): string | null => {
  if (one === other) return null
  const from = Math.max(0, [...other].findIndex((letter, at) => letter !== one?.[at]) - 40)
  return `${one?.slice(from, from + 120)}\n${other.slice(from, from + 120)}`
}

/** The same page from both, with what each asked; asked once before, so that both know the keys. */
const both = async (browser: Browser, address: string) => {
  await byReference(browser, address)
  const reference = await sentWhile(() => byReference(browser, address))
  await browser.text(address)
  const ours = await sentWhile(() => browser.text(address))
  return { reference, ours }
}

/** What is asked at once leaves in an order that says nothing. */
const inOneOrder = (sent: readonly Sent[]) => sent.map((one) => JSON.stringify(one)).sort()

/** The same statements but for what is made of chance: each such id is told by where it first stood. */
const withoutChance = (sent: readonly Sent[]) => {
  const known = new Map<string, string>()
  const text = JSON.stringify(sent)
  return text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!known.has(id)) known.set(id, `id ${known.size}`)
    return known.get(id)!
  })
}

describe('the handler by hand does what the application does', () => {
  test("a group's day of 27, with reports, marks and the word for the teacher", async () => {
    const { ours, reference } = await both(held.teacher!, urls.dayList({ group: held.school!.group }))
    expect(difference(reference.answer, ours.answer)).toBe(null)
    expect(reference.sent).toEqual(ours.sent)
    expect(ours.answer.match(/<fieldset class="segment"/g)).toHaveLength(27)
    for (const words of ['Dokter, tot 10.15', 'Sinds vannacht', 'class="small late"']) {
      expect(ours.answer).toContain(words)
    }
  })

  test('300 pupils on one page', async () => {
    const { ours, reference } = await both(held.office!, urls.people({ kind: 'pupils' }))
    expect(difference(reference.answer, ours.answer)).toBe(null)
    expect(reference.sent).toEqual(ours.sent)
    expect(ours.answer.match(/row-link/g)).toHaveLength(300)
  })

  test('the results of a class of thirty, forty of each', async () => {
    const { front } = door
    const { school, cookie } = await front.within(world.molen, async (work) => {
      const made = await fillSchool(work)
      await giveResults(work, made)
      return { school: made, cookie: await signedIn(work, front.parts.ring, made.teacher) }
    })
    const teacher = front.stranger('molen.localhost')
    teacher.cookie = cookie
    const { ours, reference } = await both(teacher, urls.resultsOf({ group: school.group }))
    expect(difference(reference.answer, ours.answer)).toBe(null)
    expect(reference.sent).toEqual(ours.sent)
    expect(ours.answer.match(/class="heat-name"/g)).toHaveLength(30)
    for (const words of ['heat-look', 'heat-missing', 'growth-look']) expect(ours.answer).toContain(words)
  })

  test('a protected identity is there for who must know, and for nobody else', async () => {
    const { staff, vuurtoren, groups } = world
    const hatice = await door.front.as(staff.hatice, vuurtoren)
    const day = await both(hatice, urls.dayList({ group: groups.five }))
    expect(difference(day.reference.answer, day.ours.answer)).toBe(null)
    expect(day.ours.answer).toContain('Onvindbaarq')
    const wim = await door.front.as(staff.wim, vuurtoren)
    const list = await both(wim, urls.people({ kind: 'pupils' }))
    expect(difference(list.reference.answer, list.ours.answer)).toBe(null)
    expect(list.ours.answer).not.toContain('Onvindbaarq')
  })

  test('what a stranger finds on a public site', async () => {
    const { front } = door
    await front.within(world.zeester, addSite)
    const stranger = front.stranger(zeester)
    // A process reads a site anew after it was published; that is no part of the page.
    await vi.waitFor(async () => expect(await stranger.text(urls.home())).toContain('ver kijken'))
    for (const words of ['school', 'aanmeld & <kind>', 'niets']) {
      const address = `${urls.searchSite()}?q=${encodeURIComponent(words)}`
      const [byHand, byUs] = [() => held.reference!.search(zeester, words), () => stranger.text(address)]
      await byHand()
      const reference = await sentWhile(byHand)
      await byUs()
      const ours = await sentWhile(byUs)
      expect(difference(reference.answer, ours.answer)).toBe(null)
      expect(reference.sent).toEqual(ours.sent)
    }
    expect(await held.reference!.search('molen.localhost', 'school')).toBe(null)
  })

  test('the first page of a guardian with children at two schools', async () => {
    const { front } = door
    const [own, other] = [await front.within(world.molen, fillSchool), await front.within(world.vuurtoren, fillSchool)]
    const family = quietFamilies(own)[0]!
    const cookie = await front.within(world.molen, async (work) => {
      await writeToFamilies(work, own)
      return guardianSignedIn(work, front.parts.ring, family)
    })
    await front.within(world.vuurtoren, async (work) => {
      await writeToFamilies(work, other)
      await joinPerson(work, cookie.account, quietFamilies(other)[0]!)
    })
    const browser = front.stranger('molen.localhost')
    browser.cookie = cookie.cookie
    const { ours, reference } = await both(browser, urls.home())
    expect(difference(reference.answer, ours.answer)).toBe(null)
    expect(ours.answer).toContain('Wat wij deze week deden (0)')
    expect(ours.answer).toContain('Kies een tijd voor het gesprek')
    expect(ours.answer.match(/class="child"/g)).toHaveLength(4)
    expect(inOneOrder(reference.sent)).toEqual(inOneOrder(ours.sent))
  })

  test('what is not theirs is not there', async () => {
    const { staff, vuurtoren, groups } = world
    const hatice = await door.front.as(staff.hatice, vuurtoren)
    const weak = await door.front.as(staff.hatice, vuurtoren, undefined, false)
    expect(await byReference(hatice, urls.dayList({ group: groups.six }))).toBe(null)
    expect(await byReference(hatice, urls.people({ kind: 'pupils' }))).toBe(null)
    expect(await byReference(weak, urls.dayList({ group: groups.five }))).toBe(null)
    expect(await byReference(door.front.stranger(), urls.dayList({ group: groups.five }))).toBe(null)
  })

  test('a time for a conversation is booked by the same statements and leads to the same page', async () => {
    const zeester_ = world.zeester
    const { front } = door
    const round = await front.within(zeester_, (work) => openRound(work, front.parts.ring, held.school!))
    const [family] = round.families.slice(150)
    const { pupil, cookie, slots } = family!
    const browser = front.stranger(zeester)
    browser.cookie = cookie
    const address = urls.bookConversations({ round: round.id })
    const form = () => ({ requestKey: randomUUID(), [`was-${pupil}`]: '', [`slot-${pupil}`]: slots[3]! })
    const empty = () => front.within(zeester_, (work) => emptyRound(work, round.id))
    const byHand = () => held.reference!.book(zeester, address, cookie, new URLSearchParams(form()))
    const byUs = async () => (await browser.post(address, form())).headers.get('location')
    for (const warm of [byHand, byUs]) {
      await warm()
      await empty()
    }
    const reference = await sentWhile(byHand)
    expect(await byHand()).toBe(null)
    await empty()
    const ours = await sentWhile(byUs)
    expect(reference.answer).toBe(ours.answer)
    expect(ours.answer).toBe(urls.conversations({ done: 'booked' }))
    expect(withoutChance(reference.sent)).toBe(withoutChance(ours.sent))
    expect(await held.reference!.book(zeester, address, 'session=nobody', new URLSearchParams(form()))).toBe(null)
  })
})
