import { behaviour } from './register.ts'
import { onTurbo } from './turbo-events.ts'

type Wait = { tries: number; timer: ReturnType<typeof setTimeout> | undefined; submitter: HTMLElement | null }

const waits = new Map<HTMLFormElement, Wait>()
const longestPause = 60

/**
 * A form with `data-resend` is not lost when the answer does not come (no network, or 503): what was typed stays, the
 * waiting notice shows, and it is sent again with the same request key, after 2, 4, 8 … 60 seconds and as soon as the
 * device is online. Then Turbo follows the answer. `data-behaviour="resend"` begins so: a page that came instead of one.
 */
export function resend(): void {
  onTurbo('turbo:submit-start', ({ detail: { formSubmission } }) => {
    const { formElement: form, submitter } = formSubmission
    if (resends(form)) waitOf(form).submitter = submitter
  })
  onTurbo('turbo:before-fetch-response', (event) => {
    if (!resends(event.target)) return
    if (event.detail.fetchResponse.statusCode !== 503) waits.delete(event.target)
    else later(event.target, event)
  })
  onTurbo('turbo:fetch-request-error', (event) => {
    if (resends(event.target)) later(event.target, event)
  })
  addEventListener('online', () => {
    for (const form of waits.keys()) again(form)
  })
  addEventListener('beforeunload', (event) => {
    if ([...waits.values()].some(({ tries }) => tries > 0)) event.preventDefault()
  })
  behaviour('resend', (element) => {
    const form = element as HTMLFormElement
    form.dataset.resend = ''
    later(form)
    return () => forget(form)
  })
}

function resends(target: EventTarget | null): target is HTMLFormElement {
  return target instanceof HTMLFormElement && 'resend' in target.dataset
}

function waitOf(form: HTMLFormElement): Wait {
  const wait = waits.get(form) ?? { tries: 0, timer: undefined, submitter: null }
  waits.set(form, wait)
  return wait
}

function later(form: HTMLFormElement, event?: Event): void {
  event?.preventDefault()
  const wait = waitOf(form)
  wait.tries += 1
  // Renewing the page in place must not take this form away.
  form.dataset.typed = ''
  const place = form.querySelector('[data-waiting]')
  const words = place?.querySelector('template')
  if (words && place?.childElementCount === 1) place.append(words.content.cloneNode(true))
  clearTimeout(wait.timer)
  wait.timer = setTimeout(() => again(form), 1000 * Math.min(2 ** wait.tries, longestPause))
}

function again(form: HTMLFormElement): void {
  const wait = waits.get(form)
  if (!wait?.tries || form.ariaBusy === 'true') return
  if (form.isConnected) form.requestSubmit(wait.submitter?.isConnected ? wait.submitter : null)
  else forget(form)
}

function forget(form: HTMLFormElement): void {
  clearTimeout(waits.get(form)?.timer)
  waits.delete(form)
}
