import { join } from 'node:path'
import { root } from '#shared/root.ts'
import { linesOf, type Piece, piecesOf, type Script, scriptOf } from './lines.ts'

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

/** What is the same in every letter of a document, worked out once: how wide words are at one point, and lines in pieces. */
export type Known = {
  readonly widths: Map<string, number>
  readonly lines: Map<string, readonly (readonly Piece[])[]>
}

export const nothingKnown = (): Known => ({ widths: new Map(), lines: new Map() })

const LEADING = 1.42

/** Writes text on the pages of a document, in the direction of a letter, and knows how far down it is. */
export class Pen {
  readonly #doc: Doc
  readonly #direction: 'ltr' | 'rtl'
  readonly #known: Known
  readonly #turn: ((y: number) => number) | undefined
  y = 0

  /** `turn` hears where the next line begins, and answers where it begins after all: on a new page where this one is full. */
  constructor(doc: Doc, direction: 'ltr' | 'rtl', known: Known, turn?: (y: number) => number) {
    this.#turn = turn
    this.#doc = doc
    this.#direction = direction
    this.#known = known
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
    let width = this.#known.widths.get(key)
    if (width === undefined) {
      width = this.#use(scriptOf(word), { ...style, size: 1 }).widthOfString(word)
      this.#known.widths.set(key, width)
    }
    return width * style.size
  }

  #linesOf(text: string, style: TextStyle): readonly (readonly Piece[])[] {
    const direction = style.ltr ? 'ltr' : this.#direction
    const key = `${direction} ${style.width} ${style.size} ${style.bold ?? ''} ${text}`
    const known = this.#known.lines.get(key)
    if (known) return known
    const lines = linesOf(text, style.width, (part) => this.#widthOf(part, style))
    const pieces = lines.map((line) => piecesOf(line, direction))
    this.#known.lines.set(key, pieces)
    return pieces
  }

  /** One line with its baseline at `y`, at the side where the direction begins. */
  #line(pieces: readonly Piece[], y: number, style: TextStyle): void {
    const widths = pieces.map(({ text }) => this.#widthOf(text, style))
    const whole = widths.reduce((sum, width) => sum + width, 0)
    let x = this.#direction === 'rtl' ? style.x + style.width - whole : style.x
    for (const [at, { text, script }] of pieces.entries()) {
      const doc = this.#use(script, style)
      doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: style.spaced ?? 0 })
      x += widths[at]!
    }
  }

  /** The text, broken into lines, below where the pen is; the pen moves down. */
  write(text: string, style: TextStyle): void {
    for (const pieces of this.#linesOf(text, style)) {
      if (this.#turn) this.y = this.#turn(this.y)
      this.#line(pieces, this.y + style.size, style)
      this.y += style.size * LEADING
    }
  }
}
