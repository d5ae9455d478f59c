import { behaviour } from './register.ts'

/**
 * On a form: shows the parts with `data-when="name=value"` (or `name=one|two`) only while that answer is chosen. What is
 * hidden is not sent. Without script everything shows and the server takes what fits.
 */
export function depend(): void {
  behaviour('depend', (element) => {
    const form = element as HTMLFormElement
    const follow = () => {
      const answers = new FormData(form)
      for (const part of form.querySelectorAll<HTMLElement>('[data-when]')) {
        const [name = '', values = ''] = (part.dataset.when ?? '').split('=')
        part.hidden = !answers.getAll(name).some((answer) => values.split('|').includes(String(answer)))
        for (const field of part.querySelectorAll<HTMLInputElement>('input, select, textarea'))
          field.disabled = part.hidden
      }
    }
    follow()
    form.addEventListener('change', follow)
    // A page renewed in place brings every part back as the server wrote it.
    document.addEventListener('turbo:render', follow)
    return () => {
      form.removeEventListener('change', follow)
      document.removeEventListener('turbo:render', follow)
    }
  })
}
