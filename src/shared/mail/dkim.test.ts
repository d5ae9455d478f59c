import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DevelopmentMailServer, startDevelopmentMailServer } from './development.ts'
import { type Dkim, dkimRecord, openDkim } from './dkim.ts'
import { createMailer, type Mailer } from './mailer.ts'
import { mailTemplate } from './template.ts'

/** RFC 6376 with relaxed/relaxed, written apart from what signs: tells which headers a valid signature covers, or null. */
const verified = (raw: string, zone: string): string[] | null => {
  const [, head = '', body = ''] = /^(.*?\r\n)\r\n(.*)$/s.exec(raw) ?? []
  const fields = head.split(/\r\n(?![ \t])/).filter(Boolean)
  const nameOf = (field: string) => field.slice(0, field.indexOf(':')).trim().toLowerCase()
  const relaxed = (field: string) =>
    `${nameOf(field)}:${field
      .slice(field.indexOf(':') + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim()}`
  const tagsOf = (list: string) =>
    Object.fromEntries(
      list.split(';').map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1)]),
    )

  const signature = fields.find((field) => nameOf(field) === 'dkim-signature')
  if (!signature) return null
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1).replace(/\s/g, ''))
  const record = tagsOf([...zone.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join(''))
  if (!zone.startsWith(`${tags.s}._domainkey.${tags.d}. `) || tags.a !== 'rsa-sha256' || tags.c !== 'relaxed/relaxed')
    return null

  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  const canonicalBody = lines.join('\r\n').replace(/(\r\n)*$/, '\r\n')
  if (createHash('sha256').update(canonicalBody, 'latin1').digest('base64') !== tags.bh) return null

  const left = [...fields]
  const covered = tags.h!.split(':').map((name) => {
    const at = left.findLastIndex((field) => nameOf(field) === name.toLowerCase())
    return at < 0 ? '' : `${relaxed(left.splice(at, 1)[0]!)}\r\n`
  })
  const signed = covered.join('') + relaxed(signature).replace(/b=[^;]*$/, 'b=')
  const key = createPublicKey({ key: Buffer.from(record.p!, 'base64'), format: 'der', type: 'spki' })
  return verify('sha256', Buffer.from(signed, 'latin1'), key, Buffer.from(tags.b!, 'base64'))
    ? tags.h!.split(':')
    : null
}

const longSubject = mailTemplate({
  nl: {
    subject:
      'Er staat een bericht voor je klaar – één, twee, drie: een onderwerp dat zeker over meer dan één regel gaat',
    letter,
  },
  en: { subject: 'There is a message for you', letter },
})
function letter(values: { line: string }) {
  return { paragraphs: [values.line, 'Spaties  aan   het eind   ', ''], reason: 'Omdat dit een proef is.' }
}

const secrets = new Map<string, string>()
const keepSecret = async (name: string, make: () => Promise<string>) => {
  if (!secrets.has(name)) secrets.set(name, await make())
  return secrets.get(name)!
}
let server: DevelopmentMailServer
let dkim: Dkim
let mailer: Mailer
beforeAll(async () => {
  server = await startDevelopmentMailServer()
  dkim = await openDkim('post.school.example', keepSecret)
  mailer = createMailer({ smtp: server.url, from: 'noreply@post.school.example', dkim })
})
afterAll(async () => {
  mailer.close()
  await server.close()
})

const sent = async (key: string, unsubscribe?: URL) => {
  const reader = {
    language: 'nl',
    organisation: 'Basisschool Ræveår & Zn.',
    ...(unsubscribe && { unsubscribe }),
  } as const
  const mail = longSubject(reader, { line: `.${'woord '.repeat(300)}` })
  await mailer.send({ to: 'ouder@gezin.example', key, mail })
  return (await server.next(({ raw }) => raw.includes('To: ouder@gezin.example'))).raw.toString('latin1')
}

test('a mail carries a signature that holds for the published record, over every header that we write', async () => {
  const raw = await sent('a')
  expect(verified(raw, dkimRecord(dkim).zone)).toEqual([
    'from',
    'to',
    'subject',
    'date',
    'message-id',
    'mime-version',
    'content-type',
    'auto-submitted',
  ])
})

test('the signature also covers both headers for unsubscribing, however long the address', async () => {
  const address = `https://vuurtoren.example/unsubscribe/${'abcdefghij'.repeat(30)}`
  const raw = await sent('b', new URL(address))
  expect(raw).toContain(`\r\nList-Unsubscribe: <${address}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`)
  expect(verified(raw, dkimRecord(dkim).zone)).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']),
  )
})

test('the signature breaks with any change, and with another key', async () => {
  const raw = await sent('c')
  const { zone } = dkimRecord(dkim)
  expect(verified(raw, zone)).not.toBeNull()
  expect(verified(raw.replace('From: ', 'From: X'), zone)).toBeNull()
  expect(verified(raw.replace('auto-generated', 'no'), zone)).toBeNull()
  expect(verified(raw.replace('proef', 'prooi'), zone)).toBeNull()
  const other = await openDkim(dkim.domain, async (_name, make) => make())
  expect(verified(raw, dkimRecord({ ...other, selector: dkim.selector }).zone)).toBeNull()
})

test('the key is made once, its selector follows from it, and a zone line has no string over 255 bytes', async () => {
  expect(await openDkim('post.school.example', keepSecret)).toEqual(dkim)
  const other = await openDkim('post.school.example', async (_name, make) => make())
  expect(other.selector).not.toBe(dkim.selector)
  const { name, value, zone } = dkimRecord(dkim)
  expect(name).toMatch(/^sp-[0-9a-f]{8}\._domainkey\.post\.school\.example$/)
  const strings = [...zone.matchAll(/"([^"]*)"/g)].map(([, part]) => part!)
  expect(strings.join('')).toBe(value)
  expect(Math.max(...strings.map((part) => part.length))).toBeLessThanOrEqual(255)
})

test('a key that cannot sign is refused at the start, since mail would leave unsigned', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await expect(openDkim('school.example', async () => pem)).rejects.toThrow('not an RSA key')
})
