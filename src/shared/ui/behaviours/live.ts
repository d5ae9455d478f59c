import { session } from '@hotwired/turbo'
import { oneStream } from './one-stream.ts'
import { behaviour } from './register.ts'

const together = 300
const later = 5_000

/** Whoever may no longer see this page is sent to another: it is loaded anew, and nothing of this one stays. */
const onlyIfThere = (event: Event) => {
  const { fetchResponse } = (event as CustomEvent<{ fetchResponse: Answer }>).detail
  if (fetchResponse.statusCode >= 500) {
    event.preventDefault()
    renewIn(later)
  } else if (fetchResponse.redirected) {
    event.preventDefault()
    location.replace(fetchResponse.location)
  }
}
type Answer = { readonly redirected: boolean; readonly location: URL; readonly statusCode: number }

let timer: ReturnType<typeof setTimeout> | undefined
const renewIn = (ms: number) => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (document.hidden) return document.addEventListener('visibilitychange', () => renewIn(0), { once: true })
    document.addEventListener('turbo:before-fetch-response', onlyIfThere, { once: true })
    session.refresh(document.baseURI)
  }, ms)
}

/**
 * Renews the page in place when the server says that it changed (`data-live`; all tabs share a stream, `one-stream.ts`). Scroll
 * and focus stay; a form somebody is typing in, and what they opened, is left alone (`keep-typed.ts`). While the server is away
 * the page stays as it is, and asks again. What nobody looks at waits until somebody does: what is asked for counts as read.
 */
export function live(): void {
  const stream = oneStream(() => renewIn(together))
  let current: HTMLElement | undefined
  behaviour('live', (element) => {
    const start = () => {
      // A refused form that came in the place of a page that follows changes stays.
      if (!element.dataset.live) clearTimeout(timer)
      stream.listen(element.dataset.live ?? null)
    }
    const stop = () => {
      clearTimeout(timer)
      stream.stop()
    }
    // Out of the back-forward cache: nobody told this page what changed meanwhile.
    const back = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return
      start()
      renewIn(0)
    }
    const renewed = new MutationObserver(start)
    current = element
    start()
    renewed.observe(element, { attributeFilter: ['data-live'] })
    addEventListener('pagehide', stop)
    addEventListener('pageshow', back)
    return () => {
      renewed.disconnect()
      removeEventListener('pagehide', stop)
      removeEventListener('pageshow', back)
      if (current === element) stream.listen(null)
    }
  })
}
