import { expect, test } from 'vitest'
import { nameMatcher } from './names.ts'

test('a name is found by the beginning of its words, without marks or capitals', () => {
  expect(nameMatcher('yil')('Fenna Yıldız')).toBe(true)
  expect(nameMatcher('LUK')('Łukasz Nowak')).toBe(true)
  expect(nameMatcher('van meu')('Noor van der Meulen')).toBe(true)
  expect(nameMatcher('meu noor')('Noor van der Meulen')).toBe(true)
  expect(nameMatcher('jan pie')('Jan-Pieter Bos')).toBe(true)
  expect(nameMatcher('')('Wie dan ook')).toBe(true)
  expect(nameMatcher('oor')('Noor van der Meulen')).toBe(false)
})
