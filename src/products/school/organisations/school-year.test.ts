import { expect, test } from 'vitest'
import { parseSchoolYear, yearInWords } from './school-year.ts'

test('a school year is read as people and administrations write it', () => {
  const forms = [
    '2026-2027',
    '2026/2027',
    '2026 / 2027',
    ' 2026 - 2027 ',
    '2026–2027',
    '2026 — 2027',
    '2026\u00a0/\u00a02027',
  ]
  for (const form of forms) expect([form, parseSchoolYear(form)]).toEqual([form, { start: 2026, end: 2027 }])
  for (const form of ['', '2026', '2026-2026', '2026-2028', '2027-2026', '26-27', '2026--2027', '2026-2027-2028'])
    expect([form, parseSchoolYear(form)]).toEqual([form, null])
  expect(yearInWords({ start: 2026, end: 2027 })).toBe('2026-2027')
})
