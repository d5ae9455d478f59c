import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const BYTES = 25_600

/** The limit of the machine: node:http answering a constant Buffer of ASCII. Answers its port. */
export const serveRaw = (): Promise<number> => {
  const body = Buffer.alloc(BYTES, 'x')
  const headers = { 'Content-Type': 'text/html', 'Content-Length': String(BYTES) }
  const server = createServer((_, response) => response.writeHead(200, headers).end(body))
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}
