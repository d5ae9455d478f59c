import { Icon } from './icon.tsx'
import type { Child } from './jsx.ts'
import { type Contrasts, type Look, looks } from './palette.ts'
import { type Theme, themeName } from './theme.ts'

type Swatch = { readonly theme: Theme; readonly word: string }

/**
 * Colours to take with one press: submit buttons called `swatch`, so that they work without script (the page comes back
 * with the colour filled in); with script the behaviour `colour` fills it in at once. The page names these themes.
 */
export function Swatches({ label, swatches, chosen }: { label: string; swatches: readonly Swatch[]; chosen: string }) {
  return (
    <fieldset class="swatches" aria-label={label}>
      {swatches.map(({ theme, word }) => (
        <button
          key={themeName(theme)}
          type="submit"
          name="swatch"
          value={themeName(theme)}
          formNoValidate
          data-school={themeName(theme)}
          aria-pressed={themeName(theme) === chosen ? 'true' : 'false'}
        >
          <span class="swatch">
            <Icon name="check" />
          </span>
          {word}
        </button>
      ))}
    </fieldset>
  )
}

export type ColourPreviewProps = {
  /** The colour as it would be; the page names this theme. */
  theme: Theme
  /** A button's words, a chosen thing's words, a tag's word. */
  words: { readonly button: string; readonly chosen: string; readonly tag: string }
  children: Child
}

/** How a colour looks on what people see: mark and name, a button, something chosen, a tag. Follows what is typed. */
export function ColourPreview({ theme, words, children }: ColourPreviewProps) {
  return (
    <div class="colour-preview" data-school={themeName(theme)} data-preview>
      <p class="meta">{children}</p>
      <span class="button button-solid">{words.button}</span>
      <span class="button button-tinted">{words.chosen}</span>
      <span class="tag tag-accent">{words.tag}</span>
    </div>
  )
}

export type ContrastTableProps = {
  caption: string
  contrasts: Contrasts
  words: Readonly<Record<Look | keyof Contrasts[Look] | 'what', string>>
  number: (ratio: number) => string
}

/** The measured contrast of a colour; the numbers follow what is typed. */
export function ContrastTable({ caption, contrasts, words, number }: ContrastTableProps) {
  return (
    <table class="contrasts">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          {looks.map((look) => (
            <th key={look} scope="col" class="number">
              {words[look]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['button', 'tint'] as const).map((part) => (
          <tr key={part}>
            <th scope="row">{words[part]}</th>
            {looks.map((look) => (
              <td key={look} class="number" data-contrast={`${look} ${part}`}>
                {number(contrasts[look][part])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Why a colour is refused, by problem: said while one types, where scripts run. The refused form says it at its field. */
export function ColourRefusals({ reasons }: { reasons: Readonly<Record<string, string>> }) {
  return (
    <div role="status">
      {Object.entries(reasons).map(([problem, reason]) => (
        <p key={problem} class="error" data-refused={problem} hidden>
          <Icon name="circle-alert" />
          <span>{reason}</span>
        </p>
      ))}
    </div>
  )
}
