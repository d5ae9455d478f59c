import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'
import { AT_LEAST, chances, MOST_CHANCE, STEP, told } from './blurring.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const sql = (text: string, values: unknown[] = []) =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(text, values)).rows)

type Told = number | null

/** How likely each answer is for a count, when chance adds an amount; or without chance. */
const answers = (count: number, blurred = true): Map<Told, number> => {
  const likely = new Map<Told, number>()
  for (const [amount, chance] of blurred ? chances : ([[0, 1]] as const)) {
    const answer = told(count, amount)
    likely.set(answer, (likely.get(answer) ?? 0) + chance)
  }
  return likely
}

/**
 * The best that anybody can do who knows all the others: knowing that without this person the count is `others`, telling
 * from the answer whether the person was there. A half is a guess; one is certainty.
 */
const bestGuess = (others: number, blurred = true): number => {
  const [without, with_] = [answers(others, blurred), answers(others + 1, blurred)]
  let sum = 0
  for (const answer of new Set([...without.keys(), ...with_.keys()]))
    sum += Math.max(without.get(answer) ?? 0, with_.get(answer) ?? 0) / 2
  return sum
}

describe('an attempt to re-identify someone from the anonymous figures fails', () => {
  const counts = Array.from({ length: 400 }, (_, count) => count)

  test('a small group, or one person alone, is never told', () => {
    for (const count of counts.slice(0, AT_LEAST)) expect([...answers(count).keys()]).toEqual([null])
    for (const count of counts)
      for (const answer of answers(count).keys())
        expect(answer === null || (answer >= AT_LEAST && answer % STEP === 0 && count >= AT_LEAST)).toBe(true)
  })

  test('who knows everybody else and subtracts two months guesses hardly better than by a coin', () => {
    // Rounding alone would give people away: 24 and 25 are 20 and 30.
    expect(bestGuess(AT_LEAST + MOST_CHANCE - 1, false)).toBe(1)
    for (const others of counts) expect(bestGuess(others)).toBeLessThan(0.63)
  })

  test('chance is as often up as down, so that figures mean something', () => {
    const mean = chances.reduce((sum, [amount, likely]) => sum + amount * likely, 0)
    expect(Math.abs(mean)).toBeLessThan(1e-9)
    expect(chances.reduce((sum, [, likely]) => sum + likely, 0)).toBeCloseTo(1)
  })
})

describe('the figures of a school', () => {
  const crowd = Array.from({ length: 300 }, () => randomUUID() as string)
  beforeEach(async () => {
    await sql('truncate audit_line, audit_checkpoint, disclosure_subject, figures_switch')
    door.front.clock.now = new Date('2026-11-10T09:00:00Z')
  })
  const use = (day: string, place: string, role: string, people: readonly string[]) =>
    sql(
      `insert into audit_line (organisation_id, at, person_id, action, place, subjects, kinds, role, sequence, hash)
       select $1, $2, person, 'opened', $3, array[$4::uuid], '{ordinary}', $5, (select coalesce(max(sequence), 0) from audit_line) + n, 'x'
       from unnest($6::uuid[]) with ordinality as them (person, n), generate_series(1, 2)
       on conflict do nothing`,
      [vuurtoren, `${day} 10:00`, place, pupils.mila, role, people],
    )

  test('nobody of a small group is in them, everybody counts once, and nothing names the school', async () => {
    await use('2026-10-05', 'GET /children/:id', 'guardian', crowd)
    await use('2026-10-06', 'GET /absences/mine', 'guardian', crowd)
    await use('2026-10-06', 'GET /people/:id', 'principal', [staff.anouk])
    await use('2026-10-07', 'GET /day/:group', 'teacher', [staff.hatice, staff.tom])
    await use('2026-10-08', 'GET /people/:id', 'supplier-support', crowd)
    // Another month is another figure.
    await use('2026-09-30', 'GET /people/:id', 'guardian', crowd)
    await use('2026-11-01', 'GET /people/:id', 'guardian', crowd)
    const file = await (await as(staff.roos)).text(urls.figuresFile())
    const { month, figures } = JSON.parse(file)
    expect([month, Object.keys(JSON.parse(file))]).toEqual(['2026-10', ['month', 'figures']])
    expect(figures.map(({ part, who }: never) => `${part} ${who}`)).toEqual(['absences families', 'children families'])
    const sum = figures.reduce((all: number, { people }: { people: number }) => all + people, 0)
    expect(Math.abs(sum - crowd.length)).toBeLessThanOrEqual(2 * MOST_CHANCE + STEP)
    expect(file).not.toMatch(/[0-9a-f]{8}-|vuurtoren/i)
    // Asking again tells no more.
    expect(await (await as(staff.wim)).text(urls.figuresFile())).toBe(file)
    const page = await (await as(staff.roos)).text(urls.figures())
    expect(page).toContain('Je eigen kinderen')
    expect(page).toContain(`<td class="number">${figures[0].people}</td>`)
  })

  test('off until somebody decides, with a history of who did; nothing is sent', async () => {
    const [roos, wim] = [await as(staff.roos), await as(staff.wim)]
    expect(await roos.text(urls.figures())).toContain('Nee. Er gaat niets weg.')
    for (const other of [staff.hatice, guardians.fenna])
      expect((await (await as(other)).post(urls.figures(), { allowed: 'yes' })).status).toBe(404)
    await wim.post(urls.figures(), { allowed: 'perhaps' })
    expect(await sql('select 1 from figures_switch')).toEqual([])
    for (const _ of [1, 2]) expect((await wim.post(urls.figures(), { allowed: 'yes' })).status).toBe(303)
    door.front.clock.now = new Date('2026-11-11T09:00:00Z')
    await roos.post(urls.figures(), { allowed: 'no' })
    expect(await sql('select allowed, decided_by from figures_switch order by decided_at')).toEqual([
      { allowed: true, decided_by: staff.wim },
      { allowed: false, decided_by: staff.roos },
    ])
    const page = await roos.text(urls.figures())
    for (const word of ['Nee. Er gaat niets weg.', 'Toegestaan', 'Wimq Postmaq', 'Gestopt', 'Roosq Tuinstraq'])
      expect(page).toContain(word)
  })
})
