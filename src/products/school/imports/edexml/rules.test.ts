import { describe, expect, test } from 'vitest'
import { file, pupil, read, today } from '#test/edexml/files.ts'
import type { Code } from '../problems.ts'

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
    ['two documents in one', `${file()}${file()}`, 'not-well-formed', 6, ''],
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

  test('a name turns no other text around, and one that nobody sees is none', async () => {
    const { roster } = await read(
      file({ pupils: pupil('<achternaam>\u202enimuL</achternaam><voorvoegsel>\u200b</voorvoegsel>') }),
    )
    expect(roster?.pupils[0]?.name).toMatchObject({ surname: 'nimuL', prefix: null })
  })

  test('without peildatum and aanmaakdatum the day of reading counts', async () => {
    expect((await read(file())).roster?.referenceDate).toBe(today)
    expect(
      (await read(file({ school: '<aanmaakdatum>2026-09-02T08:15:00</aanmaakdatum>' }))).roster?.referenceDate,
    ).toBe('2026-09-02')
  })
})
