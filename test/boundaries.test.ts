import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '#shared/root.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schoolplein-'))
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What bin/check says about a source tree of these files, and whether it passes. */
const check = (files: Record<string, string>): Promise<{ passes: boolean; says: string }> => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return new Promise((resolve) =>
    execFile(process.execPath, [join(root, 'bin/lib/boundaries.mjs')], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ passes: !error, says: stdout + stderr }),
    ),
  )
}

const portal = {
  'src/products/portal/index.ts': 'export const portal = 1',
  'src/products/portal/inside.ts': 'export const inside = 1',
}
const uses = (path: string) => `import { it } from '${path}'\nexport const copy = it`

test('imports along the borders pass', async () => {
  const answer = await check({
    ...portal,
    'src/shared/ground.ts': 'export const it = 1',
    'src/products/plaza/index.ts': uses('#shared/ground.ts'),
    'src/products/plaza/more.ts': uses('#products/portal/index.ts'),
    'src/products/plaza/page.tsx': uses('./more.ts'),
    'test/world.ts': uses('#products/portal/inside.ts'),
    'src/products/plaza/plaza.test.ts': uses('#test/world.ts'),
  })
  expect(answer).toEqual({ passes: true, says: '8 modules, 5 imports, 0 wrong\n' })
})

test.each([
  ['shared-knows-no-product', 'src/shared/a.ts', '#products/portal/index.ts'],
  ['products-meet-at-the-door', 'src/products/plaza/a.tsx', '#products/portal/inside.ts'],
  ['products-meet-at-the-door', 'src/products/plaza/a.ts', '../portal/inside.ts'],
  ['privacy-reads-declarations', 'src/products/privacy/a.ts', '#products/portal/index.ts'],
  ['demo-is-outside', 'src/products/plaza/a.ts', '#demo/world.ts'],
  ['shared-knows-no-product', 'src/shared/a.ts', '#demo/world.ts'],
  ['no-tests-in-the-product', 'src/main.ts', '#test/world.ts'],
  ['resolvable', 'src/main.ts', './missing.ts'],
])('%s: %s may not import %s', async (rule, file, path) => {
  const others = { ...portal, 'src/demo/world.ts': 'export const it = 1', 'test/world.ts': 'export const it = 1' }
  for (const text of [uses(path), `import type { It } from '${path}'\nexport type Copy = It`]) {
    const { passes, says } = await check({ ...others, [file]: text })
    expect(passes).toBe(false)
    expect(says).toContain(`${file} → `)
    expect(says).toContain(`(${rule})`)
  }
})

test('modules that run each other do not pass, types shared both ways do', async () => {
  const back = "import type { A } from './a.ts'\nexport const it: A | 1 = 1"
  const types = await check({ 'src/a.ts': `export type A = 2\n${uses('./b.ts')}`, 'src/b.ts': back })
  expect(types.passes).toBe(true)
  const both = await check({
    'src/a.ts': `export const it2 = 2\n${uses('./b.ts')}`,
    'src/b.ts': "import { it2 } from './a.ts'\nexport const it = () => it2",
  })
  expect(both.says).toContain('(no-circular)')
})

test('a tree in which nothing was looked at does not pass', async () => {
  expect((await check({})).passes).toBe(false)
})
