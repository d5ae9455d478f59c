import { randomUUID } from 'node:crypto'
import type { AddressInfo, Socket } from 'node:net'
import { inspect } from 'node:util'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DevelopmentMailServer, startDevelopmentMailServer } from './development.ts'
import { openDkim } from './dkim.ts'
import { MailDelayed, MailRefused } from './failures.ts'
import { createMailer, type Mailer } from './mailer.ts'
import { mailTemplate, type WrittenMail } from './template.ts'

const invitation = mailTemplate({
  nl: {
    subject: 'Je bent uitgenodigd',
    letter: (values: { url: URL }) => written('Welkom.', 'Uitnodiging openen', values.url),
  },
  en: { subject: 'You are invited', letter: ({ url }) => written('Welcome.', 'Open the invitation', url) },
})
const written = (line: string, label: string, url: URL) => ({
  paragraphs: [line],
  action: { label, url },
  reason: 'R.',
})
const url = new URL('https://vuurtoren.example/invitations/x?a=1&b=2')
const mail = invitation({ language: 'nl', organisation: 'De Vuurtoren' }, { url })

let server: DevelopmentMailServer
let dkim: Awaited<ReturnType<typeof openDkim>>
let mailer: Mailer
const mailerTo = (smtp: URL) => createMailer({ smtp, from: 'noreply@school.example', dkim })
beforeAll(async () => {
  server = await startDevelopmentMailServer()
  dkim = await openDkim('school.example', (_name, make) => make())
  mailer = mailerTo(server.url)
})
afterAll(async () => {
  mailer.close()
  await server.close()
})
const received = (to: string) => server.next((candidate) => candidate.to.includes(to))
const headersOf = (raw: Buffer) => raw.toString().split('\r\n\r\n')[0]!

test('a mail arrives as text and as a page, from the organisation, marked as automatic', async () => {
  await mailer.send({ to: 'ouder@gezin.example', key: randomUUID(), mail })
  const { from, subject, text, html, raw } = await received('ouder@gezin.example')
  expect(from).toBe('noreply@school.example')
  expect(subject).toBe('Je bent uitgenodigd')
  expect(headersOf(raw)).toContain('From: De Vuurtoren <noreply@school.example>')
  expect(headersOf(raw)).toContain('Auto-Submitted: auto-generated')
  expect(headersOf(raw)).not.toContain('List-Unsubscribe')
  expect(text).toContain(
    'De Vuurtoren\n\nJe bent uitgenodigd\n\nWelkom.\n\nUitnodiging openen:\nhttps://vuurtoren.example/invitations/x?a=1&b=2',
  )
  expect(html).toContain('<a href="https://vuurtoren.example/invitations/x?a=1&amp;b=2">Uitnodiging openen</a>')
  expect(html).not.toMatch(/<img|<script|<link|style=|class=/)
})

test('a job that runs again sends the same mail again, and another job another one', async () => {
  const idOf = async (key: string) => {
    await mailer.send({ to: 'again@gezin.example', key, mail })
    return /^Message-ID: (.*)$/m.exec(headersOf((await received('again@gezin.example')).raw))?.[1]
  }
  const first = await idOf('job-1')
  expect(first).toMatch(/^<[0-9a-f]{32}@school\.example>$/)
  expect(await idOf('job-1')).toBe(first)
  expect(await idOf('job-2')).not.toBe(first)
})

test.each([
  'a@b.example\r\nBcc: c@d.example',
  'a@b.example, c@d.example',
  'Naam <a@b.example>',
  'a b@c.example',
  'a\r\nb@c.example',
  '"a"@b.example',
  'a@b@c',
  '',
  `${'a'.repeat(300)}@b.example`,
])('an address that is not one plain address is refused: %j', async (to) => {
  await expect(mailer.send({ to, key: 'k', mail })).rejects.toThrow(new MailRefused('A mail has one plain address.'))
})

test('a name or a subject that begins another header is refused', async () => {
  for (const broken of [{ sender: 'School\r\nBcc: x@y.example' }, { subject: 'Hoi\nX: y' }, { subject: 'Hoi\u0000' }]) {
    const injected: WrittenMail = { ...mail, ...broken }
    await expect(mailer.send({ to: 'a@b.example', key: 'k', mail: injected })).rejects.toBeInstanceOf(MailRefused)
  }
})

test('unsubscribing is by https, or on this machine', async () => {
  const list = (address: string) =>
    invitation({ language: 'en', organisation: 'S', unsubscribe: new URL(address) }, { url })
  for (const address of ['http://school.example/u', `https://school.example/${'u'.repeat(900)}`])
    await expect(mailer.send({ to: 'a@b.example', key: 'k', mail: list(address) })).rejects.toBeInstanceOf(MailRefused)
  await mailer.send({ to: 'list@gezin.example', key: 'k', mail: list('http://vuurtoren.localhost:3000/u') })
  const { raw, text } = await received('list@gezin.example')
  expect(headersOf(raw)).toContain('List-Unsubscribe: <http://vuurtoren.localhost:3000/u>')
  expect(text).toContain('Unsubscribe.\nhttp://vuurtoren.localhost:3000/u')
})

