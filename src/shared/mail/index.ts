import { OperatorError } from '#shared/operator-error.ts'
import { isMailAddress } from './address.ts'
import type { DevelopmentMailServer } from './development.ts'
import { type Dkim, type KeepSecret, openDkim } from './dkim.ts'
import { MailDelayed } from './failures.ts'
import { createMailer, type Mailer } from './mailer.ts'
import * as texts from './texts.ts'

export type { ReceivedMail } from './development.ts'
export { dkimRecord } from './dkim.ts'
export { MailDelayed, MailRefused } from './failures.ts'
export { developmentMailbox, mailboxUrls } from './mailbox.tsx'
export type { Mailer } from './mailer.ts'
export { mailTemplate, type WriteMail, type WrittenMail } from './template.ts'

/** `SMTP_URL`: `smtp://` or `smtps://` with user and password; `MAIL_FROM`: the plain address that all mail comes from. */
export interface MailEnvironment {
  SMTP_URL?: string | undefined
  MAIL_FROM?: string | undefined
}

/** The mail of a running Schoolplein. */
export interface Mail {
  mailer: Mailer
  /** Where mail goes in development; give it to `developmentMailbox`. */
  development?: DevelopmentMailServer
  /** What the operator should know at the start, by language. */
  advice?: Record<keyof typeof texts, string>
  close(): Promise<void>
}

/**
 * Opens the way out for mail: the server of `SMTP_URL`; without one the development server when Schoolplein listens on
 * `loopback` only. Otherwise there is advice, and mail is delayed rather than lost. Refuses a configuration that cannot
 * be right in a sentence for the operator.
 */
export const openMail = async (env: MailEnvironment, loopback: boolean, keepSecret: KeepSecret): Promise<Mail> => {
  const from = senderOf(env)
  if (!env.SMTP_URL && !loopback)
    return {
      mailer: { send: () => Promise.reject(new MailDelayed('No mail server is configured.')), close: () => {} },
      advice: { nl: texts.nl.advice.noServer, en: texts.en.advice.noServer },
      close: async () => {},
    }
  const smtp = env.SMTP_URL ? serverAddress(env.SMTP_URL) : undefined
  const dkim = await signingKey(env, keepSecret)
  if (smtp) {
    const mailer = createMailer({ smtp, from, dkim })
    return { mailer, close: async () => mailer.close() }
  }
  // Loaded here and nowhere else: a real installation has no use for an SMTP server.
  const { startDevelopmentMailServer } = await import('./development.ts')
  const development = await startDevelopmentMailServer()
  const mailer = createMailer({ smtp: development.url, from, dkim })
  return {
    mailer,
    development,
    async close() {
      mailer.close()
      await development.close()
    },
  }
}

/** The key that signs the mail of this configuration; `dkimRecord` of it is what an operator publishes in DNS. */
export const signingKey = (env: MailEnvironment, keepSecret: KeepSecret): Promise<Dkim> =>
  openDkim(senderOf(env).split('@')[1]!, keepSecret)

const senderOf = ({ SMTP_URL, MAIL_FROM }: MailEnvironment): string => {
  const from = MAIL_FROM ?? (SMTP_URL ? '' : 'noreply@schoolplein.localhost')
  if (!isMailAddress(from))
    throw new OperatorError('MAIL_FROM must be the address that mail comes from, like post@school.nl.')
  return from
}

const serverAddress = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    throw new OperatorError('SMTP_URL must look like smtps://USER:PASSWORD@host or smtp://USER:PASSWORD@host:port.')
  return url
}
