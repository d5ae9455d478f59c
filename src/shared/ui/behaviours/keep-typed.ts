import { onTurbo } from './turbo-events.ts'

/** Keeps what a person typed or opened when the page is renewed in place. */
export function keepTyped(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element && target.closest('form')
    if (form) form.dataset.typed = ''
  })
  onTurbo('turbo:submit-end', ({ detail: { formSubmission, success, fetchResponse } }) => {
    // A refused form comes back with everything that was typed and the sentences beside it: that one is shown.
    if (success || fetchResponse?.statusCode === 422) delete formSubmission.formElement.dataset.typed
  })
  onTurbo('turbo:before-morph-element', (event) => {
    const { currentElement } = event.detail
    if (currentElement instanceof HTMLFormElement && 'typed' in currentElement.dataset) event.preventDefault()
  })
  onTurbo('turbo:before-morph-attribute', (event) => {
    if (event.detail.attributeName === 'open') event.preventDefault()
  })
}
