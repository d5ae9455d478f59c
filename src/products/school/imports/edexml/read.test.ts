import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'
import { file, pupil, read, sample } from '#test/edexml/files.ts'
import { problemMessage } from '../problems.ts'

describe('versions', () => {
  test('1.03: Latin-1, a group or a year, and the year of the group counts', async () => {
    const { roster, dropped, problems } = await read(sample('1.03'))
    expect(problems).toEqual([])
    expect(roster).toMatchObject({ brin: '99QA', locationCode: null, referenceDate: '2026-10-02', teachers: [] })
    expect(roster?.pupils.map(({ name, year, homeGroup }) => [name.callName, year, homeGroup])).toEqual([
      ['Zoë', '1', '1'],
      ['Deniz', '3', null],
      ['Mees', null, '34'],
    ])
    expect(dropped).toEqual({ geslacht: 1, land: 1, sofinummer: 1, gewicht: 1 })
  })

  test('2.0: locations, composed groups, roles, extensions, keys that are no identity', async () => {
    const { roster, dropped, problems } = await read(sample('2.0'))
    expect(problems).toEqual([])
    expect(roster?.locationCode).toBe('01')
    expect(roster?.locations).toEqual([{ key: 'A', name: 'Aan de gracht' }])
    expect(roster?.pupils[0]).toEqual({
      key: null,
      eckId: null,
      name: { surname: 'Groot', prefix: 'de', firstNames: null, initials: null, callName: 'Isa' },
      birthDate: null,
      year: '5',
      homeGroup: '#5a',
      composedGroups: ['koor'],
      location: 'A',
      enteredOn: null,
      leftOn: null,
    })
    expect(roster?.teachers[0]).toMatchObject({
      key: 'LK1',
      email: 'n.okafor@school.example',
      roles: ['IB'],
      otherRoles: ['Vertrouwenspersoon'],
      groups: [
        { group: '#5a', roles: ['LRK'], otherRoles: [] },
        { group: 'koor', roles: [], otherRoles: [] },
      ],
    })
    expect(dropped).toEqual({ auteur: 1, toevoegingen: 1, 'bsn_ondwnr-4': 1, postcodenl: 1 })
  })

  test('2.1: ECK iDs and the role TAL', async () => {
    const { roster, problems } = await read(sample('2.1'))
    expect(problems).toEqual([])
    expect(roster?.pupils.map(({ eckId }) => eckId?.slice(-4))).toEqual(['0a1b', '0a1c', undefined])
    expect(roster?.teachers[0]?.roles).toEqual(['TAL'])
  })

  const example = join(root, '../shared/samples/edexml-2.1-example.xml')
  test.skipIf(!existsSync(example))('the published example (skipped where ../shared/samples is missing)', async () => {
    const { roster, dropped, problems } = await read(readFileSync(example))
    expect(problems).toEqual([])
    expect(roster?.groups).toHaveLength(8)
    expect(roster?.pupils.map(({ name }) => name.callName)).toEqual(['Wimpie', null, 'Gradje'])
    expect(dropped).toMatchObject({
      bsn: 1,
      'bsn_ondwnr-4': 1,
      land: 2,
      land_vader: 1,
      gewicht_nieuw: 1,
      toevoegingen: 4,
    })
  })

  test('any cut into chunks gives the same, one byte at a time too', async () => {
    const wide = Buffer.from(file({ pupils: pupil(`<achternaam>${'é€𝒳ß…'.repeat(30)}</achternaam><groep key="g1"/>`) }))
    for (const bytes of [sample('1.03'), sample('2.0'), sample('2.1'), wide]) {
      const whole = await read(bytes)
      expect(whole.roster).not.toBeNull()
      for (const size of [1, 2, 3, 7, 255, 257]) expect(await read(bytes, {}, size)).toEqual(whole)
    }
  })
})

describe('allow-list', () => {
  test('nothing outside it is kept or said, wherever it stands', async () => {
    const secret = '999999990'
    const fields =
      'bsn sofinummer onderwijsnummer bsn_ondwnr-4 rijksregisternummer etniciteit land land_vader land_moeder gewicht gewicht_nieuw postcodenl postnummerbe postcodeoverig fotourl emailadres gebruikersnaam geslacht start_ondw_jgr3'.split(
        ' ',
      )
    const inside = fields.map((field) => `<${field}>${secret}</${field}>`).join('')
    const unknown = `<ouder/><ouder><bsn>${secret}</bsn></ouder><toevoegingen><blok><bsn>${secret}</bsn></blok><blok><blok/></blok></toevoegingen>`
    const reading = await read(file({ pupils: pupil(`<groep key="g1"/>${inside}${unknown}`) }))
    expect(JSON.stringify(reading)).not.toContain(secret)
    expect(reading.roster).not.toBeNull()
    expect(reading.dropped).toEqual({
      ...Object.fromEntries(fields.map((field) => [field, 1])),
      unknown: 2,
      toevoegingen: 2,
    })
    // Once per place, however many pupils have it.
    expect(reading.problems).toEqual([
      { severity: 'warning', code: 'unknown-element', line: 4, path: 'EDEX/leerlingen/leerling/*' },
    ])
  })

  test('birth dates are dropped unless the school switched them on', async () => {
    const { roster, dropped } = await read(sample('2.1'), { birthDates: false })
    expect(roster?.pupils.map(({ birthDate }) => birthDate)).toEqual([null, null, null])
    expect(dropped.geboortedatum).toBe(2)
  })

  test('a problem never repeats what the file says', async () => {
    const secret = 'Groot-999999990'
    const inside = `<jaargroep>${secret}</jaargroep><geboortedatum>${secret}</geboortedatum><groep key="${secret}"/><${secret}/>${secret}`
    const { roster, problems } = await read(file({ pupils: pupil(inside, `key="${secret.repeat(30)}"`) }))
    expect(roster).toBeNull()
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'date',
      'reference-unknown',
      'stray-text',
      'too-long',
      'unknown-element',
      'year',
    ])
    const said = problems.flatMap((problem) => [
      problem.path,
      problemMessage('nl', problem),
      problemMessage('en', problem),
    ])
    expect(said.join()).not.toMatch(/Groot|9999/)
  })
})
