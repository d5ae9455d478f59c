import { describe, expect, test } from 'vitest'
import { file, pupil, read, sample } from '#test/edexml/files.ts'
import type { Code } from '../problems.ts'
import { readEdexml } from './read.ts'

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
    [
      'an encoding with a name of JavaScript',
      file({ prolog: '<?xml version="1.0" encoding="constructor"?>' }),
      'encoding-unknown',
    ],
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
    const insideCharacter = Buffer.concat([Buffer.from(file()), Buffer.from('é').subarray(0, 1)])
    expect((await read(insideCharacter)).problems.at(-1)?.code).toBe('cut-off')
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
