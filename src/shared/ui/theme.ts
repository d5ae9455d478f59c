/** A school's colour. `hue` in degrees of OKLCH, whole; `chroma` from 0.02 (nearly grey) to 0.12. Lightness is fixed. */
export type Theme = { readonly hue: number; readonly chroma: number }

/** The family's and the product's own: nearly grey, because colour says which school. */
export const productTheme: Theme = { hue: 65, chroma: 0.02 }

const chromaBounds = { least: 0.02, most: 0.12 }
const refusedHues = { from: 10, to: 60 }

/**
 * Why a school may not take this colour, or null when it may. Hues 10 to 60 look like "alert" and "late"; a nearly grey
 * theme (chroma 0.02) may have any hue, since it looks like neither.
 */
export function checkHue({ hue, chroma }: Theme): 'not-a-hue' | 'not-a-chroma' | 'looks-like-alert' | null {
  if (!Number.isInteger(hue) || hue < 0 || hue >= 360) return 'not-a-hue'
  if (!(chroma >= chromaBounds.least && chroma <= chromaBounds.most)) return 'not-a-chroma'
  if (hue >= refusedHues.from && hue <= refusedHues.to && chroma > chromaBounds.least) return 'looks-like-alert'
  return null
}

/** The name of a theme in `data-school` and in the stylesheet's address: hue and chroma in thousandths, `238-95`. */
export function themeName({ hue, chroma }: Theme): string {
  return `${hue}-${Math.round(chroma * 1000)}`
}

/** Reads `themeName` back. Null for what is no theme, or one that `checkHue` refuses. */
export function themeFromName(name: string): Theme | null {
  const parts = /^(\d{1,3})-(\d{2,3})$/.exec(name)
  if (!parts) return null
  const theme = { hue: Number(parts[1]), chroma: Number(parts[2]) / 1000 }
  return checkHue(theme) === null ? theme : null
}

/**
 * The stylesheet of a page: the organisation's own colour, and the colours of other schools shown on it (a family with
 * two schools). Everything else follows from these two values in `tokens.css`.
 */
export function themeCss(own: Theme, others: readonly Theme[] = []): string {
  const values = ({ hue, chroma }: Theme) => `{--hue:${hue};--chroma:${chroma}}`
  return `:root${values(own)}` + others.map((theme) => `[data-school="${themeName(theme)}"]${values(theme)}`).join('')
}
