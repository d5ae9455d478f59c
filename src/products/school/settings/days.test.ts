import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { ordinaryWeek, setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { officialDays } from './calendar/official.ts'

const door = frontDoor()
const { staff, vuurtoren, pupils, guardians } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const year = Number(week.monday.slice(0, 4))
const studyDay = { year: String(year), kind: 'study-day', name: 'Studiedagq', from: week.thursday, to: '' }
const goesTo = (answer: Response) => answer.headers.get('location')
const numberIn = (page: string) => /name="number" value="(\d+)"/.exec(page)?.[1] ?? ''
const undo = (browser: Browser, setting: string, page: string) =>
  browser.post(urls.undoSetting(), { setting, number: numberIn(page) })

describe('the hours of the week', () => {
  test('with a break, a short day and a day without school; half a day follows them', async () => {
    setClock(door.front, week.monday, '08:00')
    const wim = await as(staff.wim)
    const changed = { ...ordinaryWeek, noon1: '12:15', resumes1: '13.00', noon3: '', open5: '' }
    const saved = await wim.post(urls.hours(), changed)
    expect(goesTo(saved)).toBe(urls.hours({ done: 'saved' }))
    const page = await wim.text(goesTo(saved)!)
    expect(page).toContain('Op maandag: 8.30 tot 14.15 werd 8.30 tot 14.15 (pauze 12.15 tot 13.00).')
    expect(page).toContain('Op vrijdag: 8.30 tot 14.15 werd geen school.')
    const ngozi = await as(guardians.ngozi)
    const key = '00000000-0000-4000-8000-00000000aaaa'
    const half = {
      pupil: pupils.zuri,
      when: 'half',
      on: week.monday,
      part: 'afternoon',
      kind: 'doctor',
      requestKey: key,
    }
    expect((await ngozi.post(urls.newAbsence(), half)).status).toBe(303)
    const row = await door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('absence').select('from_time').where('request_key', '=', key).executeTakeFirstOrThrow(),
    )
    expect(row.from_time).toBe('13:00:00')
    expect(goesTo(await undo(wim, 'hours', page))).toBe(urls.hours({ done: 'undone' }))
    expect(await wim.text(urls.hours())).toMatch(/name="open5" value="yes" checked/)
  })

  test.each([
    ['an end before the beginning', { ends2: '08:00' }, 'Het einde ligt niet na het begin.'],
    ['a time that is none', { starts2: '25:00' }, 'Dit is geen tijd.'],
    ['a day without times', { starts2: '' }, 'Vul een begin en een einde in'],
    ['a morning after the end', { noon2: '15:00' }, 'De ochtend eindigt tussen begin en einde.'],
    ['an afternoon before the morning is over', { resumes2: '11:00' }, 'De middag begint na de ochtend'],
    ['calling before school', { cutOff: '07:00' }, 'nog niet begonnen'],
    ['no day at all', { open1: '', open2: '', open3: '', open4: '', open5: '' }, 'ten minste één schooldag'],
  ])('%s is refused in words, with what was typed', async (_, typed, words) => {
    const refused = await (await as(staff.wim)).post(urls.hours(), { ...ordinaryWeek, cutOff: '09:17', ...typed })
    const page = await refused.text()
    expect([refused.status, page.includes(words)]).toEqual([422, true])
    if (!('cutOff' in typed)) expect(page).toContain('value="09:17"')
  })
})

