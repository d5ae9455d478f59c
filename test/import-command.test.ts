import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { writeEdexml } from '#products/school/imports/edexml/write.ts'
import { g3, named, pupil, roster, teacher } from './edexml/stored.ts'
import { jsonOf, operator } from './operator.ts'

// The operator's command as a process of its own.

const { at, run, peakWhile } = operator()

const children = Array.from({ length: 20 }, (_, index) => pupil({ key: `${index + 1}`, name: named(`Kind${index}q`) }))
const xml = (given: Parameters<typeof roster>[0] = {}) =>
  writeEdexml(
    roster({
      pupils: children,
      teachers: [teacher({ key: 't1', name: named('Liaq', 'Peters') })],
      groups: [g3],
      ...given,
    }),
  )
const fileWith = (content: string | Buffer): string => {
  const path = join(at.dataDir, 'EDEX.xml')
  writeFileSync(path, content)
  return path
}
const importing = (content: string | Buffer, ...flags: string[]) =>
  run(['import', 'edexml', fileWith(content), '--organisation', 'school.localhost', ...flags])

test('a dry run says what would change and changes nothing; then it is done; then there is nothing to do', {
  timeout: 90_000,
}, async () => {
  const bsn = '<bsn>999999990</bsn>'
  const withBsn = xml().replace('<groep key="g3"/>', `<groep key="g3"/>${bsn}`)
  expect(withBsn).toContain(bsn)
  const dry = await importing(withBsn, '--dry-run', '--json')
  expect(dry).toMatchObject({ code: 0, error: '' })
  const nothing = { pupils: 0, teachers: 0, groups: 0 }
  expect(jsonOf(dry)).toMatchObject({
    added: { pupils: 20, teachers: 1, groups: 1 },
    changed: nothing,
    moved: nothing,
    left: nothing,
    ambiguous: nothing,
    dropped: { bsn: 1 },
    problems: [],
    applied: false,
  })
  expect(jsonOf(await importing(withBsn, '--json'))).toMatchObject({ added: { pupils: 20 }, applied: true })
  const again = await run(['import', 'edexml', '-', '--organisation', 'school:3000', '--json'], withBsn)
  expect(jsonOf(again)).toMatchObject({ added: nothing, changed: nothing, unchanged: { pupils: 20 } })

  const words = await importing(withBsn)
  expect(words.code).toBe(0)
  expect(words.out).toContain('School year 2026-2027')
  expect(words.out + dry.out).not.toMatch(/Kind1q|Liaq|999999990/)
})

test('--confirm-leavers and --confirm-brin: refused without, in one sentence, and nothing changed', {
  timeout: 90_000,
}, async () => {
  const fewer = xml({ pupils: children.slice(2) })
  const refused = await importing(fewer, '--json')
  expect(refused.code).toBe(1)
  expect(refused.error).toMatch(/^2 pupils would leave.*--confirm-leavers[^\n]*\n$/)
  expect(jsonOf(refused)).toMatchObject({ left: { pupils: 2 }, applied: false, needs: ['leavers'] })
  const other = await importing(xml({ brin: '11AA' }))
  expect(other).toMatchObject({ code: 1, error: expect.stringMatching(/another BRIN.*--confirm-brin[^\n]*\n$/) })
  expect(jsonOf(await importing(xml(), '--json'))).toMatchObject({ unchanged: { pupils: 20 }, left: { pupils: 0 } })

  expect((await importing(fewer, '--confirm-leavers')).code).toBe(0)
  expect(jsonOf(await importing(fewer, '--json'))).toMatchObject({ left: { pupils: 0 }, unchanged: { pupils: 18 } })
  expect((await importing(xml({ brin: '11AA' }), '--confirm-brin')).code).toBe(0)
  expect((await importing(xml({ brin: '11AA' }))).code).toBe(0)
  expect((await importing(xml(), '--confirm-brin')).code).toBe(0)
})

test('a bad file names line and reason; a wrong host, file or word does so too', { timeout: 90_000 }, async () => {
  const bad = await importing(xml().replace('<jaargroep>3</jaargroep>', '<jaargroep>9</jaargroep>'), '--json')
  expect(bad).toMatchObject({ code: 1, error: expect.stringMatching(/^line \d+: This year group does not exist/) })
  expect(jsonOf(bad)).toMatchObject({
    added: { pupils: 0 },
    applied: false,
    problems: [{ line: expect.any(Number), path: expect.stringContaining('jaargroep'), message: expect.any(String) }],
  })
  expect(await run(['import', 'edexml', '/nowhere.xml', '--organisation', 'school'])).toMatchObject({
    code: 1,
    error: expect.stringContaining('ENOENT'),
  })
  expect(await run(['import', 'edexml', fileWith(xml()), '--organisation', 'nobody'])).toMatchObject({
    code: 1,
    error: 'No organisation answers on nobody.\n',
  })
  expect(await run(['import', 'edexml', fileWith(xml()), '--organisation', 'bestuur'])).toMatchObject({
    code: 1,
    error: expect.stringContaining('is no school'),
  })
  expect((await run(['import', 'edexml', fileWith(xml())])).code).toBe(2)
  expect((await run(['import', 'edexml', '--organisation', 'school'])).code).toBe(2)
})

test('export writes a file of the school that changes nothing when it is read in', { timeout: 60_000 }, async () => {
  const output = join(at.dataDir, 'out.xml')
  expect(await run(['export', 'edexml', '--organisation', 'school', '--output', output])).toMatchObject({
    code: 0,
    out: '',
  })
  const written = readFileSync(output, 'utf8')
  expect((await run(['export', 'edexml', '--organisation', 'school'])).out).toBe(written)
  expect(written).toContain('<roepnaam>Kind0q</roepnaam>')
  const zero = { pupils: 0, teachers: 0, groups: 0 }
  expect(jsonOf(await importing(written, '--json'))).toMatchObject({
    added: zero,
    changed: zero,
    moved: zero,
    left: zero,
    ambiguous: zero,
  })
  expect((await run(['export', 'edexml', '--organisation', 'bestuur'])).code).toBe(1)
})

/** 100 MB of pupils. */
function* endless(): Generator<string> {
  yield '<EDEX><school><schooljaar>2026-2027</schooljaar></school><leerlingen>'
  for (let n = 0; n < 100_000; n++)
    yield `<leerling key="${n}"><achternaam>${'x'.repeat(180)}</achternaam><geslacht>1</geslacht>${' '.repeat(750)}</leerling>\n`
}

test('100 MB are refused unread, and within 256 MB where the size is not known', { timeout: 90_000 }, async () => {
  const big = fileWith([...endless()].join(''))
  expect(await run(['import', 'edexml', big, '--organisation', 'school'])).toMatchObject({
    code: 1,
    error: expect.stringContaining('too large: more than 16 MB'),
  })
  const read = await peakWhile(['import', 'edexml', '-', '--organisation', 'school'], Readable.from(endless()))
  expect(read).toMatchObject({
    code: 1,
    error: expect.stringMatching(/too large: more than 16 MB|more than \d+ of these/),
  })
  expect(read.peak).toBeGreaterThan(20)
  expect(read.peak).toBeLessThan(256)
})
