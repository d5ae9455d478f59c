import { generateKeyPairSync } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { createMailer, type Mailer } from '#shared/mail/mailer.ts'

const listen = (port: number, onData: NonNullable<SMTPServerOptions['onData']>) =>
  new Promise<SMTPServer>((resolve) => {
    const smtp = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], onData })
    smtp.listen(port, '127.0.0.1', () => resolve(smtp))
  })

const stop = (smtp: SMTPServer) => new Promise<void>((resolve) => smtp.close(() => resolve()))

/** A mail server at a fixed port that is away until it comes, and a mailer that sends to it. */
export class MailServer {
  readonly mailer: Mailer
  /** To whom mails were taken, in order. */
  readonly arrived: string[] = []
  readonly #port: number
  #smtp: SMTPServer | undefined

  private constructor(port: number, mailer: Mailer) {
    this.#port = port
    this.mailer = mailer
  }

  static async away(): Promise<MailServer> {
    const first = await listen(0, (_stream, _session, done) => done())
    const { port } = first.server.address() as AddressInfo
    await stop(first)
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const dkim = {
      domain: 'test.example',
      selector: 's1',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    }
    const smtp = new URL(`smtp://127.0.0.1:${port}`)
    return new MailServer(port, createMailer({ smtp, from: 'school@test.example', dkim } as never))
  }

  async comes(): Promise<void> {
    this.#smtp = await listen(this.#port, (stream, session, done) => {
      stream.resume().on('end', () => {
        this.arrived.push(...session.envelope.rcptTo.map(({ address }) => address))
        done()
      })
    })
  }

  async close(): Promise<void> {
    this.mailer.close()
    if (this.#smtp) await stop(this.#smtp)
  }
}
