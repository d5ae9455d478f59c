import { expect, test } from 'vitest'
import { typedFields } from './form.ts'

test('a field that comes a quarter of a million times is a list, made in one go', () => {
  const form = new FormData()
  for (let index = 0; index < 250_000; index++) form.append('a', String(index))
  expect(typedFields(form).a).toHaveLength(250_000)
})

test('what nobody sees is empty, and no name turns the text around it; families and Arabic stay as they are', () => {
  const form = new FormData()
  const given = [
    '\u200b\u200b',
    '\u3164',
    ' \u00a0 ',
    '\u202eabc',
    'a\0b',
    '\u2067\u05d0\u2069',
    '👨‍👩‍👧',
    'محمد\u200f',
    '\r\nx',
  ]
  for (const [index, value] of given.entries()) form.append(String(index), value)
  expect(Object.values(typedFields(form))).toEqual(['', '', '', 'abc', 'ab', '\u05d0', '👨‍👩‍👧', 'محمد\u200f', 'x'])
})
