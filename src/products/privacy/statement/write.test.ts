import { expect, test } from 'vitest'
import { type Entry, entriesOf } from '../register/entries.ts'
import { coreOf, type Facts, writeStatement } from './write.ts'
import '#src/app.ts'

const organisation = { id: 'one', name: 'De Vuurtoren', kind: 'school', modulesOff: [], board: 'Kompas' } as const
const of = (entries: readonly Entry[]): Facts => ({ organisation, supplier: null, contact: null, entries })
const entries: readonly Entry[] = entriesOf(organisation)
const other = { nl: 'anders gezegd', en: 'said otherwise' }

test('what a release only words otherwise is another text, and no change that people are written about', () => {
  const reworded = entries.map((entry) => ({
    ...entry,
    name: other,
    recipients: entry.recipients && other,
    holdings: entry.holdings.map((one) => ({ ...one, what: other, whoSees: other, periods: [other] })),
  }))
  expect(writeStatement('nl', of(reworded))).not.toBe(writeStatement('nl', of(entries)))
  expect(coreOf(of(reworded))).toBe(coreOf(of(entries)))
})

test.each<[string, Partial<Entry>]>([
  ['ground', { ground: 'consent' }],
  ['kinds', { kinds: ['health'] }],
  ['recipients', { gets: 'de gemeente' }],
  ['periods', { holdings: entries[0]!.holdings.map((one) => ({ ...one, keeps: ['person delete x {"years":9}'] })) }],
])('another %s is such a change', (_, change) => {
  const [first, ...rest] = entries
  expect(coreOf(of([{ ...first!, ...change }, ...rest]))).not.toBe(coreOf(of(entries)))
})
