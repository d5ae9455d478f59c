import { session } from '@hotwired/turbo'
import { behaviour } from './register.ts'

const together = 300

/**
 * Renews the page in place when the server says that it changed (server-sent events from `data-live`). Scroll and focus
 * stay; a form somebody is typing in, and what they opened, is left alone (`keep-typed.ts`).
 */
export function live(): void {
  behaviour('live', (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let source: EventSource | undefined
    const renew = () => session.refresh(document.baseURI)
    const start = () => {
      source = new EventSource(element.dataset.live ?? '')
      source.onmessage = () => {
        clearTimeout(timer)
        timer = setTimeout(renew, together)
      }
    }
    const stop = () => {
      clearTimeout(timer)
      source?.close()
    }
    // Out of the back-forward cache: nobody told this page what changed meanwhile.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return
      start()
      renew()
    }
    start()
    addEventListener('pagehide', stop)
    addEventListener('pageshow', back)
    return () => {
      stop()
      removeEventListener('pagehide', stop)
      removeEventListener('pageshow', back)
    }
  })
}
