// Its own file for the browser, only on pages with `passkeys`: signing in with a passkey, and adding one.
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { behaviour, startBehaviours } from './register.ts'

type Ceremony = (options: never) => Promise<object>

/**
 * A form whose button asks the device for a passkey: options come from `data-options-url` (POST, JSON), the device's
 * answer goes into the field `answer` as JSON, and then the form is sent like any other. What goes wrong on the device
 * (cancelled, no passkey) is said in the form's own words.
 */
function passkeyForm(ceremony: Ceremony): (element: HTMLElement) => () => void {
  return (element) => {
    const form = element as HTMLFormElement
    const ask = async (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      const failed = form.querySelector<HTMLElement>('[data-failed]')
      if (failed) failed.hidden = true
      try {
        const response = await fetch(form.dataset.optionsUrl ?? '', {
          method: 'POST',
          headers: { Accept: 'application/json' },
        })
        if (!response.ok) throw new Error(`options answered ${response.status}`)
        const answer = await ceremony({ optionsJSON: await response.json() } as never)
        const field = form.elements.namedItem('answer') as HTMLInputElement
        field.value = JSON.stringify(answer)
        form.submit()
      } catch {
        if (failed) failed.hidden = false
      }
    }
    form.addEventListener('submit', ask)
    return () => form.removeEventListener('submit', ask)
  }
}

behaviour('passkey-sign-in', passkeyForm(startAuthentication as Ceremony))
behaviour('passkey-add', passkeyForm(startRegistration as Ceremony))
startBehaviours()
