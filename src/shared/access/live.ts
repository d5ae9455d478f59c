import type { Notifications } from '#shared/database/notifications.ts'
import { urls } from '#src/urls.ts'
import { markOfTopic } from './live-address.ts'
import { Module } from './module.ts'
import { signedIn } from './rule.ts'

const BEAT_MS = 25_000

/**
 * A stream of server-sent events: one line whenever the topic in the address changes in this organisation. It says that
 * something changed, never what; the page asks again and sees only what its person may. Only topics that one of the
 * person's own pages named are told: the moment alone can tell something about others.
 */
export const live = (notifications: Notifications): Module =>
  new Module('live').get(urls.live, signedIn, (visit) => {
    const wanted = visit.query.get('topic') ?? ''
    if (visit.query.get('mark') !== markOfTopic(visit.work, visit.me.id, wanted)) return visit.notFound()
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
        const off = notifications.on(visit.site.id, (topic) => {
          if (topic === wanted) say('data: changed\n\n')
        })
        const beat = setInterval(() => say(': \n\n'), BEAT_MS)
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
  })
