import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inOne, readZip, sampleFiles, zipOf } from '#test/oneroster/files.ts'
import { Refused } from '../problems.ts'
import { openFolder } from './folder.ts'
import { readOneRoster } from './read.ts'
import { zipFrom } from './zip.ts'

const files = sampleFiles('oneroster-1.1')
const whole = await zipOf(files)

/** The same zip file with one name in it replaced by another of the same length, wherever it stands. */
const renamed = async (to: string) => {
  const zip = await zipOf({ ...files, ['x'.repeat(to.length)]: 'x' })
  return Buffer.from(zip.toString('latin1').replaceAll('x'.repeat(to.length), to), 'latin1')
}
/** The list of contents with two bytes changed in each entry. */
const patched = (zip: Buffer, offset: number, value: number) => {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4, 'latin1'))
    copy.writeUInt16LE(value, at + offset)
  return copy
}
const codeOf = async (zip: Buffer) => {
  const { roster, problems } = await readZip(zip)
  expect(roster).toBeNull()
  return problems.at(-1)!.code
}

test('a zip file that means harm is refused by what its list of contents says, before anything is unpacked', async () => {
  const zeros = Buffer.alloc(9 * 1024 * 1024)
  const bomb = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.csv`, zeros]))
  for (const [zip, code] of [
    [await zipOf({ ...files, 'big.csv': zeros }), 'zip-ratio'],
    [await zipOf({ ...files, ...bomb }), 'zip-ratio'],
    [patched(whole, 26, 0x7fff), 'zip-large'],
    [await renamed('../../etc/users.csv'), 'zip-path'],
    [await renamed('/etc/passwd/usr.csv'), 'zip-path'],
    [await renamed('C:/windows/user.csv'), 'zip-path'],
    [await renamed('..\\..\\windows\\u.csv'), 'zip-path'],
    [await zipOf(files, { mode: 0o120777 }), 'zip-link'],
    [patched(whole, 8, 1), 'zip-encrypted'],
    [patched(whole, 10, 99), 'zip-broken'],
    [patched(whole, 16, 0x1234), 'zip-broken'],
    [patched(whole, 24, 5), 'zip-broken'],
    [await renamed('users.csv'), 'zip-repeated'],
    [await renamed('USERS.CSV'), 'zip-repeated'],
    [await renamed('map/orgs2.csv'), 'zip-folders'],
    [await zipOf({ ...files, 'meer.zip': whole }), 'zip-nested'],
    [await zipOf({ 'EDEX.xml': '<EDEX/>' }), 'zip-edexml'],
    [await zipOf({}), 'manifest-missing'],
    [await zipOf(Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`${index}.csv`, 'x']))), 'zip-many'],
    [whole.subarray(0, whole.byteLength - 30), 'zip-broken'],
    [whole.subarray(0, 100), 'zip-broken'],
    [Buffer.concat([Buffer.from('PK\x03\x04'), zeros]), 'zip-broken'],
    [Buffer.from('<EDEX/>'), 'zip-not'],
    [Buffer.alloc(0), 'empty'],
    [Buffer.alloc(17 * 1024 * 1024, 'PK\x03\x04'), 'too-large'],
  ] as const)
    expect([code, await codeOf(zip)]).toEqual([code, code])
})

test('what is too large is refused by its size alone', async () => {
  const reading = zipFrom(inOne(Buffer.alloc(1)), 100 * 1024 * 1024)
  await expect(reading).rejects.toThrow(Refused)
})

test('a folder is a package too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oneroster-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const options = { birthDates: true, brin: '99QX', schoolKey: null, today: '2026-10-01', current: async () => null }
    expect(await readOneRoster(() => openFolder(folder), options)).toEqual(await readZip(whole))
    writeFileSync(join(folder, 'users.csv'), Buffer.alloc(17 * 1024 * 1024, 'x'))
    const { problems } = await readOneRoster(() => openFolder(folder), options)
    expect(problems.map(({ code }) => code)).toEqual(['too-large'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
