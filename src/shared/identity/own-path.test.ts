import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  ['/me', '/me'],
  ['/people?q=a&page=2#x', '/people?q=a&page=2'],
  ['//elsewhere.example', undefined],
  ['/\\elsewhere.example', undefined],
  ['/%2f/elsewhere.example', '/%2f/elsewhere.example'],
  ['/a/..//elsewhere.example', undefined],
  ['https://elsewhere.example', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
  [null, undefined],
])('after signing in, %s leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path)
})
