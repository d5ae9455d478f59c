import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { root } from '#shared/root.ts'
import { changed, type Files, of11, zipOf } from './oneroster/files.ts'
import { jsonOf, operator } from './operator.ts'

// The operator's command as a process of its own.

const { at, run, peakWhile } = operator()
const school = ['--organisation', 'school.localhost']
const zero = { pupils: 0, teachers: 0, groups: 0 }
const none = { added: zero, changed: zero, moved: zero, left: zero, ambiguous: zero }

const importing = async (files: Files, ...flags: string[]) => {
  const path = join(at.dataDir, 'oneroster.zip')
  writeFileSync(path, await zipOf(files))
  return run(['import', 'oneroster', path, ...school, ...flags])
}

test('OneRoster is taken over as EDEXML is: a dry run, all of it, nothing more, and out again in both versions', {
  timeout: 120_000,
}, async () => {
  const dry = await importing(of11, '--dry-run', '--json')
  expect(dry).toMatchObject({ code: 0, error: '' })
  const counts = { pupils: 3, teachers: 2, groups: 3 }
  const dropped = { identifier: 1, password: 1, userIds: 1, white: 1, birthDate: 2, username: 8 }
  expect(jsonOf(dry)).toMatchObject({ ...none, added: counts, dropped, problems: [], needs: [], applied: false })
  expect(jsonOf(await importing(of11, '--json'))).toMatchObject({ added: counts, applied: true })
  expect(jsonOf(await importing(of11, '--json'))).toMatchObject({ ...none, unchanged: counts })
  const words = await importing(of11)
  expect(words.out).toContain('School year 2026-2027')
  expect(words.out + dry.out).not.toMatch(/Saar|Lia|999999990|geheim/)

  for (const version of ['1.1', '1.2']) {
    const output = join(at.dataDir, `out-${version}.zip`)
    expect(await run(['export', 'oneroster', ...school, '--version', version, output])).toEqual({
      code: 0,
      out: '',
      error: '',
    })
    const again = await run(['import', 'oneroster', output, ...school, '--json'])
    expect(jsonOf(again)).toMatchObject({ ...none, unchanged: counts })
  }
  const edexml = join(at.dataDir, 'out.xml')
  expect((await run(['export', 'edexml', ...school, '--output', edexml])).code).toBe(0)
  expect(jsonOf(await run(['import', 'edexml', edexml, ...school, '--json']))).toMatchObject({
    ...none,
    unchanged: counts,
  })
})

test('a file of changes changes what it names, and asks before many leave', { timeout: 90_000 }, async () => {
  const delta = join(root, 'test/samples/oneroster-1.1-delta')
  const asked = await run(['import', 'oneroster', delta, ...school, '--json'])
  expect(asked).toMatchObject({ code: 1, error: expect.stringContaining('--confirm-leavers') })
  expect(jsonOf(asked)).toMatchObject({ left: { pupils: 1 }, needs: ['leavers'], applied: false })
  const done = await run(['import', 'oneroster', delta, ...school, '--confirm-leavers', '--json'])
  expect(jsonOf(done)).toMatchObject({ added: { pupils: 1 }, moved: { pupils: 1 }, left: { pupils: 1 }, applied: true })
  expect(jsonOf(await run(['import', 'oneroster', delta, ...school, '--json']))).toMatchObject(none)
  expect(jsonOf(await importing(of11, '--confirm-leavers', '--json'))).toMatchObject({ applied: true })
  const other = changed(of11, 'orgs.csv', '99QX', '11AA')
  expect(await importing(other)).toMatchObject({ code: 1, error: expect.stringContaining('--confirm-brin') })
})

test('a bad package says file, line and reason, and changes nothing; wrong use is wrong use', {
  timeout: 90_000,
}, async () => {
  const bad = await importing(changed(of11, 'users.csv', ',8,', ',9,'), '--json')
  expect(bad).toMatchObject({ code: 1, error: expect.stringMatching(/^users\.csv, line 4: We do not know this grade/) })
  expect(jsonOf(bad)).toMatchObject({
    ...none,
    applied: false,
    problems: [{ file: 'users.csv', line: 4, path: 'users.csv/grades' }],
  })
  expect(jsonOf(await importing(of11, '--json'))).toMatchObject(none)
  for (const [args, code, error] of [
    [['/nowhere.zip', ...school], 1, /ENOENT/],
    [[join(root, 'test/samples/edexml-2.1.xml'), ...school], 1, /no OneRoster package/],
    [[join(root, 'test/samples/oneroster-1.1/users.csv'), ...school], 1, /no OneRoster package/],
    [[join(root, 'test/edexml'), ...school], 1, /manifest\.csv is missing/],
    [[join(root, 'test/samples/oneroster-1.1'), '--organisation', 'bestuur'], 1, /is no school/],
    [school, 2, /Usage: bin\/schoolplein import oneroster FILE-OR-FOLDER/],
  ] as const)
    expect(await run(['import', 'oneroster', ...args])).toMatchObject({ code, error: expect.stringMatching(error) })
  expect((await run(['export', 'oneroster', ...school, '--version', '1.3', '/tmp/x'])).code).toBe(2)
  expect((await run(['export', 'oneroster', ...school])).code).toBe(2)
})

test('a zip bomb and 100 MB are refused within 256 MB', { timeout: 90_000 }, async () => {
  const arguments_ = ['import', 'oneroster', '-', ...school]
  const zeros = Buffer.alloc(15 * 1024 * 1024)
  const bomb = await zipOf(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.csv`, zeros])))
  const refused = await peakWhile(arguments_, Readable.from([bomb]))
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('packed suspiciously tightly') })
  const chunk = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1024 * 1024)])
  const large = await peakWhile(arguments_, Readable.from(Array.from({ length: 100 }, () => chunk)))
  expect(large).toMatchObject({ code: 1, error: expect.stringContaining('too large: more than 16 MB') })
  for (const { peak } of [refused, large]) expect(peak).toBeLessThan(256)
})
