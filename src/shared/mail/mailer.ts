import { createHash } from 'node:crypto'
import nodemailer from 'nodemailer'
import { isMailAddress } from './address.ts'
import type { Dkim } from './dkim.ts'
import { explain, MailRefused } from './failures.ts'
import type { WrittenMail } from './template.ts'

/** Where and as whom to send. */
export interface MailerSettings {
  /** `smtp://` (STARTTLS, which is demanded but on this machine) or `smtps://`, with user and password if need be. */
  smtp: URL
  /** The address of every mail from here; its domain is the one that signs. */
  from: string
  dkim: Dkim
}

export interface Mailer {
  /**
   * Hands one mail to the mail server; resolves once the server took it, and throws `MailRefused` or `MailDelayed`.
   *
   * `to` is one plain address. `key` is a random id that was fixed before the first try (a uuid in the job's payload;
   * not the job's number, which starts anew after a restore): the Message-ID follows from it, so that a try again is
   * the same mail again. SMTP promises "at least once": when a connection breaks after the last byte nobody knows whether
   * the mail was taken, and sending again may double it. Receivers use the equal Message-ID to drop the second, but none
   * has to. Nothing is sent twice here by itself: only a mail of which no byte had left yet moves to a new connection.
   */
  send(mail: { to: string; key: string; mail: WrittenMail }): Promise<void>
  /** Lets running deliveries end and closes the connections. */
  close(): void
}

/** Every header that we write, and so every one that is signed; RFC 8058 asks it of the two for unsubscribing. */
const SIGNED =
  'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post'

/** Sends over SMTP through a few kept connections, each mail signed (RFC 6376). */
export const createMailer = ({ smtp, from, dkim }: MailerSettings): Mailer => {
  const transport = nodemailer.createTransport({
    ...serverOf(smtp),
    pool: true,
    connectionTimeout: 10_000,
    name: dkim.domain,
    disableFileAccess: true,
    disableUrlAccess: true,
    dkim: {
      domainName: dkim.domain,
      keySelector: dkim.selector,
      privateKey: dkim.privateKey,
      headerFieldNames: SIGNED,
    },
  })
  return {
    async send({ to, key, mail }) {
      await transport
        .sendMail({
          from: { name: oneLine(mail.sender), address: from },
          to: { name: '', address: mailAddress(to) },
          subject: oneLine(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${dkim.domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', ...(mail.unsubscribe && unsubscribing(mail.unsubscribe)) },
        })
        .catch(explain)
    },
    close: () => transport.close(),
  }
}

/** Refuses what could begin a new header line, or hide one. */
const oneLine = (text: string): string => {
  if (/\p{Cc}|[\u2028\u2029]/u.test(text)) throw new MailRefused('A mail header has one line.')
  return text
}

const mailAddress = (text: string): string => {
  if (!isMailAddress(text)) throw new MailRefused('A mail has one plain address.')
  return text
}

/**
 * One-click unsubscribing (RFC 8058): one https address. It is written on one line whatever its length, since folded
 * lines of this header have broken signatures on the way (nodemailer issue 1654); a line has at most 998 bytes.
 */
const unsubscribing = (address: URL) => {
  const local = address.protocol === 'http:' && isLocal(address.hostname)
  if ((address.protocol !== 'https:' && !local) || address.href.length > 900)
    throw new MailRefused('Unsubscribing needs one https address of at most 900 characters.')
  return {
    'List-Unsubscribe': { prepared: true, value: `<${address.href}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

const isLocal = (host: string) => /^(.+\.)?localhost$|^127\.|^\[::1\]$/.test(host)

const serverOf = (url: URL) => ({
  host: url.hostname.replace(/^\[|\]$/g, ''),
  ...(url.port && { port: Number(url.port) }),
  secure: url.protocol === 'smtps:',
  // Without this anyone on the way could leave out the offer of STARTTLS and read along.
  ...(isLocal(url.hostname) ? { ignoreTLS: true } : { requireTLS: true }),
  ...(url.username && {
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  }),
})
