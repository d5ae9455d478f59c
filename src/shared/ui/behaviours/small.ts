import { behaviour } from './register.ts'

/** print: opens the print window. copy: puts `data-copy` on the clipboard and says so. send-on-change: a filter is applied when chosen; send-form-on-change: a choice on which the rest of its form depends. */
export function smallBehaviours(): void {
  behaviour('print', (button) => listen(button, 'click', () => print()))
  behaviour('copy', (button) =>
    listen(button, 'click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '')
      const words = button.querySelector('[data-copied]')
      if (words) words.textContent = words.getAttribute('data-copied')
    }),
  )
  behaviour('send-form-on-change', (part) => listen(part, 'change', () => part.closest('form')?.requestSubmit()))
  behaviour('send-on-change', (form) => listen(form, 'change', () => (form as HTMLFormElement).requestSubmit()))
}

function listen(element: HTMLElement, name: string, act: () => void): () => void {
  element.addEventListener(name, act)
  return () => element.removeEventListener(name, act)
}
