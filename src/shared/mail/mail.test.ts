import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  developmentMailbox,
  dkimRecord,
  type Mail,
  MailDelayed,
  mailboxUrls,
  mailTemplate,
  openMail,
  signingKey,
} from './index.ts'

const keepSecret = (_name: string, make: () => Promise<string>) => make()
const notice = mailTemplate({
  nl: { subject: 'Er is nieuws', letter: (values: { line: string }) => ({ paragraphs: [values.line], reason: 'R.' }) },
  en: { subject: 'There is news', letter: ({ line }) => ({ paragraphs: [line], reason: 'R.' }) },
})
const mailOf = (line: string) => notice({ language: 'nl', organisation: 'De Zeester' }, { line })

let mail: Mail
const sendTo = async (to: string, line = 'Lees het op school.') => {
  await mail.mailer.send({ to, key: to + line, mail: mailOf(line) })
  return mail.development!.next((received) => received.to[0] === to)
}
beforeAll(async () => {
  mail = await openMail({}, true, keepSecret)
})
afterAll(async () => {
  await mail.close()
})

test('in development a mail waits in memory for who asks for it, whether it came before or comes after', async () => {
  const later = mail.development!.next(({ to }) => to.includes('b@gezin.example'))
  await mail.mailer.send({ to: 'a@gezin.example', key: '1', mail: mailOf('a') })
  await mail.mailer.send({ to: 'b@gezin.example', key: '2', mail: mailOf('b') })
  expect((await later).text).toContain('\n\nb\n\n')
  expect((await mail.development!.next(() => true)).to).toEqual(['a@gezin.example'])
  expect(mail.development!.mails().map(({ to }) => to[0])).toEqual(['b@gezin.example', 'a@gezin.example'])
})

test('the mailbox shows the mails and their text, with links that work', async () => {
  const pages = developmentMailbox(mail.development!, () => 'nl')
  const { id } = await sendTo('c@gezin.example', 'https://zeester.example/n?a=1&b=2')
  const mailUrl = mailboxUrls.mail({ id: String(id) })
  const list = await (await pages.request(mailboxUrls.mails())).text()
  expect(list).toContain(`href="${mailUrl}"`)
  expect(list).toContain('Aan c@gezin.example')
  const page = await (await pages.request(mailUrl)).text()
  expect(page).toContain('href="https://zeester.example/n?a=1&amp;b=2"')
  for (const unknown of ['0', 'x', '999999']) {
    expect((await pages.request(mailboxUrls.mail({ id: unknown }))).status).toBe(404)
    expect((await pages.request(mailboxUrls.letter({ id: unknown }))).status).toBe(404)
  }
})

test('what a mail says cannot become markup, and its HTML opens in a sandbox that runs nothing', async () => {
  const pages = developmentMailbox(mail.development!, () => 'en')
  const { id } = await sendTo('d@gezin.example', '<script>alert(1)</script>')
  expect(await (await pages.request(mailboxUrls.mail({ id: String(id) }))).text()).not.toContain('<script>alert')
  const letter = await pages.request(mailboxUrls.letter({ id: String(id) }))
  expect(letter.headers.get('content-security-policy')).toMatch(
    /^sandbox; default-src 'none'; style-src 'sha256-[^']+'; /,
  )
  expect(await letter.text()).toContain('&lt;script>')
})

test('the last 200 mails are kept', async () => {
  for (let n = 0; n < 205; n++) await mail.mailer.send({ to: `n${n}@gezin.example`, key: `${n}`, mail: mailOf('x') })
  const kept = mail.development!.mails()
  expect(kept).toHaveLength(200)
  expect([kept.at(0)?.to[0], kept.at(-1)?.to[0]]).toEqual(['n204@gezin.example', 'n5@gezin.example'])
})

test('without a server elsewhere than on loopback there is advice, and mail waits', async () => {
  const without = await openMail({}, false, keepSecret)
  expect(without.development).toBeUndefined()
  expect(without.advice?.nl).toContain('SMTP_URL')
  const sending = without.mailer.send({ to: 'a@b.example', key: 'k', mail: mailOf('x') })
  await expect(sending).rejects.toBeInstanceOf(MailDelayed)
  await without.close()
})

test('with a server there is no development server and no advice; the key signs for the sender’s domain', async () => {
  const env = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'post@vuurtoren.example' }
  const real = await openMail(env, true, keepSecret)
  expect(real.development ?? real.advice).toBeUndefined()
  await real.close()
  expect(dkimRecord(await signingKey(env, keepSecret)).name).toMatch(/\._domainkey\.vuurtoren\.example$/)
})

test.each([
  [{ SMTP_URL: 'smtps://mail.example' }, 'MAIL_FROM must be'],
  [{ SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'School <a@b.example>' }, 'MAIL_FROM must be'],
  [{ SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must look like'],
  [{ SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL must look like'],
])('a configuration that cannot be right is refused: %j', async (env, sentence) => {
  await expect(openMail(env, true, keepSecret)).rejects.toThrow(sentence)
})
