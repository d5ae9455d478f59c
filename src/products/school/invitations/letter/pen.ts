import { join } from 'node:path'
import { root } from '#shared/root.ts'
import { linesOf, piecesOf, type Script, scriptOf } from './lines.ts'

type Doc = PDFKit.PDFDocument

const font = (family: string, file: string) => join(root, 'node_modules/@expo-google-fonts', family, file)

/** Packaged typefaces: those built into PDF lack Turkish, Polish, Cyrillic and Arabic letters. */
export const fontFiles = {
  latin: font('noto-sans', '400Regular/NotoSans_400Regular.ttf'),
  'latin-bold': font('noto-sans', '700Bold/NotoSans_700Bold.ttf'),
  arabic: font('noto-sans-arabic', '400Regular/NotoSansArabic_400Regular.ttf'),
  'arabic-bold': font('noto-sans-arabic', '700Bold/NotoSansArabic_700Bold.ttf'),
} as const

export type TextStyle = {
  readonly x: number
  readonly width: number
  readonly size: number
  readonly bold?: boolean
  /** Space between letters, for a code. */
  readonly spaced?: number
  /** Written from left to right whatever the letter's language: an address, a code, a name of the office. */
  readonly ltr?: boolean
}

/** How wide words are at one point, measured once for all letters of a document. */
export type Widths = Map<string, number>

const LEADING = 1.42

/** Writes text on the pages of a document, in the direction of a letter, and knows how far down it is. */
export class Pen {
  readonly #doc: Doc
  readonly #direction: 'ltr' | 'rtl'
  readonly #widths: Widths
  y = 0

  constructor(doc: Doc, direction: 'ltr' | 'rtl', widths: Widths) {
    this.#doc = doc
    this.#direction = direction
    this.#widths = widths
  }

  #use(script: Script, { bold, size }: TextStyle): Doc {
    return this.#doc.font(bold ? `${script}-bold` : script).fontSize(size)
  }

  /** Words one by one, since a line may hold two scripts. */
  #widthOf(text: string, style: TextStyle): number {
    const spacing = (style.spaced ?? 0) * text.length
    const words = text.match(/\s+|\S+/g) ?? []
    return words.reduce((sum, word) => sum + this.#widthOfWord(word, style), spacing)
  }

  #widthOfWord(word: string, style: TextStyle): number {
    const key = `${style.bold ? '*' : ''}${word}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      width = this.#use(scriptOf(word), { ...style, size: 1 }).widthOfString(word)
      this.#widths.set(key, width)
    }
    return width * style.size
  }

  /** One line with its baseline at `y`, at the side where the direction begins. */
  #line(line: string, y: number, style: TextStyle): void {
    const direction = style.ltr ? 'ltr' : this.#direction
    let x = this.#direction === 'rtl' ? style.x + style.width - this.#widthOf(line, style) : style.x
    for (const { text, script } of piecesOf(line, direction)) {
      const doc = this.#use(script, style)
      // A shaped word is no longer its letters: readers, search and copying take them from here.
      doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: style.spaced ?? 0 })
      x += this.#widthOf(text, style)
    }
  }

  /** The text, broken into lines, below where the pen is; the pen moves down. */
  write(text: string, style: TextStyle): void {
    const height = style.size * LEADING
    for (const line of linesOf(text, style.width, (part) => this.#widthOf(part, style))) {
      this.#line(line, this.y + style.size, style)
      this.y += height
    }
  }
}
