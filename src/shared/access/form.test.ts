import { expect, test } from 'vitest'
import { typedFields } from './form.ts'

test('a field that comes a quarter of a million times is a list, made in one go', () => {
  const form = new FormData()
  for (let index = 0; index < 250_000; index++) form.append('a', String(index))
  expect(typedFields(form).a).toHaveLength(250_000)
})
