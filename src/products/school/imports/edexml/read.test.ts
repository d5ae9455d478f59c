import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'
import { type Code, problemMessage } from './problems.ts'
import { type ReadOptions, readEdexml } from './read.ts'

const today = '2026-10-01'
const sample = (version: string) => readFileSync(join(root, `test/samples/edexml-${version}.xml`))

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
const read = (content: Buffer | string, options: ReadOptions = {}, chunk = 1000) =>
  readEdexml(inChunks(Buffer.from(content as string), chunk), { birthDates: true, today, ...options })

const file = (
  parts: { school?: string; groups?: string; pupils?: string; teachers?: string; prolog?: string } = {},
) => `${parts.prolog ?? ''}<EDEX>
<school><schooljaar>2026-2027</schooljaar>${parts.school ?? ''}</school>
<groepen><groep key="g1"><naam>Groep 1</naam><jaargroep>1</jaargroep></groep>${parts.groups ?? ''}</groepen>
<leerlingen>${parts.pupils ?? '<leerling key="1"><roepnaam>Saar</roepnaam><groep key="g1"/></leerling>'}</leerlingen>
<leerkrachten>${parts.teachers ?? '<leerkracht key="1"><roepnaam>Lia</roepnaam></leerkracht>'}</leerkrachten>
</EDEX>`
const pupil = (inside: string, attributes = 'key="1"') =>
  `<leerling ${attributes}><roepnaam>Saar</roepnaam>${inside}</leerling>`

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
    for (const version of ['1.03', '2.0', '2.1']) {
      const whole = await read(sample(version))
      for (const size of [1, 2, 7, 255, 257]) expect(await read(sample(version), {}, size)).toEqual(whole)
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
    const unknown = `<ouder><bsn>${secret}</bsn></ouder><toevoegingen><blok><bsn>${secret}</bsn></blok><blok/></toevoegingen>`
    const reading = await read(file({ pupils: pupil(`<groep key="g1"/>${inside}${unknown}`) }))
    expect(JSON.stringify(reading)).not.toContain(secret)
    expect(reading.roster).not.toBeNull()
    expect(reading.dropped).toEqual({
      ...Object.fromEntries(fields.map((field) => [field, 1])),
      unknown: 1,
      toevoegingen: 2,
    })
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

describe('rules', () => {
  const wrong: [string, string, Code, number, string][] = [
    ['no school year', file().replace(/<schooljaar>.*<\/schooljaar>/, ''), 'missing', 2, 'EDEX/school/schooljaar'],
    ['a year of two', file().replace('2026-2027', '2026-2028'), 'school-year', 2, 'EDEX/school/schooljaar'],
    ['BRIN', file({ school: '<brincode>9QX9</brincode>' }), 'brin', 2, 'EDEX/school/brincode'],
    [
      'location code',
      file({ school: '<dependancecode>1</dependancecode>' }),
      'location-code',
      2,
      'EDEX/school/dependancecode',
    ],
    [
      'two schools',
      file().replace('<groepen>', '<school><schooljaar>2026-2027</schooljaar></school><groepen>'),
      'repeated',
      3,
      'EDEX/school',
    ],
    ['no school', file().replace(/<school>.*<\/school>/, ''), 'missing', 1, 'EDEX/school'],
    ['no pupils', file({ pupils: '' }), 'no-pupils', 1, 'EDEX/leerlingen'],
    [
      'a group without a name',
      file({ groups: '<groep key="x"><naam/><jaargroep>1</jaargroep></groep>' }),
      'missing',
      3,
      'EDEX/groepen/groep[2]/naam',
    ],
    [
      'a group without a year',
      file({ groups: '<groep key="x"><naam>x</naam></groep>' }),
      'missing',
      3,
      'EDEX/groepen/groep[2]/jaargroep',
    ],
    [
      'one key for two groups',
      file({ groups: '<samengestelde_groep key=" g1 "><naam>x</naam></samengestelde_groep>' }),
      'key-repeated',
      3,
      'EDEX/groepen/samengestelde_groep[1]/@key',
    ],
    [
      'one key for two pupils',
      file({ pupils: pupil('<jaargroep>1</jaargroep>').repeat(2) }),
      'key-repeated',
      4,
      'EDEX/leerlingen/leerling[2]/@key',
    ],
    [
      'no key',
      file({ pupils: pupil('<jaargroep>1</jaargroep>', 'key=" "') }),
      'key-missing',
      4,
      'EDEX/leerlingen/leerling[1]/@key',
    ],
    [
      'one ECK iD for two',
      file({
        teachers:
          '<leerkracht key="a" eckid="e"><roepnaam>A</roepnaam></leerkracht><leerkracht key="b" eckid="e"><roepnaam>B</roepnaam></leerkracht>',
      }),
      'eckid-repeated',
      5,
      'EDEX/leerkrachten/leerkracht[2]/@eckid',
    ],
    [
      'a group that is not there',
      file({ pupils: pupil('<groep key="g2"/>') }),
      'reference-unknown',
      4,
      'EDEX/leerlingen/leerling[1]/groep/@key',
    ],
    [
      'a home group as composed group',
      file({
        pupils: pupil(
          '<jaargroep>1</jaargroep><samengestelde_groepen><samengestelde_groep key="g1"/></samengestelde_groepen>',
        ),
      }),
      'reference-unknown',
      4,
      'EDEX/leerlingen/leerling[1]/samengestelde_groepen/samengestelde_groep[1]/@key',
    ],
    [
      'a location that is not there',
      file({ pupils: pupil('<jaargroep>1</jaargroep><vestiging key="v"/>') }),
      'reference-unknown',
      4,
      'EDEX/leerlingen/leerling[1]/vestiging/@key',
    ],
    [
      'no name',
      file({ pupils: '<leerling key="1"><voornamen>Saar</voornamen><jaargroep>1</jaargroep></leerling>' }),
      'name-missing',
      4,
      'EDEX/leerlingen/leerling[1]',
    ],
    [
      '30 February',
      file({ pupils: pupil('<geboortedatum>2019-02-30</geboortedatum><jaargroep>1</jaargroep>') }),
      'date',
      4,
      'EDEX/leerlingen/leerling[1]/geboortedatum',
    ],
    ['year 9', file({ pupils: pupil('<jaargroep>9</jaargroep>') }), 'year', 4, 'EDEX/leerlingen/leerling[1]/jaargroep'],
    [
      'two call names',
      file({ pupils: pupil('<roepnaam>Sem</roepnaam><jaargroep>1</jaargroep>') }),
      'repeated',
      4,
      'EDEX/leerlingen/leerling[1]/roepnaam',
    ],
    [
      'a prefix of 11',
      file({ pupils: pupil('<voorvoegsel>van der van </voorvoegsel><jaargroep>1</jaargroep>') }),
      'too-long',
      4,
      'EDEX/leerlingen/leerling[1]/voorvoegsel',
    ],
    [
      'an element in a name',
      file({ teachers: '<leerkracht key="1"><roepnaam>Li<b/>a</roepnaam></leerkracht>' }),
      'element-in-value',
      5,
      'EDEX/leerkrachten/leerkracht[1]/roepnaam',
    ],
  ]
  test.each(wrong)('%s is an error with its line and path', async (_, xml, code, line, path) => {
    const { roster, problems } = await read(xml)
    expect(roster).toBeNull()
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', code, line, path })])
  })

  test('all problems are told, up to a hundred errors', async () => {
    const four = await read(file({ pupils: pupil('<jaargroep>9</jaargroep>', '').repeat(2) }))
    expect(four.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'key-missing EDEX/leerlingen/leerling[1]/@key',
      'year EDEX/leerlingen/leerling[1]/jaargroep',
      'key-missing EDEX/leerlingen/leerling[2]/@key',
      'year EDEX/leerlingen/leerling[2]/jaargroep',
    ])
    const many = await read(file({ pupils: pupil('', '').repeat(2000) }))
    expect(many.problems.filter(({ severity }) => severity === 'error')).toHaveLength(101)
    expect(many.problems.at(-1)).toMatchObject({ code: 'too-many-problems', limit: 100 })
  })

  const fine: [string, string][] = [
    ['a school year with spaces', file().replace('2026-2027', '2026 / 2027')],
    ['a school year beyond the list of the XSD', file().replace('2026-2027', '2031-2032')],
    ['teachers before groups', file().replace(/(<groepen>.*<\/groepen>)(.*)(<\/EDEX>)/s, '$2$1$3')],
    [
      'an empty element for none',
      file({
        pupils: pupil('<voorvoegsel/><geboortedatum></geboortedatum><groep key="g1"/><uitstroomdatum xsi:nil="true"/>'),
      }),
    ],
    [
      'a date with a time',
      file({ pupils: pupil('<geboortedatum>2019-02-11T00:00:00+01:00</geboortedatum><groep key="g1"/>') }),
    ],
    ['a default namespace', file().replace('<EDEX>', '<EDEX xmlns="urn:x">')],
    [
      'comments, CDATA, instructions, character references',
      file({
        pupils: pupil('<!-- a --><?b c?><achternaam><![CDATA[B]]>r&#233;<!-- -->e&amp;</achternaam><groep key="g1"/>'),
      }),
    ],
  ]
  test.each(fine)('%s is fine', async (_, xml) => {
    const { roster, problems } = await read(xml)
    expect(problems).toEqual([])
    expect(roster?.pupils).toHaveLength(1)
  })

  const odd: [string, string, Code][] = [
    ['an unknown version', file({ school: '<xsdversie>9.9</xsdversie>' }), 'version'],
    [
      'an unknown role',
      file({ teachers: '<leerkracht key="1"><roepnaam>Lia</roepnaam><rol>XYZ</rol></leerkracht>' }),
      'role',
    ],
    [
      'an odd address',
      file({ teachers: '<leerkracht key="1"><roepnaam>Lia</roepnaam><emailadres>lia</emailadres></leerkracht>' }),
      'email',
    ],
    ['a pupil without year and group', file({ pupils: pupil('') }), 'year-unknown'],
    ['an element of another namespace', file({ pupils: pupil('<x:a>b</x:a><groep key="g1"/>') }), 'unknown-element'],
  ]
  test.each(odd)('%s is a warning', async (_, xml, code) => {
    const { roster, problems } = await read(xml)
    expect(roster).not.toBeNull()
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', code })])
  })

  test('spaces around and inside values and keys, and ways to write é, are made one', async () => {
    const { roster } = await read(
      file({
        pupils: '<leerling key=" 7 "><achternaam>\n van\u00a0 Re\u0301 </achternaam><groep key="g1 "/></leerling>',
      }),
    )
    expect(roster?.pupils[0]).toMatchObject({ key: '7', homeGroup: 'g1', name: { surname: 'van Ré' } })
  })

  test('without peildatum and aanmaakdatum the day of reading counts', async () => {
    expect((await read(file())).roster?.referenceDate).toBe(today)
    expect(
      (await read(file({ school: '<aanmaakdatum>2026-09-02T08:15:00</aanmaakdatum>' }))).roster?.referenceDate,
    ).toBe('2026-09-02')
  })
})

