import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'
import { promises } from './promises.ts'

const statement = join(root, '../shared/PROMISES.md')

describe('promises', () => {
  test('there are 45, each under its own number', () => {
    expect(Object.keys(promises)).toHaveLength(45)
  })

  test.skipIf(!existsSync(statement))('are those of shared/PROMISES.md', () => {
    const numbers = [...readFileSync(statement, 'utf8').matchAll(/^\| (P\d\d) \|/gm)].map((match) => match[1])
    expect(Object.keys(promises)).toEqual(numbers)
  })

  const proven = Object.entries(promises).filter(([, { state }]) => state !== 'open')
  test.each(proven)('%s is proven by tests that exist', (_, { proofs }) => {
    expect(proofs.length).toBeGreaterThan(0)
    for (const [file, name] of proofs)
      expect([file, readFileSync(join(root, file), 'utf8').includes(name)]).toEqual([file, true])
  })

  test.each(Object.entries(promises).filter(([, { state }]) => state === 'open'))('%s is open', (_, { proofs }) => {
    expect(proofs).toEqual([])
  })
})
