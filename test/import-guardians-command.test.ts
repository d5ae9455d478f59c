import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeEdexml } from '#products/school/imports/edexml/write.ts'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { root } from '#shared/root.ts'
import { g3, named, pupil, roster } from './edexml/stored.ts'
import { type Installation, openInstallation } from './installation.ts'

// The operator's command as a process of its own, on an installation of which the database runs here.

let installation: Installation
let dataDir: string
beforeAll(async () => {
  execFileSync(join(root, 'bin/schoolplein'), ['--help'])
  dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-guardians-'))
  installation = await openInstallation(dataDir)
  await asOwner(installation.server.owner, async (client) => {
    const board = await foundOrganisation(client, { kind: 'board', name: 'Bestuur', hosts: ['bestuur.localhost'] })
    await foundOrganisation(client, { kind: 'school', boardId: board, name: 'School', hosts: ['school.localhost'] })
  })
})
afterAll(async () => {
  await installation?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Ended = { code: number; out: string; error: string }
const run = (args: string[], input = ''): Promise<Ended> => {
  const { DATABASE_URL: _, ...environment } = process.env
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'dist/cli.js'), ...args],
      { env: { ...environment, DATA_DIR: dataDir } },
      (failure, out, error) => resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}
const at = ['--organisation', 'school']
const fileWith = (name: string, content: string) => {
  const path = join(dataDir, name)
  writeFileSync(path, content)
  return path
}
const children = Array.from({ length: 3 }, (_, index) => pupil({ key: `${index + 1}`, name: named(`Kind${index}q`) }))
const header = 'Leerlingnummer;Naam verzorger 1;E-mail verzorger 1;Gezag verzorger 1;Woonplaats'
const list = [
  header,
  '1;Noorq Bosq;noor@test.example;ja;Urk',
  '2;Noorq Bosq;noor@test.example;ja;Urk',
  '9;Wieq;;;',
].join('\n')

test('a dry run changes nothing, then it is done, then there is nothing to do; no name is printed', {
  timeout: 90_000,
}, async () => {
  const xml = fileWith('EDEX.xml', writeEdexml(roster({ pupils: children, teachers: [], groups: [g3] })))
  expect(await run(['import', 'edexml', xml, ...at])).toMatchObject({ code: 0 })
  const file = fileWith('ouders.csv', list)
  const counts = (ended: Ended) => JSON.parse(ended.out)
  const dry = await run(['import', 'guardians', file, ...at, '--dry-run', '--json'])
  expect(dry).toMatchObject({ code: 0, error: '' })
  const first = { guardians: { added: 1 }, guardianships: { added: 2 }, unknown: 1, dropped: { address: 2 } }
  expect(counts(dry)).toMatchObject({ ...first, applied: false })
  expect(counts(await run(['import', 'guardians', file, ...at, '--json']))).toMatchObject({ ...first, applied: true })
  const again = await run(['import', 'guardians', '-', ...at], list)
  expect(again.code).toBe(0)
  expect(again.out).toMatch(/added +0 +0\n +changed +0 +0\n +unchanged +1 +2/)
  expect(again.out + dry.out).not.toMatch(/Noorq|Bosq|Kind0q|Urk|@/)
})

test('a mapping file says which column is what; what cannot be read is refused in a sentence', {
  timeout: 90_000,
}, async () => {
  const odd = fileWith('odd.csv', 'nr;wie;weg\n3;Timq Smitq;x\n')
  const refused = await run(['import', 'guardians', odd, ...at])
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('--mapping') })
  const mapping = fileWith('mapping.json', JSON.stringify({ nr: 'pupil.key', wie: '1.name', weg: null }))
  const done = await run(['import', 'guardians', odd, ...at, '--mapping', mapping, '--json'])
  expect(JSON.parse(done.out)).toMatchObject({ guardians: { added: 1 }, applied: true })
  for (const wrong of ['{', '{"nr":"pupil.nonsense"}', '{"elders":"1.name"}', '[]']) {
    const answer = await run(['import', 'guardians', odd, ...at, '--mapping', fileWith('wrong.json', wrong)])
    expect([wrong, answer.code, answer.error.split('\n').length]).toEqual([wrong, 1, 2])
  }
  for (const [file, sentence] of [
    [fileWith('one.csv', 'naam\nx'), 'only one column'],
    [fileWith('large.csv', `a;b\n${'x;y\n'.repeat(5_000_000)}`), 'too large: more than 16 MB'],
    [join(dataDir, 'nowhere.csv'), 'ENOENT'],
    [dataDir, 'EISDIR'],
  ] as const)
    expect(await run(['import', 'guardians', file, ...at])).toMatchObject({
      code: 1,
      error: expect.stringContaining(sentence),
    })
  expect(await run(['import', 'guardians', odd, '--organisation', 'bestuur'])).toMatchObject({ code: 1 })
  expect((await run(['import', 'guardians', odd])).code).toBe(2)
})
