import { contrastsOf, type Look } from '../palette.ts'
import { checkHue, type Theme, themeName } from '../theme.ts'
import { behaviour } from './register.ts'

/**
 * On a form with `hue` and `chroma` (in hundredths): a swatch fills both in, the preview takes the colour, and its contrast
 * is measured as one types. What a school may not take shows `data-refused`. The server decides the same when it is sent.
 */
export function colour(): void {
  behaviour('colour', (element) => {
    const form = element as HTMLFormElement
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
    const show = () => {
      const hue = field('hue').value.trim()
      const typed: Theme = {
        hue: hue === '' ? Number.NaN : Number(hue),
        chroma: Number(field('chroma').value.replace(',', '.')) / 100,
      }
      const problem = checkHue(typed)
      for (const refused of document.querySelectorAll<HTMLElement>('[data-refused]'))
        refused.hidden = refused.dataset.refused !== problem
      for (const swatch of form.querySelectorAll<HTMLButtonElement>('[name=swatch]'))
        swatch.setAttribute('aria-pressed', String(problem === null && swatch.value === themeName(typed)))
      if (problem !== null) return
      const preview = document.querySelector<HTMLElement>('[data-preview]')
      preview?.style.setProperty('--hue', String(typed.hue))
      preview?.style.setProperty('--chroma', String(typed.chroma))
      const contrasts = contrastsOf(typed)
      const written = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 })
      for (const cell of document.querySelectorAll<HTMLElement>('[data-contrast]')) {
        const [look, part] = (cell.dataset.contrast ?? '').split(' ') as [Look, 'button' | 'tint']
        cell.textContent = written.format(contrasts[look][part])
      }
    }
    const press = (event: MouseEvent) => {
      const swatch = (event.target as HTMLElement).closest<HTMLButtonElement>('[name=swatch]')
      const [hue, chroma] = swatch?.value.split('-') ?? []
      if (!swatch || !hue) return
      event.preventDefault()
      field('hue').value = hue
      field('chroma').value = String(Number(chroma) / 10)
      show()
    }
    form.addEventListener('input', show)
    form.addEventListener('click', press)
    return () => {
      form.removeEventListener('input', show)
      form.removeEventListener('click', press)
    }
  })
}
