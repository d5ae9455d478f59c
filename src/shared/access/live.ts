import type { Notifications } from '#shared/database/notifications.ts'
import { readCookie } from '#shared/identity/cookie.ts'
import { hashOfToken } from '#shared/identity/session.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import { dayOf, type Ground } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { identify, type WhoIs } from './identify.ts'
import { accessTopic, markOfTopic } from './live-address.ts'
import { Module } from './module.ts'
import { signedIn } from './rule.ts'
import type { Visit } from './visit.ts'

const BEAT_MS = 25_000

export type LiveParts = Ground & { readonly notifications: Notifications; readonly whoIs: WhoIs }

/** Asks once more, from the session on, whether this stream's person may still hear its topic. */
const stillAllowed = (parts: LiveParts, visit: Visit, topic: string) => {
  const token = readCookie(visit.request.headers, visit.secure, 'session')
  const context = { organisation: visit.site.id, session: token && hashOfToken(token) }
  return transaction(parts, context, 'GET /live', async (work) => {
    const me = await identify(work, parts.whoIs)
    return me !== null && visit.query.get('mark') === markOfTopic(work, me, topic)
  })
}

/** Runs a check; one that is asked for while it runs follows it, and however many are asked for then are one. */
const oneAtATime = (check: () => Promise<void>) => {
  let running = false
  let again = false
  return async () => {
    again = true
    if (running) return
    running = true
    while (again) {
      again = false
      await check()
    }
    running = false
  }
}

/**
 * A stream of server-sent events: one line whenever the topic in the address changes in this organisation. It says that
 * something changed, never what; the page asks again and sees only what its person may. Only topics that one of the
 * person's own pages named are told: the moment alone can tell something about others. Before each line the stream asks
 * whether its person may still hear it, and it ends as soon as that person's access changes or ends, in every process;
 * the page is told to ask anew for what may be seen now.
 */
export const live = (parts: LiveParts): Module =>
  new Module('live', { nl: 'Pagina’s die zichzelf verversen', en: 'Pages that renew themselves' }).get(
    urls.live,
    signedIn,
    (visit) => {
      const topic = visit.query.get('topic') ?? ''
      if (visit.query.get('mark') !== markOfTopic(visit.work, visit.me, topic)) return visit.notFound()
      const own = accessTopic(visit.me.id)
      const day = visit.work.today
      const encoder = new TextEncoder()
      let stop = () => {}
      const stream = new ReadableStream({
        start(controller) {
          // A page that is gone is noticed late; what one of them throws would keep the others from hearing.
          const say = (text: string) => {
            try {
              controller.enqueue(encoder.encode(text))
            } catch {
              stop()
            }
          }
          const end = () => {
            say('event: ended\ndata: \n\n')
            stop()
            try {
              controller.close()
            } catch {}
          }
          const tell = oneAtATime(async () => {
            const allowed = await stillAllowed(parts, visit, topic).catch(() => false)
            if (allowed) say('data: changed\n\n')
            else end()
          })
          const off = parts.notifications.on(visit.site.id, (told) => {
            if (told === own) end()
            else if (told === topic) tell()
          })
          const beat = setInterval(() => (dayOf(parts.now()) === day ? say(': \n\n') : end()), BEAT_MS)
          stop = () => {
            off()
            clearInterval(beat)
          }
          visit.request.signal.addEventListener('abort', () => stop())
          say('retry: 2000\n\n')
        },
        cancel: () => stop(),
      })
      return visit.send(stream, 'text/event-stream')
    },
  )
