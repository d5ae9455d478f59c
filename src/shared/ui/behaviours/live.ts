import { session } from '@hotwired/turbo'
import { behaviour } from './register.ts'

const together = 300

/** Whoever may no longer see this page is sent to another: it is loaded anew, and nothing of this one stays. */
const leaveIfSentOn = (event: Event) => {
  const { fetchResponse } = (event as CustomEvent<{ fetchResponse: { redirected: boolean; location: URL } }>).detail
  if (!fetchResponse.redirected) return
  event.preventDefault()
  location.replace(fetchResponse.location)
}

/**
 * Renews the page in place when the server says that it changed (server-sent events from `data-live`). Scroll and focus
 * stay; a page that nobody looks at waits until somebody does, since what is asked for counts as read. A form somebody is typing in, and what they opened, is left alone (`keep-typed.ts`). A stream that the server ends
 * (`ended`) stands for rights that changed: the page asks anew, and listens under the address that it then gets.
 */
export function live(): void {
  behaviour('live', (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let source: EventSource | undefined
    const renew = () => {
      if (document.hidden) {
        document.addEventListener('visibilitychange', renew, { once: true })
        return
      }
      document.addEventListener('turbo:before-fetch-response', leaveIfSentOn, { once: true })
      session.refresh(document.baseURI)
    }
    const start = () => {
      if (!element.dataset.live) return
      source = new EventSource(element.dataset.live)
      source.onmessage = () => {
        clearTimeout(timer)
        timer = setTimeout(renew, together)
      }
      source.addEventListener('ended', () => {
        source?.close()
        renew()
      })
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
    const renewed = new MutationObserver(() => {
      stop()
      start()
    })
    start()
    renewed.observe(element, { attributeFilter: ['data-live'] })
    addEventListener('pagehide', stop)
    addEventListener('pageshow', back)
    return () => {
      stop()
      renewed.disconnect()
      removeEventListener('pagehide', stop)
      removeEventListener('pageshow', back)
    }
  })
}
