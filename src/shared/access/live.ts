import type { Notifications } from '#shared/database/notifications.ts'
import { readCookie } from '#shared/identity/cookie.ts'
import type { Me } from '#shared/identity/me.ts'
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
const AGAIN_MS = 1_000
/** As many tabs as one browser listens for; what is asked beyond that is not told. */
const MOST = 40

export type LiveParts = Ground & { readonly notifications: Notifications; readonly whoIs: WhoIs }

/** A topic with the mark that a page of ours gave with it. */
type Topic = { readonly topic: string; readonly mark: string | undefined }

/** Asks once more, from the session on, whether this stream's person may still hear a topic. */
const stillAllowed = (parts: LiveParts, visit: Visit, { topic, mark }: Topic) => {
  const token = readCookie(visit.request.headers, visit.secure, 'session')
  const context = { organisation: visit.site.id, session: token && hashOfToken(token) }
  return transaction(parts, context, 'GET /live', async (work) => {
    const me = await identify(work, parts.whoIs)
    return me !== null && mark === markOfTopic(work, me, topic)
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

/** A stream that says what of these topics changed, as long as its person may hear them. `refused`: those that count no more. */
const streamOf = (parts: LiveParts, visit: Visit<string, Me>, topics: readonly Topic[], refused: readonly Topic[]) => {
  const own = accessTopic(visit.me.id)
  const day = visit.work.today
  const encoder = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(controller) {
      // A page that is gone is noticed late; what one of them throws would keep the others from hearing.
      const say = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          stop()
        }
      }
      const tells = new Map<string, () => void>()
      const endOne = (topic: string) => {
        tells.delete(topic)
        say(`event: ended\ndata: ${topic}\n\n`)
        if (tells.size === 0) close()
      }
      const close = () => {
        stop()
        try {
          controller.close()
        } catch {}
      }
      const end = () => {
        for (const topic of [...tells.keys()]) endOne(topic)
      }
      for (const asked of topics) {
        const tell = oneAtATime(async () => {
          // While PostgreSQL is away nothing is known: it is told once it is.
          const allowed = await stillAllowed(parts, visit, asked).catch(() => null)
          if (!tells.has(asked.topic)) return
          if (allowed === null) setTimeout(tell, AGAIN_MS).unref()
          else if (allowed) say(`data: changed ${asked.topic}\n\n`)
          else endOne(asked.topic)
        })
        tells.set(asked.topic, tell)
      }
      const off = parts.notifications.on(visit.site.id, (told) => (told === own ? end() : tells.get(told)?.()))
      const back = parts.notifications.onReconnected(() => {
        for (const tell of tells.values()) tell()
      })
      const beat = setInterval(() => (dayOf(parts.now()) === day ? say(': \n\n') : end()), BEAT_MS)
      stop = () => {
        tells.clear()
        off()
        back()
        clearInterval(beat)
      }
      visit.request.signal.addEventListener('abort', () => stop())
      say('retry: 2000\n\n')
      for (const { topic } of refused) say(`event: ended\ndata: ${topic}\n\n`)
    },
    cancel: () => stop(),
  })
}

/**
 * A stream of server-sent events for all tabs of a browser: a line whenever one of the topics in the address changes in this
 * organisation. It says that something changed, never what; the page asks again and sees only what its person may. Only
 * topics that one of the person's own pages named are told: the moment alone can tell something about others. Before each
 * line the stream asks whether its person may still hear it; a topic ends when not, and all of them as soon as that person's
 * access changes or ends, in every process; the page is told to ask anew for what may be seen now. What was told while the
 * database was away is told when it is back.
 */
export const live = (parts: LiveParts): Module =>
  new Module('live', { nl: 'Pagina’s die zichzelf verversen', en: 'Pages that renew themselves' }).get(
    urls.live,
    signedIn,
    (visit) => {
      const { work, me, query } = visit
      const marks = query.getAll('mark')
      const asked = query
        .getAll('topic')
        .slice(0, MOST)
        .map((topic, at): Topic => ({ topic, mark: marks[at] }))
      const allowed = asked.filter(({ topic, mark }) => mark === markOfTopic(work, me, topic))
      if (allowed.length === 0) return visit.notFound()
      const refused = asked.filter((one) => !allowed.includes(one))
      return visit.send(streamOf(parts, visit, allowed, refused), 'text/event-stream')
    },
  )