describe('days without school', () => {
  test('a study day over days that were reported: told in a number, asked of nobody, put back', async () => {
    setClock(door.front, week.monday, '07:30')
    const [wim, fenna] = [await as(staff.wim), await as(guardians.fenna)]
    const away = { pupil: pupils.mila, when: 'days', fromOn: week.wednesday, toOn: week.friday, kind: 'ill' }
    const key = { requestKey: '00000000-0000-4000-8000-00000000bbbb' }
    expect((await fenna.post(urls.newAbsence(), { ...away, ...key })).status).toBe(303)
    const hours = async () => [.../(\d+) schooldagen, (\d+) uur/.exec(await wim.text(urls.yearCalendar()))!]
    const before = await hours()

    const added = await wim.post(urls.yearCalendar(), studyDay)
    expect(goesTo(added)).toBe(urls.yearCalendar({ year: String(year), done: 'saved' }))
    const page = await wim.text(goesTo(added)!)
    expect(page).toContain('Op deze dagen is 1 kind afwezig gemeld.')
    expect(page).toContain('Niemand hoeft iets te doen.')
    expect(page).toContain('Erbij: Studiedagq (do 12 nov)'.replace('12', String(Number(week.thursday.slice(8)))))
    expect(Number((await hours())[1])).toBe(Number(before[1]) - 1)
    expect(goesTo(await wim.post(urls.yearCalendar(), studyDay))).toContain('done=same')

    expect(goesTo(await undo(wim, 'closed-days', page))).toBe(urls.yearCalendar({ done: 'undone' }))
    expect(await hours()).toEqual(before)
    expect(await wim.text(urls.yearCalendar({ done: 'undone' }))).toContain('die tellen nu mee')
  })

  test.each([
    ['an end before the start', { to: week.monday }, 'De laatste dag ligt voor de eerste.'],
    ['a day that does not exist', { from: `${year}-11-31` }, 'Deze dag bestaat niet.'],
    ['another school year', { from: `${year + 2}-03-03` }, 'Kies een dag daarin'],
    ['a year and a half', { to: `${year + 1}-06-01` }, 'langer dan twee maanden'],
    ['a Saturday', { from: week.saturday }, 'Op deze dagen is er toch al geen school.'],
    ['no name', { name: ' \u0007 ' }, 'Geef het een naam.'],
    ['no kind', { kind: 'party' }, 'Kies wat het is.'],
  ])('%s is refused in words', async (_, typed, words) => {
    const refused = await (await as(staff.wim)).post(urls.yearCalendar(), { ...studyDay, ...typed })
    expect([refused.status, (await refused.text()).includes(words)]).toEqual([422, true])
  })

  test('the holidays of a region come with one press; what the school has itself stays and is named', async () => {
    const wim = await as(staff.wim)
    const [own] = officialDays(2026, 'middle')!.filter(({ key }) => key === 'autumn')
    setClock(door.front, '2026-09-14', '09:00')
    const shorter = { year: '2026', kind: 'holiday', name: 'Herfstq', from: own!.from, to: '2026-10-23' }
    await wim.post(urls.yearCalendar(), shorter)
    expect((await wim.post(urls.officialHolidays(), { year: '2026' })).status).toBe(422)
    const taken = await wim.post(urls.officialHolidays(), { year: '2026', region: 'middle' })
    const page = await wim.text(goesTo(taken)!)
    expect(page).toContain('Kerstvakantie (za 19 dec tot en met zo 3 jan)')
    expect(page).toContain('Bij jullie: za 17 okt tot en met vr 23 okt')
    expect(page).toContain('Tweede Paasdag')
    expect(goesTo(await wim.post(urls.officialHolidays(), { year: '2026', region: 'middle' }))).toContain('done=same')
    const clash = await wim.post(urls.yearCalendar(), { ...studyDay, year: '2026', from: '2026-12-22' })
    expect(await clash.text()).toContain('Deze dagen vallen samen met Kerstvakantie (za 19 dec tot en met zo 3 jan).')
    expect((await wim.post(urls.officialHolidays(), { year: '2024', region: 'middle' })).status).toBe(303)
  })

  test('two who change the same days: the second sees it; other days are no hindrance; gone is gone', async () => {
    setClock(door.front, '2026-09-14', '09:00')
    const [wim, anouk] = [await as(staff.wim), await as(staff.anouk)]
    await wim.post(urls.yearCalendar(), { ...studyDay, year: '2026', from: '2027-03-09' })
    const address = /href="(\/settings\/calendar\/[0-9a-f-]{36})"[^>]*>Studiedagq/.exec(
      await wim.text(urls.yearCalendar()),
    )![1]!
    const seen = /name="seen" value="(\d+)"/.exec(await wim.text(address))![1]!
    await anouk.post(urls.yearCalendar(), { ...studyDay, year: '2026', name: 'Andersq', from: '2027-03-16' })
    const mine = { kind: 'study-day', name: 'Rekenq', from: '2027-03-09', to: '2027-03-10', seen }
    expect((await wim.post(address, mine)).status).toBe(303)
    const second = await anouk.post(address, { ...mine, name: 'Taalq', to: '2027-03-09' })
    const page = await second.text()
    expect([second.status, page.includes('Wimq Postmaq wijzigde dit')]).toEqual([422, true])
    expect(page).toContain('value="Taalq"')
    expect((await wim.post(`${address}/removal`)).status).toBe(303)
    expect((await anouk.post(address, mine)).status).toBe(404)
    const gerrit = await door.front.as(staff.gerrit, world.molen, 'molen.localhost')
    expect((await gerrit.get(address)).status).toBe(404)
  })

  test('an office that is no school has no calendar', async () => {
    const board = await door.front.as(staff.idris, world.kompas, 'kompas.localhost')
    expect((await board.get(urls.yearCalendar())).status).toBe(404)
  })
})

describe('the official table', () => {
  test('has whole weeks from Saturday to Sunday in order, six weeks of summer, and the Easters that were', () => {
    for (const start of [2025, 2026, 2027])
      for (const region of ['north', 'middle', 'south'] as const) {
        const days = officialDays(start, region)!
        const holidays = days.filter(({ kind }) => kind === 'holiday')
        expect(holidays.map(({ key }) => key)).toEqual([
          'summer-before',
          'autumn',
          'christmas',
          'spring',
          'may',
          'summer',
        ])
        for (const { key, from, to } of holidays) {
          const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
          expect([key, new Date(from).getUTCDay(), length]).toEqual([
            key,
            6,
            key.startsWith('summer') ? 44 : key === 'christmas' ? 16 : 9,
          ])
        }
      }
    const of = (start: number, key: string) => officialDays(start, 'north')!.find((one) => one.key === key)?.from
    expect(['easter-monday', 'ascension', 'whit-monday'].map((key) => of(2025, key))).toEqual([
      '2026-04-06',
      '2026-05-14',
      '2026-05-25',
    ])
    expect([of(2026, 'easter-monday'), of(2027, 'easter-monday')]).toEqual(['2027-03-29', '2028-04-17'])
  })
})
