import { behaviour } from './register.ts'
import { onTurbo } from './turbo-events.ts'

type Wait = { tries: number; timer: ReturnType<typeof setTimeout> | undefined; submitter: HTMLElement | null }

const waits = new Map<HTMLFormElement, Wait>()
const longestPause = 60

/**
 * A form with `data-resend` is not lost when the answer does not come (no network, or 503): what was typed stays, the
 * waiting notice shows, and it is sent again with the same request key, after 2, 4, 8 … 60 seconds and as soon as the
 * device is online. Then Turbo follows the answer.
 */
export function resend(): void {
  const resends = (target: EventTarget | null): target is HTMLFormElement =>
    target instanceof HTMLFormElement && 'resend' in target.dataset
  onTurbo('turbo:submit-start', ({ detail: { formSubmission } }) => {
    const wait = waits.get(formSubmission.formElement)
    if (wait) wait.submitter = formSubmission.submitter
    else if (resends(formSubmission.formElement))
      waits.set(formSubmission.formElement, { tries: 0, timer: undefined, submitter: formSubmission.submitter })
  })
  onTurbo('turbo:before-fetch-response', (event) => {
    if (!resends(event.target)) return
    if (event.detail.fetchResponse.statusCode === 503) later(event.target, event)
    else waits.delete(event.target)
  })
  onTurbo('turbo:fetch-request-error', (event) => resends(event.target) && later(event.target, event))
  addEventListener('online', () => waits.forEach((_, form) => again(form)))
  addEventListener(
    'beforeunload',
    (event) => [...waits.values()].some(({ tries }) => tries > 0) && event.preventDefault(),
  )
  behaviour('resend', (form) => (later(form as HTMLFormElement), () => waits.delete(form as HTMLFormElement)))
}

function later(form: HTMLFormElement, event?: Event): void {
  event?.preventDefault()
  const wait = waits.get(form) ?? { tries: 0, timer: undefined, submitter: null }
  waits.set(form, wait)
  wait.tries += 1
  const notice = form.querySelector('[data-waiting]')
  const words = notice?.querySelector('template')
  if (words && notice?.childElementCount === 1) notice.append(words.content.cloneNode(true))
  clearTimeout(wait.timer)
  wait.timer = setTimeout(() => again(form), 1000 * Math.min(2 ** wait.tries, longestPause))
}

function again(form: HTMLFormElement): void {
  const wait = waits.get(form)
  if (!wait?.tries || form.ariaBusy === 'true') return
  if (form.isConnected) form.requestSubmit(wait.submitter?.isConnected ? wait.submitter : null)
  else waits.delete(form)
}
