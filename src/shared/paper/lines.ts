import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/

export type Script = 'latin' | 'arabic'

/** A piece of a line that is drawn in one go, with the space after it; its letters stand in the order of reading. */
export type Piece = { readonly text: string; readonly script: Script }

/** The script by which a word is shaped: that of its letters, not of its signs. */
export const scriptOf = (word: string): Script => (ARABIC.test(word) ? 'arabic' : 'latin')

/**
 * The words of a line in the order in which they stand on paper, from left to right (UAX 9). A line of one script that is
 * read from left to right is one piece; in any other each word is its own, since a shaper turns only the letters inside it.
 */
export const piecesOf = (line: string, direction: 'ltr' | 'rtl'): Piece[] => {
  if (direction === 'ltr' && !ARABIC.test(line)) return [{ text: line, script: 'latin' }]
  const levels = bidi.getEmbeddingLevels(line, direction)
  const order = bidi.getReorderedIndices(line, levels)
  const pieces: Piece[] = []
  for (let at = 0; at < order.length; ) {
    const level = levels.levels[order[at]!]!
    let end = at
    while (end < order.length && levels.levels[order[end]!] === level) end++
    const run = order.slice(at, end).sort((one, other) => one - other)
    const text = line.slice(run[0], run.at(-1)! + 1)
    const words = text.match(/\s+|\S+/g) ?? []
    for (const word of level % 2 === 1 ? words.reverse() : words) pieces.push({ text: word, script: scriptOf(word) })
    at = end
  }
  return pieces
}

/** Breaks a text into lines that fit, by words; a word that is wider than the line has a line of its own. */
export const linesOf = (text: string, width: number, widthOf: (text: string) => number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
