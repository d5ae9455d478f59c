import { behaviour } from './register.ts'

const asPattern = (words: string) =>
  new RegExp(
    `(^|[^\\p{L}])(${words
      .split(',')
      .map((word) => word.replaceAll(/[^\p{L}\p{N} ]/gu, ''))
      .join('|')})`,
    'iu',
  )

/** Shows what stands in the element's template while one of `data-words` begins a word in the field `data-field`. */
export function typedHint(): void {
  behaviour('typed-hint', (element) => {
    const words = asPattern(element.dataset.words ?? '')
    const template = element.querySelector('template')
    const look = () => {
      const field = document.getElementById(element.dataset.field ?? '')
      const found = field instanceof HTMLTextAreaElement && words.test(field.value)
      const shown = element.childElementCount > 1
      if (found && !shown && template) element.append(template.content.cloneNode(true))
      if (!found && shown) element.lastElementChild?.remove()
    }
    look()
    document.addEventListener('input', look)
    return () => document.removeEventListener('input', look)
  })
}
