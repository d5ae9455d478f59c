import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OperatorError } from '#shared/operator-error.ts'
import { root } from '#shared/root.ts'
import { loadSecrets } from './secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schoolplein-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a secret is made once, differs from others, and is readable by its owner only', () => {
  const made = loadSecrets(folder).secret('lookup')
  expect(Buffer.from(made, 'base64')).toHaveLength(32)
  expect(loadSecrets(folder).secret('lookup')).toBe(made)
  expect(loadSecrets(folder).secret('cookie')).not.toBe(made)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
})

test('processes that ask for secrets at the same moment lose none', async () => {
  const module = pathToFileURL(join(root, 'src/shared/secrets.ts'))
  const names = ['a', 'b', 'c', 'd']
  const answers = await Promise.all(
    names.map((name) => {
      const code = `const { loadSecrets } = await import('${module}'); const secrets = loadSecrets(${JSON.stringify(folder)})
        console.log(secrets.secret('shared'), secrets.secret('${name}'))`
      return promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { cwd: root })
    }),
  )
  const stored = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))
  expect(Object.keys(stored).sort()).toEqual([...names, 'shared'])
  expect(answers.map(({ stdout }) => stdout.trim())).toEqual(names.map((name) => `${stored.shared} ${stored[name]}`))
})

test('a file that cannot be read is refused and left as it is', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"lookup": "cut o')
  expect(() => loadSecrets(folder)).toThrow(OperatorError)
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{"lookup": "cut o')
})
