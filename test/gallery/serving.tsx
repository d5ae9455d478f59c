import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page as BrowserPage } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import {
  type Child,
  Page,
  PlainScreen,
  productTheme,
  renderPage,
  securityHeaders,
  serveAsset,
} from '#shared/ui/index.ts'
import { launchChromium, watch } from '../chromium.ts'
import { gallery } from './index.tsx'

/** A small server for pages of the design system, with the answers that a test gives to what is posted, and a browser before it. */
export type Answer = { status: number; body?: string; to?: string }
type Handler = (body: URLSearchParams) => Answer

export const posted: { path: string; body: URLSearchParams }[] = []
export const routes = new Map<string, Handler>()
export const listeners = new Set<ServerResponse>()
export let browser: Browser
export let origin: string

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const asset = serveAsset(path, request.headers['accept-encoding'])
  if (asset) return response.writeHead(200, asset.headers).end(asset.body)
  if (path === '/live') return listen(response)
  const body = new URLSearchParams(await text(request))
  if (request.method === 'POST') posted.push({ path, body })
  const make = gallery[path.slice(1) as keyof typeof gallery]
  const answer = routes.get(`${request.method} ${path}`)?.(body) ?? (make && { status: 200, body: renderPage(make()) })
  if (!answer) return response.writeHead(404).end()
  const type = answer.body?.startsWith('<') === false ? 'application/json' : 'text/html; charset=utf-8'
  const headers = { 'Content-Type': type, ...securityHeaders({ secure: false, personal: true }) }
  response.writeHead(answer.status, answer.to ? { ...headers, Location: answer.to } : headers).end(answer.body)
})

function listen(response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write(': here\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

export const page = (title: string, children: Child, options: { live?: string; passkeys?: boolean } = {}) =>
  renderPage(
    <Page language="nl" title={title} organisation="De Vuurtoren" theme={productTheme} {...options}>
      <PlainScreen title={title}>{children}</PlainScreen>
    </Page>,
  )

export const shows = (path: string, make: () => string) =>
  routes.set(`GET ${path}`, () => ({ status: 200, body: make() }))

/** Opens a page of it in a browser of its own; `wrong` is what was seen there that must never happen. */
export async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ at: BrowserPage; wrong: string[] }> {
  const context = await browser.newContext(options)
  const at = await context.newPage()
  const wrong = await watch(at)
  await at.goto(`${origin}${path}`)
  return { at, wrong }
}

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, done))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  for (const response of listeners) response.destroy()
  server.close()
})