test('a subject with a value in it does not compile, and only a template makes a mail', () => {
  const name: string = 'Saar'
  const letter = () => ({ paragraphs: [], reason: '' })
  // @ts-expect-error: any text could stand in it
  mailTemplate({ nl: { subject: name, letter }, en: { subject: 'Ill', letter } })
  // @ts-expect-error: it holds a name
  mailTemplate({ nl: { subject: 'Ziek', letter }, en: { subject: `${name} is ill`, letter } })
  // @ts-expect-error: no template made it
  const loose: WrittenMail = { sender: 'S', subject: name, text: '', html: '' }
  expect(loose).toBeDefined()
})

test('a letter links to the web only', () => {
  expect(() => invitation({ language: 'nl', organisation: 'S' }, { url: new URL('javascript:alert(1)') })).toThrow(
    TypeError,
  )
})

describe('a mail that is not taken', () => {
  let hangUp: () => void
  const answer = (responseCode: number) => Object.assign(new Error('<ouder@gezin.example> says no'), { responseCode })
  /** Sends one mail to a server with this behaviour; tells the error and how often the mail was offered. */
  const offeredTo = async (behaviour: SMTPServerOptions, host = '127.0.0.1') => {
    let offered = 0
    const strange = new SMTPServer({
      disabledCommands: behaviour.onAuth ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
      allowInsecureAuth: true,
      ...behaviour,
      onMailFrom(address, session, done) {
        offered++
        if (behaviour.onMailFrom) behaviour.onMailFrom.call(strange, address, session, done)
        else done()
      },
    })
    strange.server.on('connection', (socket: Socket) => {
      hangUp = () => socket.destroy()
    })
    await new Promise<void>((listening) => strange.listen(0, '127.0.0.1', () => listening()))
    const { port } = strange.server.address() as AddressInfo
    const toStrange = mailerTo(new URL(`smtp://${host}:${port}`))
    const error: unknown = await toStrange.send({ to: 'ouder@gezin.example', key: 'k', mail }).catch((reason) => reason)
    toStrange.close()
    await new Promise<void>((closed) => strange.close(closed))
    return { error, offered }
  }

  test.each<[string, SMTPServerOptions]>([
    ['greylisting (450 to RCPT)', { onRcptTo: (_a, _s, done) => done(answer(450)) }],
    [
      'a full disk (452 after DATA)',
      { onData: (stream, _s, done) => void stream.resume().on('end', () => done(answer(452))) },
    ],
    ['a sender that it does not accept (550 to MAIL)', { onMailFrom: (_a, _s, done) => done(answer(550)) }],
    ['no service (554 at the greeting)', { onConnect: (_s, done) => done(answer(554)) }],
  ])('waits: %s', async (_name, behaviour) => {
    expect((await offeredTo(behaviour)).error).toBeInstanceOf(MailDelayed)
  })

  test('waits: a password that is wrong', async () => {
    const { error } = await offeredTo({ onAuth: (_a, _s, done) => done(answer(535)) }, 'user:wrong@127.0.0.1')
    expect(error).toBeInstanceOf(MailDelayed)
  })

  test.each<[string, SMTPServerOptions]>([
    ['an unknown reader (550 to RCPT)', { onRcptTo: (_a, _s, done) => done(answer(550)) }],
    [
      'a policy (554 after DATA)',
      { onData: (stream, _s, done) => void stream.resume().on('end', () => done(answer(554))) },
    ],
  ])('is given up: %s, and the error repeats no address', async (_name, behaviour) => {
    const { error } = await offeredTo(behaviour)
    expect(error).toBeInstanceOf(MailRefused)
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('ouder@')
  })

  test('waits, and is not sent twice by itself, when the connection breaks after the last byte', async () => {
    const broken = await offeredTo({ onData: (stream) => void stream.resume().on('end', () => hangUp()) })
    expect(broken.error).toBeInstanceOf(MailDelayed)
    expect(broken.offered).toBe(1)
  })

  test('waits: a server that is not on this machine and offers no TLS is shown nothing', async () => {
    const { error, offered } = await offeredTo({}, '0.0.0.0')
    expect(error).toBeInstanceOf(MailDelayed)
    expect(offered).toBe(0)
  })

  test('waits: nobody listens', async () => {
    const away = await startDevelopmentMailServer()
    await away.close()
    await expect(mailerTo(away.url).send({ to: 'a@b.example', key: 'k', mail })).rejects.toBeInstanceOf(MailDelayed)
  })
})
