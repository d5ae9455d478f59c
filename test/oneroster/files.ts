import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import yazl from 'yazl'
import { type OneRosterOptions, readOneRoster } from '#products/school/imports/oneroster/read.ts'
import { zipFrom } from '#products/school/imports/oneroster/zip.ts'
import { root } from '#shared/root.ts'

// For tests: invented OneRoster packages, whole or from parts.

export type Files = Readonly<Record<string, string | Buffer>>

export const known: OneRosterOptions = {
  birthDates: true,
  brin: '99QX',
  schoolKey: null,
  today: '2026-10-01',
  current: async () => null,
}

/** A package of ours in `test/samples`, by its folder. */
export const sampleFiles = (name: string): Record<string, string> => {
  const folder = join(root, `test/samples/${name}`)
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

export const zipOf = async (files: Files, options: { mode?: number } = {}): Promise<Buffer> => {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), name, options)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

export const readZip = (bytes: Uint8Array, options: Partial<OneRosterOptions> = {}) =>
  readOneRoster(() => zipFrom(inOne(bytes)), { ...known, ...options })

/** Reads files without packing them. */
export const readFiles = (files: Files, options: Partial<OneRosterOptions> = {}) =>
  readOneRoster(
    async () =>
      new Map(
        Object.entries(files).map(([name, content]) => [
          name.toLowerCase(),
          async () => Buffer.from(content as string),
        ]),
      ),
    { ...known, ...options },
  )

/** The same table with one thing changed; fails when it was not there. */
export const changed = (files: Files, file: string, from: string | RegExp, to: string): Files => {
  const before = String(files[file])
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} has no ${from}`)
  return { ...files, [file]: after }
}

// A sample with one school in it: which of two is meant follows from a BRIN that a new school has not got yet.
const alone = (name: string): Files =>
  changed(
    changed(changed(sampleFiles(name), 'orgs.csv', /org-2.*\n/, ''), 'classes.csv', /kl-w5.*\n/, ''),
    'enrollments.csv',
    /e-[78].*\n/g,
    '',
  )

/** The sample of version 1.1 as a package of that one school. */
export const of11 = changed(
  changed(alone('oneroster-1.1'), 'users.csv', /u-(windvaan|juf).*\n/g, ''),
  'courses.csv',
  /po-2.*\n/,
  '',
)
