import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createPush, type Push, type Subscription } from '#shared/push/push.ts'
import { root } from '#shared/root.ts'

/** Keys and a certificate of the tests alone; the certificate is for `localhost` and trusted nowhere else. */
const keys = {
  publicKey: 'BJ00-B9lVUleiNfGpzHYZvZ8JYSjw0bwc9dd_sleutLAzjhakRdI8DyS1H7snVjwGcEPRCa4YBS8uOFCx9PrJPo',
  privateKey: '8YSMlJGacz-ISbwGsQkUFi2fYZ0ljnm7_qgcDdhMbXI',
}
const pem = (name: string) => readFileSync(join(root, 'test/samples/push', name))

/** A push that reaches nobody: for front doors that send none. */
export const noPush: Push = createPush(keys, 'mailto:test@schoolplein.localhost')

/** What arrived at the stand-in: encrypted, so only where, how urgent and that it was signed. */
type Arrived = { readonly path: string; readonly urgency: string | undefined; readonly signed: boolean }

/** A push service of our own, with its own certificate. */
export class PushService {
  readonly #server: Server
  readonly push: Push
  readonly arrived: Arrived[] = []
  /** How it answers for a browser, by path; 201 unless said. */
  readonly answers = new Map<string, number>()

  private constructor(server: Server) {
    this.#server = server
    const agent = new Agent({ ca: pem('certificate.pem') })
    this.push = createPush(keys, 'mailto:test@schoolplein.localhost', { host: this.host, agent })
    server.on('request', (request, response) => {
      const path = request.url!
      const { urgency, authorization } = request.headers
      this.arrived.push({ path, urgency: urgency as string, signed: authorization?.startsWith('vapid ') ?? false })
      request.resume().on('end', () => response.writeHead(this.answers.get(path) ?? 201).end())
    })
  }

  static async open(): Promise<PushService> {
    const server = createServer({ key: pem('key.pem'), cert: pem('certificate.pem') }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new PushService(server)
  }

  get host(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`
  }

  /** What a browser gives that allowed notifications. */
  subscription(path: string): Subscription {
    const browser = createECDH('prime256v1')
    const p256dh = browser.generateKeys().toString('base64url')
    return { endpoint: `https://${this.host}${path}`, p256dh, auth: randomBytes(16).toString('base64url') }
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}
