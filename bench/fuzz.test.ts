import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { mutate } from './mutate.ts'
import { chance } from './random.ts'

test('thousands of damaged EDEXML files neither crash the reader nor half pass', async () => {
  const bad: string[] = []
  const result = await fuzz(3_000, 20_261_001, (bytes, error) => bad.push(`${error}: ${bytes.toString('base64')}`))
  expect(bad).toEqual([])
  expect(result).toMatchObject({ cases: 3_000, crashes: 0, hangs: 0 })
  // Both ways have to be walked, or the changes are too wild or too tame to prove anything.
  expect(result.accepted).toBeGreaterThan(100)
  expect(result.refused).toBeGreaterThan(1_000)
})

test('the same seed gives the same file, another seed another', () => {
  const xml =
    '<EDEX><school><schooljaar>2026-2027</schooljaar></school><leerlingen><leerling key="1"/></leerlingen></EDEX>'
  const made = (seed: number) => mutate(xml, chance(seed)).toString('latin1')
  expect(made(5)).toBe(made(5))
  expect(new Set(Array.from({ length: 50 }, (_, seed) => made(seed))).size).toBeGreaterThan(30)
})
