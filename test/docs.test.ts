import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'

const read = (page: string) => readFileSync(join(root, page), 'utf8')
const pages = ['', 'docs', 'docs/en', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

/** Where a page's links and pictures lead inside the repository. */
const targetsOf = (page: string) =>
  [...read(page).matchAll(/\]\(([^)]+)\)|src="([^"]+)"/g)]
    .map((match) => (match[1] ?? match[2])!)
    .filter((target) => !/^(https?:|#)/.test(target))
    .map((target) => join(dirname(page), target))

describe('documentation', () => {
  test.each(pages)('%s leads to nothing that is not there', (page) => {
    expect(targetsOf(page).filter((target) => !existsSync(join(root, target)))).toEqual([])
  })

  test('has no picture that no page shows', () => {
    const shown = new Set(pages.flatMap(targetsOf))
    const pictures = readdirSync(join(root, 'docs/pictures')).map((name) => join('docs/pictures', name))
    expect(pictures.filter((picture) => !shown.has(picture))).toEqual([])
  })

  test('names every command of the operator as --help does', { timeout: 60_000 }, async () => {
    const { stdout } = await promisify(execFile)(join(root, 'bin/schoolplein'), ['--help'])
    expect(read('docs/operations.md')).toContain(stdout.trim())
  })
})
