import { expect, test } from 'vitest'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { groundsFor } from '#shared/vault/purpose.ts'
import '#src/products.ts'

test('complaints rest on a contract at a company, statistics on a legitimate interest, and each table says which it is for', () => {
  expect([groundsFor('website-contact', 'supplier')[0], groundsFor('website-contact', 'school')[0]]).toEqual([
    'contract',
    'legitimate-interest',
  ])
  for (const kind of ['school', 'board', 'supplier'] as const)
    expect(groundsFor('site-statistics', kind)).toEqual(['legitimate-interest'])
  const purposeOf = new Map(allDeclarations().map(({ table, purpose }) => [table, purpose]))
  expect(purposeOf.get('site_submission')).toBe('website-contact')
  for (const table of ['site_visitor', 'site_salt', 'site_count']) expect(purposeOf.get(table)).toBe('site-statistics')
})
