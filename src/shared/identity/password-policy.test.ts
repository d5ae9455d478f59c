import { expect, test } from 'vitest'
import { type PasswordProblem, passwordProblem } from './password-policy.ts'

const own = ['fenna.yildiz@gezin.example', 'De Vuurtoren']
const problem = (password: string, staff = false) => passwordProblem(password, { staff, own })

test.each<[string, PasswordProblem]>([
  ['kort', 'short'],
  ['negen 9 x', 'short'],
  ['x'.repeat(201), 'long'],
  ['welkom0123', 'common'],
  ['Welkom01!!', 'common'],
  ['W3lk0m2026!', 'common'],
  ['wachtwoord', 'common'],
  ['P@ssw0rd123', 'common'],
  ['voetbal2026', 'common'],
  ['2026voetbal!', 'common'],
  ['v03tb4l1234', 'common'],
  ['Amsterdam020', 'common'],
  ['feyenoord1908', 'common'],
  ['IkHouVanJou!', 'common'],
  ['zomer2026!!', 'common'],
  ['Éléphant2026', 'common'],
  ['sunshine-77', 'common'],
  ['1234567890', 'pattern'],
  ['0612345678', 'pattern'],
  ['21-03-1984-2', 'pattern'],
  ['qwertyuiop', 'pattern'],
  ['Qwerty123456', 'pattern'],
  ['asdfghjkl;1', 'pattern'],
  ['azertyuiop12', 'pattern'],
  ['aaaaaaaaaaaa', 'pattern'],
  ['abcabcabcabc', 'pattern'],
  ['abcdefghijk', 'pattern'],
  ['hahahahahaha', 'pattern'],
  ['fenna12345678', 'own'],
  ['yildiz-2026!', 'own'],
  ['FennaYildiz1', 'own'],
  ['Vuurtoren2026', 'own'],
  ['devuurtoren!', 'own'],
])('refuses %s: %s', (password, expected) => {
  expect(problem(password)).toBe(expected)
})

test.each([
  'vijf paarse gieters zingen',
  'kapstok regent maandag',
  'voetbalt oma graag binnen',
  'tR9-vQx2mLpz',
  'şeker بيت дом 家 vier',
  'mijn hond heet Aristoteles',
  'correct horse battery staple',
])('takes %s', (password) => {
  expect(problem(password, true)).toBeNull()
})

test('staff need twelve characters, counted as people see them', () => {
  expect(problem('kiwi-plunj9')).toBeNull()
  expect(problem('kiwi-plunj9', true)).toBe('short')
  expect(problem('дом🏠кот🐈лес🌲')).toBeNull()
  expect(problem('é'.normalize('NFD').repeat(5))).toBe('short')
})
