import { expect, test } from 'vitest'
import { levelsOf, type Present, propose } from './proposing.ts'

/** A group with one pupil of each of these years, called after group and year. */
const group = (name: string, year: string, ...years: string[]): Present => ({
  id: name,
  name,
  year,
  pupils: years.map((own) => ({ id: `${name} ${own}`, year: own })),
})
const goes = (...groups: Present[]) =>
  Object.fromEntries(
    propose(groups).map(({ pupil, group: to, year }) => [pupil, to === null ? 'leaves' : `${to}, ${year}`]),
  )

test('everyone goes one year up; a combination stays together where it can, parallel groups by their sign', () => {
  expect(
    goes(
      group('1/2 geel', 'C', '1', '2'),
      group('1/2 blauw', 'C', '1', '2'),
      group('3', '3', '3'),
      group('Groep 4/5 a', 'C', '4', '5'),
      group('Groep 4/5 b', 'C', '4', '5'),
      group('6a', '6', '6'),
      group('6b', '6', '6'),
      group('8', '8', '8'),
    ),
  ).toEqual({
    '1/2 geel 1': '1/2 geel, 2',
    '1/2 geel 2': '3, 3',
    '1/2 blauw 1': '1/2 blauw, 2',
    '1/2 blauw 2': '3, 3',
    'Groep 4/5 a 4': 'Groep 4/5 a, 5',
    'Groep 4/5 a 5': '6a, 6',
    'Groep 4/5 b 4': 'Groep 4/5 b, 5',
    'Groep 4/5 b 5': '6b, 6',
    // Nobody knows which 4 the pupils of 3 go to, nor what comes after 6: that is for a person.
    '8 8': 'leaves',
  })
})

test('other years than 1 to 8, and a group of which nobody knows the year, get no proposal', () => {
  expect(goes(group('S', 'S', 'S'), { ...group('X', 'C'), pupils: [{ id: 'x', year: null }] })).toEqual({})
  expect(goes()).toEqual({})
})

test('the years of a combination stand in its name', () => {
  expect(levelsOf({ name: 'Groep 1-2 A', year: 'C' })).toEqual(['1', '2'])
  expect(levelsOf({ name: 'Groep 5', year: '5' })).toEqual(['5'])
  expect(levelsOf({ name: 'De Dolfijnen', year: 'C' })).toHaveLength(8)
  expect(levelsOf({ name: 'Lokaal 12', year: 'C' })).toHaveLength(8)
})
