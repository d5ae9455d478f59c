const BLANK = '█████'

/** What the office typed, as separate passages: by commas or lines. */
export const passagesOf = (typed: string): string[] =>
  typed
    .split(/[,\n;]/)
    .map((one) => one.trim())
    .filter(Boolean)

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The text with these passages blanked wherever they stand, capitals or not; or the first passage that stands nowhere. */
export const blanked = (text: string, passages: readonly string[]): { text: string } | { missing: string } => {
  let left = text.normalize('NFC')
  // The longest first: "de moeder van Sem" must not fall apart by "Sem".
  for (const passage of [...passages].sort((one, other) => other.length - one.length)) {
    const pattern = new RegExp(escaped(passage.normalize('NFC')), 'giu')
    if (!pattern.test(text.normalize('NFC'))) return { missing: passage }
    left = left.replace(pattern, BLANK)
  }
  return { text: left }
}
