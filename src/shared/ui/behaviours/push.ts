import { behaviour } from './register.ts'

const bytesOf = (key: string): Uint8Array<ArrayBuffer> => {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

const fill = (form: HTMLFormElement, values: Readonly<Record<string, string | undefined>>) => {
  for (const [name, value] of Object.entries(values))
    (form.elements.namedItem(name) as HTMLInputElement).value = value ?? ''
}

const said = (subscription: PushSubscription) => {
  const { keys } = subscription.toJSON()
  return { endpoint: subscription.endpoint, p256dh: keys?.p256dh, auth: keys?.auth }
}

/** Shows the button that fits this browser, and asks the browser when it is pressed; then the form is sent like any other. */
export function push(): void {
  behaviour('push', (element) => {
    if (!('serviceWorker' in navigator && 'PushManager' in window)) return
    const [on, off] = [...element.querySelectorAll('form')] as [HTMLFormElement, HTMLFormElement]
    const refused = element.querySelector('p')!
    const show = async () => {
      const subscription = await (await navigator.serviceWorker.ready).pushManager.getSubscription()
      on.hidden = subscription !== null
      off.hidden = subscription === null
      if (subscription) fill(off, { endpoint: subscription.endpoint })
    }
    const ask = async () => {
      const { key } = await (await fetch(element.dataset.key!)).json()
      const { pushManager } = await navigator.serviceWorker.ready
      const given = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) })
      fill(on, said(given))
      on.submit()
    }
    const stop = async () => {
      await (await (await navigator.serviceWorker.ready).pushManager.getSubscription())?.unsubscribe()
      off.submit()
    }
    const failed = () => {
      refused.hidden = false
    }
    const asked = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      ask().catch(failed)
    }
    const stopped = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      stop().catch(failed)
    }
    on.addEventListener('submit', asked)
    off.addEventListener('submit', stopped)
    show().catch(() => {})
    return () => {
      on.removeEventListener('submit', asked)
      off.removeEventListener('submit', stopped)
    }
  })
}
