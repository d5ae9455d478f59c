import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { path } from '#shared/access/path.ts'
import { type Language, pick } from '#shared/language/index.ts'
import { Empty, Link, List, Page, productTheme, Row, renderPage, Stack, TaskScreen, Text } from '#shared/ui/index.ts'
import type { DevelopmentMailServer, ReceivedMail } from './development.ts'
import { letterStyle } from './layout.tsx'
import { en, nl } from './texts.ts'

export const mailboxUrls = {
  mails: path('/dev/mail'),
  mail: path('/dev/mail/:id'),
  letter: path('/dev/mail/:id/letter'),
}

/** A letter may show its own style and nothing else: no script, no picture, no form, and an origin that owns no cookie. */
const LETTER_POLICY = `sandbox; default-src 'none'; style-src 'sha256-${createHash('sha256').update(letterStyle).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/**
 * The mails of the development server as pages, for whoever reaches them: to be mounted on loopback only, while no
 * SMTP_URL is configured. A mail shows as text with links that work; its HTML is a page of its own, in a sandbox.
 */
export const developmentMailbox = (server: DevelopmentMailServer, languageOf: (request: Request) => Language): Hono => {
  const found = (id: string) => server.mails().find((mail) => String(mail.id) === id)
  return new Hono()
    .get(mailboxUrls.mails.pattern, (c) =>
      c.html(renderPage(<MailsPage language={languageOf(c.req.raw)} mails={server.mails()} />)),
    )
    .get(mailboxUrls.mail.pattern, (c) => {
      const mail = found(c.req.param('id'))
      return mail ? c.html(renderPage(<MailPage language={languageOf(c.req.raw)} mail={mail} />)) : c.notFound()
    })
    .get(mailboxUrls.letter.pattern, (c) => {
      const mail = found(c.req.param('id'))
      return mail ? c.html(mail.html, 200, { 'Content-Security-Policy': LETTER_POLICY }) : c.notFound()
    })
}

const MailsPage = ({ language, mails }: { language: Language; mails: readonly ReceivedMail[] }) => {
  const t = pick(language, { nl, en }).mailbox
  return (
    <Page language={language} title={t.title} organisation="Schoolplein" theme={productTheme}>
      <TaskScreen back={{ to: '/', word: t.home }} title={t.title}>
        <Text quiet>{t.explanation}</Text>
        {mails.length === 0 && <Empty title={t.empty} />}
        <List>
          {mails.map((mail) => (
            <Row title={mail.subject} text={t.to(mail.to.join(', '))} to={mailboxUrls.mail({ id: String(mail.id) })} />
          ))}
        </List>
      </TaskScreen>
    </Page>
  )
}

const MailPage = ({ language, mail }: { language: Language; mail: ReceivedMail }) => {
  const t = pick(language, { nl, en }).mailbox
  return (
    <Page language={language} title={t.title} organisation="Schoolplein" theme={productTheme}>
      <TaskScreen back={{ to: mailboxUrls.mails(), word: t.back }} title={mail.subject}>
        <Stack gap="loose">
          <Text quiet>{t.to(mail.to.join(', '))}</Text>
          {mail.text.split(/(?:\r?\n){2,}/).map((block) => (
            <Stack gap="tight">
              {block.split(/\r?\n/).map((line) => (
                <Text>{/^https?:\S+$/.test(line) ? <Link to={line}>{line}</Link> : line}</Text>
              ))}
            </Stack>
          ))}
          <Text small>
            <Link to={mailboxUrls.letter({ id: String(mail.id) })} plain>
              {t.asHtml}
            </Link>
          </Text>
        </Stack>
      </TaskScreen>
    </Page>
  )
}
