import { behaviour } from './register.ts'

type Sentence = { readonly pattern: string; readonly words: Record<string, Record<string, string>> }

/**
 * On a form's button: says what will happen with the answers chosen so far. `data-sentence` holds a pattern such as
 * "Meld {pupil} {kind}" and the words per field and answer; until every field has one, the button's own words stand.
 */
export function sentence(): void {
  behaviour('sentence', (element) => {
    const button = element as HTMLButtonElement
    const form = button.form
    if (!form) return
    const plain = button.textContent
    const say = () => {
      const { pattern, words } = JSON.parse(button.dataset.sentence ?? '{}') as Sentence
      const answers = new FormData(form)
      const list = new Intl.ListFormat(document.documentElement.lang)
      let whole = true
      const said = pattern.replace(/\{(\w+)\}/g, (_, field: string) => {
        const chosen = answers.getAll(field).flatMap((answer) => words[field]?.[String(answer)] ?? [])
        if (chosen.length === 0) whole = false
        return list.format(chosen)
      })
      button.textContent = whole ? said : plain
    }
    say()
    form.addEventListener('change', say)
    document.addEventListener('turbo:render', say)
    return () => {
      form.removeEventListener('change', say)
      document.removeEventListener('turbo:render', say)
    }
  })
}
