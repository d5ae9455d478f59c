import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { root } from '#shared/root.ts'
import { rosters } from '#test/edexml/rosters.ts'
import type { Roster } from '../roster/roster.ts'
import { readEdexml } from './read.ts'
import { writeEdexml } from './write.ts'

const contracts = join(root, '../shared/contracts/edexml-2.1')
const read = async (xml: string) =>
  readEdexml(
    (async function* () {
      yield Buffer.from(xml)
    })(),
    { birthDates: true },
  )

test('what is written reads back as the same roster', async () => {
  await fc.assert(
    fc.asyncProperty(rosters, async (roster) => {
      const { roster: again, problems } = await read(writeEdexml(roster))
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(again).toEqual(roster)
    }),
    { numRuns: 300 },
  )
})

test('what the schema cannot hold is left out, not written wrong', async () => {
  const [roster] = fc.sample(rosters, { numRuns: 1, seed: 1 }) as [Roster]
  const pupil = {
    key: 'k',
    eckId: null,
    name: { surname: null, prefix: 'van', firstNames: null, initials: null, callName: `Sa\u0000ar${'r'.repeat(80)}` },
    birthDate: null,
    year: null,
    homeGroup: null,
    composedGroups: [],
    location: null,
    enteredOn: null,
    leftOn: null,
  }
  const { roster: again } = await read(writeEdexml({ ...roster, brin: null, locationCode: '02', pupils: [pupil] }))
  expect(again?.pupils[0]?.name).toEqual({ ...pupil.name, prefix: null, callName: `Saar${'r'.repeat(60)}` })
  expect(again?.locationCode).toBeNull()
})

describe.skipIf(!existsSync(contracts))('the XSDs of EDEXML 2.1 (skipped where ../shared/contracts is missing)', () => {
  const xsd = (name: string) => ({ fileName: name, contents: readFileSync(join(contracts, name), 'utf8') })
  const validate = async (xml: string[]) => {
    const { errors } = await validateXML({
      xml: xml.map((contents, index) => ({ fileName: `file-${index}.xml`, contents })),
      schema: [xsd('EDEXML.structuur.xsd')],
      preload: ['EDEXML.elementen.xsd', 'EDEXML.types.vast.xsd', 'EDEXML.types.variabel.xsd'].map(xsd),
      initialMemoryPages: 64 * memoryPages.MiB,
      maxMemoryPages: 128 * memoryPages.MiB,
    })
    return errors.map(({ message }) => message)
  }
  // Their list of school years ends at 2024-2025.
  const inYear = (xml: string) => xml.replace(/<schooljaar>.*<\/schooljaar>/, '<schooljaar>2024-2025</schooljaar>')

  test('accept every file that is written', async () => {
    const files = fc.sample(rosters, { numRuns: 60, seed: 20_261_001 }).map((roster) => inYear(writeEdexml(roster)))
    expect(await validate(files)).toEqual([])
  })

  test('accept our own samples, and refuse one with its elements out of order', async () => {
    const samples = ['1.03', '2.0', '2.1'].map((version) =>
      inYear(readFileSync(join(root, `test/samples/edexml-${version}.xml`), version === '1.03' ? 'latin1' : 'utf8')),
    )
    const withoutForeignTypes = samples.map((xml) =>
      xml.replace(/ *<toevoegingen>.*?<\/toevoegingen>\n/s, '').replace('encoding="ISO-8859-1"', 'encoding="UTF-8"'),
    )
    expect(await validate(withoutForeignTypes)).toEqual([])
    const moved = withoutForeignTypes[2]!.replace(
      /(<achternaam>Kaya<\/achternaam>)(\s*)(<roepnaam>Elif<\/roepnaam>)/,
      '$3$2$1',
    )
    expect(await validate([moved])).not.toEqual([])
  })
})
