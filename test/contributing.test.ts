import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'

/** Follows the walk-through of CONTRIBUTING.md letter by letter in a copy of the repository. */

type Step = { readonly file: string | null; readonly language: string; readonly text: string }

const PAGE = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const MADE = new Set(['node_modules', '.runtime', 'dist', 'data', '.git'])
const MINUTES = 60_000

/** Blocks with a language, in order: a file under the name above it, a change in one, or commands (`sh`). */
const stepsOf = (page: string): Step[] => {
  let file: string | null = null
  return [...page.matchAll(/^\*\*`([^`]+)`\*\*$|^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, language, text]) => {
    if (name !== undefined) file = name
    if (language === undefined || text === undefined) return []
    return [{ file: language === 'sh' ? null : file, language, text }]
  })
}

/** What a diff looks for, and what it puts in its place. */
const changeOf = (diff: string) => {
  const lines = diff.trimEnd().split('\n')
  const side = (not: string) =>
    lines
      .filter((line) => !line.startsWith(not))
      .map((line) => line.slice(1))
      .join('\n')
  return { before: side('+'), after: side('-') }
}

const steps = stepsOf(PAGE)
const newFiles = steps.filter(({ file, language }) => file && language !== 'diff').map(({ file }) => file!)
let copy: string

const at = (file: string) => join(copy, file)
const write = (file: string, text: string) => {
  mkdirSync(dirname(at(file)), { recursive: true })
  writeFileSync(at(file), text)
}

const follow = ({ file, language, text }: Step) => {
  if (!file) return
  if (language !== 'diff') return write(file, text)
  const { before, after } = changeOf(text)
  const parts = readFileSync(at(file), 'utf8').split(before)
  expect([file, before, parts.length - 1]).toEqual([file, before, 1])
  write(file, parts.join(after))
}

/** What a contributor's shell has: the Node of this run and the packages' commands, nothing of the test runner. */
const environment = () => {
  const ours = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_|TEST$|DEV$|PROD$|MODE$)/.test(name))
  const folders = [dirname(process.execPath), at('node_modules/.bin'), process.env.PATH]
  return { ...Object.fromEntries(ours), PATH: folders.join(delimiter) }
}

const run = (command: string): Promise<{ passes: boolean; says: string }> =>
  new Promise((resolve) =>
    execFile('sh', ['-c', command], { cwd: copy, env: environment(), maxBuffer: 10_000_000 }, (error, out, err) =>
      resolve({ passes: !error, says: out + err }),
    ),
  )

/** Runs something while a file of the module is otherwise. */
const withFile = async <T>(file: string, change: (text: string) => string, then: () => Promise<T>): Promise<T> => {
  const whole = readFileSync(at(file), 'utf8')
  write(file, change(whole))
  try {
    expect(readFileSync(at(file), 'utf8')).not.toBe(whole)
    return await then()
  } finally {
    write(file, whole)
  }
}

const module = (name: string) => newFiles.find((file) => file.endsWith(`/${name}`))!

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'schoolplein-contributing-'))
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !(MADE.has(basename(path)) && dirname(relative(root, path)) === '.'),
  })
  symlinkSync(join(root, 'node_modules'), at('node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true }))

describe('CONTRIBUTING.md shows how to add a module in ten minutes', () => {
  test('each step does what it says, and every command passes', { timeout: 3 * MINUTES }, async () => {
    expect(newFiles).toHaveLength(8)
    for (const step of steps) {
      follow(step)
      if (step.language !== 'sh') continue
      for (const command of step.text.trim().split('\n')) {
        const { passes, says } = await run(command)
        expect(passes, `${command}\n${says}`).toBe(true)
      }
    }
    for (const { file, text } of steps.filter(({ file }) => newFiles.includes(file!)))
      expect([file, readFileSync(at(file!), 'utf8')]).toEqual([file, text])
  })

  test('without the declaration the catalogue says so', { timeout: MINUTES }, async () => {
    const { passes, says } = await withFile(
      module('personal-data.ts'),
      (text) => text.slice(0, text.indexOf('personalData(')),
      () => run("vitest run test/catalogue.test.ts -t 'nothing in the real schema'"),
    )
    expect(passes).toBe(false)
    expect(says).toContain('lost_property.what: is not declared')
  })

  test('without a rule the route does not compile', { timeout: 3 * MINUTES }, async () => {
    const { passes, says } = await withFile(
      module('routes.tsx'),
      (text) => text.replace('urls.lostProperty, reader,', 'urls.lostProperty,'),
      () => run('tsc'),
    )
    expect(passes).toBe(false)
    expect(says).toContain(module('routes.tsx'))
  })
})
