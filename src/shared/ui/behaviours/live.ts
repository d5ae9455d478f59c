import { session } from '@hotwired/turbo'
import { behaviour } from './register.ts'
import { onTurbo } from './turbo-events.ts'

const together = 300

/**
 * Renews the page in place when the server says that it changed (server-sent events from `data-live`). Scroll and focus
 * stay; a form somebody is typing in, and what they opened, is left alone.
 */
export function live(): void {
  behaviour('live', (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let source: EventSource | undefined
    const listen = () => {
      source = new EventSource(element.dataset.live ?? '')
      source.onmessage = () => {
        clearTimeout(timer)
        timer = setTimeout(() => session.refresh(document.baseURI), together)
      }
    }
    const stop = () => (clearTimeout(timer), source?.close())
    const back = (event: PageTransitionEvent) => event.persisted && (listen(), session.refresh(document.baseURI))
    listen()
    addEventListener('pagehide', stop)
    addEventListener('pageshow', back)
    return () => (stop(), removeEventListener('pagehide', stop), removeEventListener('pageshow', back))
  })
}

/** Keeps what a person typed or opened when the page is renewed in place. */
export function keepTyped(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element && target.closest('form')
    if (form) form.dataset.typed = ''
  })
  onTurbo('turbo:submit-end', ({ detail: { formSubmission, success } }) => {
    if (success) delete formSubmission.formElement.dataset.typed
  })
  onTurbo('turbo:before-morph-element', (event) => {
    const { currentElement } = event.detail
    if (currentElement instanceof HTMLFormElement && 'typed' in currentElement.dataset) event.preventDefault()
  })
  onTurbo('turbo:before-morph-attribute', (event) => {
    if (event.detail.attributeName === 'open') event.preventDefault()
  })
}
