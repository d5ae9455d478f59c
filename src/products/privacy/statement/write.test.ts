import { expect, test } from 'vitest'
import { placesIn } from '../choices/places.ts'
import { type Entry, entriesOf } from '../register/entries.ts'
import { transferWords } from '../register/transfers.ts'
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

test('nothing leaves the EEA, unless the organisation records that it does, and how it is protected there', () => {
  const [first, ...rest] = entries
  const contact = { controller: '', address: '', mail: '', phone: '', officer: '', officerMail: '', officerPhone: '' }
  const here: Facts = { ...of(entries), contact: { ...contact, storage: 'Nederland' } }
  expect(writeStatement('nl', here)).toContain('nooit door naar een land buiten de Europese Economische Ruimte')
  expect(writeStatement('en', here)).toContain('Data do not go to a country outside Europe')
  const there: Facts = {
    ...here,
    contact: { ...contact, storage: 'Verenigde Staten', safeguard: 'het adequaatheidsbesluit van 2023' },
    entries: [{ ...first!, outside: 'de vertaler in India, met een modelcontract' }, ...rest],
  }
  const text = writeStatement('nl', there)
  for (const said of [
    'in Verenigde Staten, buiten de EER',
    'adequaatheidsbesluit van 2023',
    'vertaler in India',
    'Verder geven',
  ])
    expect(text).toContain(said)
  expect(text).not.toContain('nooit door naar een land')
  expect(transferWords(there.contact, there.entries[0]!).en).toContain('outside the EEA, het adequaatheidsbesluit')
  expect(coreOf(there)).not.toBe(coreOf(here))
})

test.each([
  ['Nederland', []],
  ['in Duitsland en Frankrijk', []],
  ['the Netherlands', []],
  ['de VS', ['VS']],
  ['Ierland en het Verenigd Koninkrijk', ['Verenigd Koninkrijk']],
  ['Niger', ['Niger']],
  ['Nigeria', ['Nigeria']],
])('the country in “%s” is known', (text, outside) => {
  expect(placesIn(text).all).toBeGreaterThan(0)
  expect(placesIn(text).outside).toEqual(outside)
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