describe('refused', () => {
  const latin = Buffer.from(file({ pupils: pupil('<achternaam>Zoë</achternaam><groep key="g1"/>') }), 'latin1')
  const refused: [string, Buffer | string, Code][] = [
    ['an empty file', '', 'empty'],
    ['only spaces', '  \n ', 'empty'],
    ['a zip file', 'PK\u0003\u0004 and the rest', 'not-xml'],
    ['EDEX2000 or CSV', 'naam;groep\nSaar;3', 'not-xml'],
    ['another XML', '<?xml version="1.0"?><html><body/></html>', 'not-edexml'],
    ['a prefixed root', '<x:EDEX xmlns:x="urn:x"/>', 'not-edexml'],
    ['a DOCTYPE', file({ prolog: '<!DOCTYPE EDEX>' }), 'document-type'],
    [
      'a billion laughs',
      file({ prolog: '<!DOCTYPE EDEX [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', pupils: '&b;' }),
      'document-type',
    ],
    [
      'an external entity',
      file({ prolog: '<!DOCTYPE EDEX [<!ENTITY a SYSTEM "file:///etc/passwd">]>' }),
      'document-type',
    ],
    ['an entity reference', file({ pupils: pupil('<achternaam>&eacute;</achternaam>') }), 'entity'],
    ['a bare &', file({ pupils: pupil('<achternaam>A & B</achternaam>') }), 'entity'],
    ['a NUL', file({ pupils: pupil('<achternaam>\0</achternaam>') }), 'not-well-formed'],
    ['crossed tags', file({ pupils: '<leerling key="1"><roepnaam>Saar</leerling></roepnaam>' }), 'not-well-formed'],
    ['an attribute twice', file({ pupils: pupil('', 'key="1" key="2"') }), 'not-well-formed'],
    ['deep nesting', file({ school: `<toevoegingen>${'<a>'.repeat(1000)}` }), 'too-deep'],
    ['UTF-16', Buffer.from(`\ufeff${file()}`, 'utf16le'), 'encoding-unknown'],
    ['an unknown encoding', file({ prolog: '<?xml version="1.0" encoding="EBCDIC"?>' }), 'encoding-unknown'],
    ['Latin-1 that says nothing', latin, 'encoding-wrong'],
    [
      '30,001 pupils',
      file({ pupils: Array.from({ length: 30_001 }, (_, n) => pupil('<groep key="g1"/>', `key="${n}"`)).join('') }),
      'too-many',
    ],
  ]
  test.each(refused)('%s', async (_, content, code) => {
    const { roster, problems } = await read(content, {}, 65_536)
    expect(roster).toBeNull()
    expect(problems.at(-1)).toMatchObject({ severity: 'error', code })
  })

  test('the line of a byte that is no UTF-8', async () => {
    const far = Buffer.concat([Buffer.from(`${file().slice(0, -7)}${'\n'.repeat(3000)}`), Buffer.from([0xe9, 0x20])])
    for (const size of [64, 1000, 100_000])
      expect((await read(far, {}, size)).problems[0]).toMatchObject({ code: 'encoding-wrong', line: 3006 })
  })

  test('the line of a bare &, not of where the parser notices', async () => {
    const xml = file({ pupils: `\n${pupil('<achternaam>A & B</achternaam>\n<groep key="g1"/>')}\n\n` })
    expect((await read(xml)).problems).toEqual([expect.objectContaining({ code: 'entity', line: 5 })])
    expect((await read(xml.replace('</EDEX>', ';</EDEX>'))).problems[0]).toMatchObject({ code: 'entity', line: 5 })
  })

  test('cut off anywhere: never a roster', async () => {
    for (const version of ['1.03', '2.1']) {
      const whole = sample(version)
      const end = whole.lastIndexOf('>')
      for (let length = 0; length <= end; length += 3) {
        const { roster, problems } = await read(whole.subarray(0, length))
        expect(roster).toBeNull()
        expect(problems).not.toEqual([])
      }
    }
    expect((await read(sample('2.1').subarray(0, 1500))).problems.at(-1)?.code).toBe('cut-off')
  })

  test('declared Windows-1252 and ISO-8859-15, and a byte order mark', async () => {
    const euro = (encoding: string, byte: number) =>
      Buffer.from(
        file({
          prolog: `<?xml version="1.0" encoding="${encoding}"?>`,
          pupils: pupil(`<achternaam>${String.fromCharCode(byte)}</achternaam><groep key="g1"/>`),
        }),
        'latin1',
      )
    for (const bytes of [euro('windows-1252', 0x80), euro('ISO-8859-1', 0x80), euro('iso-8859-15', 0xa4)]) {
      expect((await read(bytes)).roster?.pupils[0]?.name.surname).toBe('€')
    }
    expect((await read(`\ufeff${file()}`)).problems).toEqual([])
  })

  test.each([
    ['one endless text', '<EDEX><school><schooljaar>', 'a', 'run-too-long'],
    ['one endless comment', '<EDEX><!--', 'a', 'run-too-long'],
    ['one endless CDATA', '<EDEX><school><commentaar><![CDATA[', 'a', 'run-too-long'],
    ['one endless name', '<EDEX><', 'a', 'run-too-long'],
    ['endless attributes', '<EDEX ', 'a="1" ', 'run-too-long'],
    ['endless spaces', '<EDEX>', ' ', 'run-too-long'],
    ['endless blocks', '<EDEX><school><toevoegingen>', '<blok><code>1</code></blok>', 'too-large'],
  ])('%s of 100 MB is refused after reading at most 17 MB', async (_, start, more, code) => {
    const piece = Buffer.from(more.repeat(Math.ceil(65_536 / more.length)))
    let given = 0
    async function* endless() {
      yield Buffer.from(start)
      for (; given < 100_000_000; given += piece.byteLength) yield piece
    }
    const { roster, problems } = await readEdexml(endless())
    expect(roster).toBeNull()
    expect(problems.at(-1)?.code).toBe(code)
    expect(given).toBeLessThan(17 * 1024 * 1024)
  })

  test('a size known to be too large is refused without reading', async () => {
    let asked = false
    async function* chunks() {
      asked = true
      yield Buffer.from(file())
    }
    const { problems } = await readEdexml(chunks(), { bytes: 100_000_000 })
    expect(problems[0]).toMatchObject({ code: 'too-large', limit: 16 })
    expect(asked).toBe(false)
  })

  test('an error of the stream itself passes through', async () => {
    const broken = (async function* () {
      yield Buffer.from('<EDEX>')
      throw new Error('disk')
    })()
    await expect(readEdexml(broken)).rejects.toThrow('disk')
  })
})
