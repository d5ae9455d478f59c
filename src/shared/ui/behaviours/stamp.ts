import { behaviour } from './register.ts'

/**
 * On a form of a page that is the same for everyone: asks for a stamp of its own when somebody begins to fill it in, so that they
 * need not look it over once more. Without script they do.
 */
export function stamp(): void {
  behaviour('stamp', (element) => {
    const ask = async () => {
      element.removeEventListener('focusin', ask)
      const answer = await fetch(element.dataset.stamp!)
      if (!answer.ok) return
      const field = document.createElement('input')
      field.type = 'hidden'
      field.name = 'stamp'
      field.value = await answer.text()
      element.append(field)
    }
    element.addEventListener('focusin', ask)
    return () => element.removeEventListener('focusin', ask)
  })
}
