import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

const KEPT = 200
const MAX_BYTES = 1024 * 1024

/** A mail as it arrived. */
export interface ReceivedMail {
  /** Counts up from 1. */
  id: number
  received: Date
  /** Who it was handed over for (the envelope). */
  to: readonly string[]
  from: string
  subject: string
  text: string
  html: string
  /** The bytes as they came over the line. */
  raw: Buffer
}

export interface DevelopmentMailServer {
  /** Where to send: `smtp://127.0.0.1:PORT`. */
  url: URL
  /** The last 200 mails, the newest first. */
  mails(): readonly ReceivedMail[]
  /** The oldest mail kept that matches and that no earlier call gave out; waits for it to arrive. */
  next(matches: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>
  close(): Promise<void>
}

/**
 * A real SMTP server on the loopback address at a free port that delivers to nobody, for development and tests. Mail is
 * kept in memory only: on disk it would outlive the erasure of the people in it.
 */
export const startDevelopmentMailServer = async (): Promise<DevelopmentMailServer> => {
  const kept: ReceivedMail[] = []
  const given = new WeakSet<ReceivedMail>()
  const waiting = new Set<{ matches: (mail: ReceivedMail) => boolean; give: (mail: ReceivedMail) => void }>()
  let count = 0

  const receive = (mail: ReceivedMail) => {
    kept.push(mail)
    if (kept.length > KEPT) kept.shift()
    for (const waiter of waiting) {
      if (!waiter.matches(mail)) continue
      waiting.delete(waiter)
      given.add(mail)
      return waiter.give(mail)
    }
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope
      buffer(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded) throw Object.assign(new Error('Too large'), { responseCode: 552 })
          const { subject = '', text = '', html = '' } = await PostalMime.parse(raw)
          const to = rcptTo.map(({ address }) => address)
          const from = mailFrom ? mailFrom.address : ''
          receive({ id: ++count, received: new Date(), to, from, subject, text, html, raw })
        })
        .then(() => done(), done)
    },
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.server.address() as AddressInfo

  return {
    url: new URL(`smtp://127.0.0.1:${port}`),
    mails: () => kept.toReversed(),
    next(matches) {
      const mail = kept.find((candidate) => !given.has(candidate) && matches(candidate))
      if (!mail) return new Promise((give) => waiting.add({ matches, give }))
      given.add(mail)
      return Promise.resolve(mail)
    },
    close: () => new Promise((closed) => server.close(closed)),
  }
}
