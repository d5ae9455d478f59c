import { onTurbo } from './turbo-events.ts'

const sent = new WeakSet<HTMLFormElement>()

/** A form is sent once at a time: the pressed button keeps its width, says "Bezig", and further presses do nothing. */
export function submitOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (sent.has(form)) event.preventDefault()
    else if (form.dataset.turbo === 'false' && !event.defaultPrevented) start(form, event.submitter)
  })
  onTurbo('turbo:submit-start', ({ detail: { formSubmission } }) =>
    start(formSubmission.formElement, formSubmission.submitter),
  )
  onTurbo('turbo:submit-end', ({ detail: { formSubmission } }) => end(formSubmission.formElement))
  // Back from the page a plain form led to: the browser shows this one as it was left.
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(end))
}

function start(form: HTMLFormElement, button: HTMLElement | null): void {
  sent.add(form)
  if (!button?.classList.contains('button')) return
  button.dataset.busy = document.body.dataset.busyText ?? ''
  button.ariaBusy = 'true'
}

function end(form: HTMLFormElement): void {
  sent.delete(form)
  for (const button of form.querySelectorAll<HTMLElement>('[data-busy]')) {
    delete button.dataset.busy
    button.ariaBusy = null
  }
}
