// Runs in the browser beside the pages: shows notifications, and something to read while there is no connection. It keeps a
// page without anything personal, and the first page of today until somebody signs out.
type ExtendableEvent = Event & { waitUntil(promise: Promise<unknown>): void }
type FetchEvent = ExtendableEvent & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type PushEvent = ExtendableEvent & {
  readonly data: { json(): { title: string; body: string; address: string } } | null
}
type ClickEvent = ExtendableEvent & { readonly notification: Notification & { readonly data: string } }
type Client = { readonly url: string; focus(): Promise<unknown> }
type Scope = {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<Client[]>; openWindow(url: string): Promise<unknown> }
  readonly registration: { showNotification(title: string, options: object): Promise<void> }
  addEventListener<E extends Event>(name: string, listener: (event: E) => void): void
}

const worker = self as unknown as Scope
const PUBLIC = 'public'
const TODAY = 'today'

/** The page without anything personal, and the styles and letters that it needs. */
const keepOffline = async () => {
  const cache = await caches.open(PUBLIC)
  const page = await fetch('/offline')
  const html = await page.clone().text()
  await cache.put('/offline', page)
  const needed = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address!)
  await Promise.all(needed.map(async (address) => cache.put(address, await fetch(address))))
}

const day = (date: string | null) => new Date(date ?? 0).toDateString()

/** Today's first page as it was, with a line that says so; else the page that says that there is no connection. */
const withoutConnection = async (path: string): Promise<Response> => {
  const kept = path === '/' ? await (await caches.open(TODAY)).match('/') : undefined
  if (kept && day(kept.headers.get('date')) === new Date().toDateString()) {
    const html = (await kept.text()).replace(/(data-offline(?:="[^"]*")?) hidden/, '$1')
    return new Response(html, { headers: kept.headers })
  }
  return (await (await caches.open(PUBLIC)).match('/offline')) ?? Response.error()
}

/** Somebody who has to sign in has nothing kept here any more. */
const visit = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  let answer: Response
  try {
    answer = await fetch(request)
  } catch {
    return withoutConnection(pathname)
  }
  const sentAway = pathname === '/' && answer.type === 'opaqueredirect'
  if (sentAway || pathname.startsWith('/sign-in')) await caches.delete(TODAY)
  else if (pathname === '/' && answer.ok && answer.headers.get('x-essentials') === 'today')
    await (await caches.open(TODAY)).put('/', answer.clone())
  return answer
}

const shown = async (address: string) => {
  const open = await worker.clients.matchAll()
  const here = open.find(({ url }) => url === address) ?? open[0]
  await (here ? here.focus() : worker.clients.openWindow(address))
}

worker.addEventListener<ExtendableEvent>('install', (event) =>
  event.waitUntil(keepOffline().then(() => worker.skipWaiting())),
)
worker.addEventListener<ExtendableEvent>('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener<FetchEvent>('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === 'POST' && pathname === '/sign-out') event.waitUntil(caches.delete(TODAY))
  else if (request.method === 'GET' && request.mode === 'navigate') event.respondWith(visit(request))
  else if (request.method === 'GET' && pathname.startsWith('/assets/'))
    event.respondWith(fetch(request).catch(async () => (await caches.match(pathname)) ?? Response.error()))
})
worker.addEventListener<PushEvent>('push', (event) => {
  const said = event.data?.json()
  if (!said) return
  const { title, body, address } = said
  event.waitUntil(worker.registration.showNotification(title, { body, data: address, tag: body }))
})
worker.addEventListener<ClickEvent>('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(shown(event.notification.data))
})
