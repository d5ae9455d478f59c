import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'

const run = promisify(execFile)

const before = `
import { Module } from '#shared/access/module.ts'
import { anyone, signedIn } from '#shared/access/rule.ts'
import { path } from '#shared/access/path.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { Avatar, Text } from '#shared/ui/index.ts'
const rows = (work: Work) => work.db.selectFrom('person').select(['id', 'record']).execute()
const page = path('/pupils/:pupil')
const module = new Module('example', { nl: 'Voorbeeld', en: 'Example' })
`

/** What must compile, so that the other cases fail for their own reason only. */
const right = `
export const shown = async (work: Work) => {
  const [one] = await work.open(await rows(work), { record: reading(personRecord, 'id', 'givenName') })
  return <Text>{one!.record.givenName}</Text>
}
export const made = module.get(page, signedIn, (visit) => visit.seeOther(page({ pupil: visit.params.pupil + visit.me.id })))
`

const wrong: readonly [string, string][] = [
  ['a module that does not say what it is about', `export const x = new Module('example')`],
  [
    'a sealed value as a child',
    `export const x = async (w: Work) => { const [r] = await rows(w); return <p>{r!.record}</p> }`,
  ],
  [
    'a sealed value as a child of a component',
    `export const x = async (w: Work) => { const [r] = await rows(w); return <Text>{r!.record}</Text> }`,
  ],
  [
    'a sealed value in an array',
    `export const x = async (w: Work) => { const all = await rows(w); return <p>{all.map((r) => r.record)}</p> }`,
  ],
  [
    'a sealed value in an attribute',
    `export const x = async (w: Work) => { const [r] = await rows(w); return <p title={r!.record}>x</p> }`,
  ],
  [
    'a sealed value in a template',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that must not compile
    'export const x = async (w: Work) => { const [r] = await rows(w); return `${r!.record}` }',
  ],
  [
    'a sealed value in a sum',
    `export const x = async (w: Work) => { const [r] = await rows(w); return 'a' + r!.record }`,
  ],
  [
    'a sealed value as a name',
    `export const x = async (w: Work) => { const [r] = await rows(w); return <Avatar id="1" name={r!.record} /> }`,
  ],
  [
    'a field that was not asked for',
    `export const x = async (w: Work) => { const [r] = await w.open(await rows(w), { record: reading(personRecord, 'id', 'givenName') }); return r!.record.surname }`,
  ],
  [
    'a plain text put into a sealed column',
    `export const x = (w: Work) => w.db.insertInto('person').values({ record: 'Mila' }).execute()`,
  ],
  ['a style attribute', `export const x = () => <p style="color:red">x</p>`],
  ['a route without a rule', `export const x = module.get(page, (visit) => visit.notFound())`],
  ['a stranger used as a person', `export const x = module.get(page, anyone, (visit) => visit.seeOther(visit.me.id))`],
  ['an unknown parameter of an address', `export const x = page({ person: '1' })`],
  [
    'an organisation set by hand',
    `export const x = (w: Work) => w.db.insertInto('school_year').values({ organisation_id: 'x', starts_on: '', ends_on: '' }).execute()`,
  ],
]

let folder = ''
let errors = ''

beforeAll(async () => {
  mkdirSync(join(root, 'dist'), { recursive: true })
  folder = mkdtempSync(join(root, 'dist/compile-'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include: ['*.tsx'] }))
  writeFileSync(join(folder, 'right.tsx'), before + right)
  for (const [index, [, code]] of wrong.entries()) writeFileSync(join(folder, `wrong${index}.tsx`), before + code)
  const options = { cwd: root, maxBuffer: 10_000_000 }
  errors = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--noUnusedLocals', 'false'], options).then(
    ({ stdout }) => stdout,
    (error) => error.stdout,
  )
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('does not compile', () => {
  test('what is right does', () => expect(errors).not.toContain('right.tsx'))
  test.each(wrong.map(([name], index) => [name, index] as const))('%s', (_, index) => {
    expect(errors).toContain(`wrong${index}.tsx`)
  })
})
