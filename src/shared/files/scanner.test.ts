import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, afterEach, expect, test } from 'vitest'
import yazl from 'yazl'
import { urls } from '#src/urls.ts'
import { Clamd, EICAR } from '#test/clamd.ts'
import { school } from '#test/edexml/office.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { clamav } from './scanner.ts'

const clamd = await Clamd.start()
const logged: string[] = []
const log = pino(
  { level: 'warn' },
  new Writable({
    write(line, _encoding, done) {
      logged.push(String(line))
      done()
    },
  }),
)
const door = frontDoor({ scanner: clamav(clamd.address), log })
const { staff, vuurtoren } = world
afterEach(() => {
  clamd.mood = 'well'
  clamd.scanned.length = 0
  logged.length = 0
})
afterAll(() => clamd.close())

test('a file goes to the scanner whole, in pieces, over a port or a socket', async () => {
  const large = Buffer.alloc(1_000_003, 'zeester ')
  const socket = await Clamd.start(join(mkdtempSync(join(tmpdir(), 'clamd-')), 'clamd.ctl'))
  for (const one of [clamd, socket]) {
    const scan = clamav(one.address)
    expect(await scan(large)).toBe('clean')
    expect(one.scanned[0]!.equals(large)).toBe(true)
    expect(await scan(Buffer.concat([large, Buffer.from(EICAR)]))).toEqual({ found: 'Eicar-Test-Signature' })
    expect(await scan(Buffer.alloc(0))).toBe('clean')
  }
  await socket.close()
  expect(await clamav(socket.address)(large)).toBe('away')
})

test('only a plain "OK" is clean: an error, another answer and silence are not', async () => {
  const scan = clamav(clamd.address)
  for (const mood of ['large', 'odd', 'silent'] as const) {
    clamd.mood = mood
    expect([mood, await scan(Buffer.from('school'))]).toEqual([mood, 'away'])
  }
})

const zipped = async (text: string): Promise<Buffer> => {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(text), 'users.csv', { compress: false })
  zip.end()
  return Buffer.concat(await Array.fromAsync(zip.outputStream as AsyncIterable<Buffer>))
}
const send = (browser: Browser, address: string, field: string, content: string | Buffer) => {
  const body = new FormData()
  body.set(field, new File([content as BlobPart], 'Milaq Yildizq.xml'))
  return browser.request('POST', address, body, { referer: `http://vuurtoren.localhost${urls.imports()}` })
}
const uploads: readonly (readonly [
  what: string,
  address: string,
  field: string,
  make: () => Promise<string | Buffer>,
])[] = [
  ['EDEXML', urls.imports(), 'file', async () => `<?xml version="1.0"?><!-- ${EICAR} -->`],
  ['a OneRoster zip', urls.imports(), 'file', () => zipped(EICAR)],
  ['guardians as CSV', urls.guardianImports(), 'file', async () => `Roepnaam;Achternaam\r\n${EICAR};Bree`],
  ['a photo', urls.personPhoto({ id: staff.hatice }), 'photo', async () => EICAR],
  ['a logo', urls.newLogo(), 'logo', async () => EICAR],
]

test.each(
  uploads,
)('%s with a virus in it is refused in one sentence and read by nobody', async (_, address, field, make) => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const refused = await send(wim, address, field, await make())
  const page = await refused.text()
  expect([refused.status, page.includes('De virusscanner vond er iets in')]).toEqual([422, true])
  expect(page).toContain(`href="${urls.imports()}"`)
  expect(logged.join()).toContain('Eicar-Test-Signature')
  expect(logged.join()).not.toMatch(/Milaq|Yildizq|STANDARD-ANTIVIRUS/)
})

test.each(uploads)('%s is not let through while the scanner is away', async (_, address, field) => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  clamd.mood = 'silent'
  const refused = await send(wim, address, field, school())
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
  expect(await refused.text()).toContain('Probeer het over een minuut nog eens')
  expect(logged.join()).toContain('does not answer')
})

test('what is clean goes on as ever, and a form without a file asks no scanner', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  expect((await send(wim, urls.imports(), 'file', school())).status).toBe(303)
  expect(clamd.scanned).toHaveLength(1)
  clamd.mood = 'silent'
  expect((await wim.post(urls.schoolYears())).status).toBe(303)
})
