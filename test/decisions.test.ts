import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'

const folder = join(root, 'docs/decisions')
const index = readFileSync(join(folder, 'README.md'), 'utf8')
const pages = readdirSync(folder).filter((name) => name !== 'README.md')

describe('decision pages', () => {
  test('each has a number of its own', () => {
    const numbers = pages.map((name) => name.slice(0, 4)).sort()
    expect(numbers).toEqual([...new Set(numbers)])
  })

  test.each(pages)('%s is dated, says what a page must say, and stands in the index', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const [, number, title, date] = /^# (\d+)\. (.+)\n\n(\d{4}-\d\d-\d\d)\. (?:Stands|Superseded by)/.exec(text) ?? []
    expect([name, number]).toEqual([name, String(Number(name.slice(0, 4)))])
    for (const part of ['Context', 'Decision', 'Consequences']) expect(text).toContain(`**${part}.**`)
    expect(index).toContain(`| ${name.slice(0, 4)} | [${title}](${name}) | ${date} |`)
  })
})
