import { onTurbo } from './turbo-events.ts'

/** A segment shows the press at once, and takes it back when the server did not accept it. */
export function press(): void {
  let before: Element | null = null
  onTurbo('turbo:submit-start', ({ detail: { formSubmission } }) => {
    const { formElement: form, submitter } = formSubmission
    if (!('press' in form.dataset) || !submitter) return
    before = form.querySelector('[aria-pressed="true"]')
    mark(form, submitter)
  })
  onTurbo('turbo:submit-end', ({ detail: { formSubmission, success } }) => {
    if ('press' in formSubmission.formElement.dataset && !success) mark(formSubmission.formElement, before)
  })
}

function mark(form: HTMLFormElement, pressed: Element | null): void {
  for (const button of form.querySelectorAll('[aria-pressed]')) button.ariaPressed = String(button === pressed)
}
