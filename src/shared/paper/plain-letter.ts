import type { Readable } from 'node:stream'
import type { Language } from '#shared/language/index.ts'
import { BODY, type Doc, drawHead, INK, LEFT, mm, newDocument, QUIET, type Sender, WIDTH, WINDOW } from './document.ts'
import { type Known, nothingKnown, Pen } from './pen.ts'

/** A part of a letter, in the order in which it is read. */
export type LetterPart = { readonly heading: string } | { readonly text: string } | { readonly list: readonly string[] }

/** One letter of several in a file. */
export type OneLetter = {
  readonly title: string
  /** The name in the window of the envelope. */
  readonly to: string
  /** Place and day, or a reference: the quiet line above the title. */
  readonly line: string
  readonly parts: readonly LetterPart[]
  /** Its own language, as a tag, where that is not the file's; and how that is written. */
  readonly language?: string
  readonly direction?: 'ltr' | 'rtl'
}

export type PlainLetter = Omit<OneLetter, 'language'> & { readonly sender: Sender; readonly language: Language }

const BOTTOM = mm(275)
const TOP = mm(25)

/** A letter of words only, as a tagged PDF; it goes on to a next page where one is full. */
export const plainLetter = (letter: PlainLetter): Promise<Readable> =>
  plainLetters({ sender: letter.sender, language: letter.language, title: letter.title, letters: [{ ...letter }] })

/** Several letters in one file, each on a page of its own: a window envelope each. */
export const plainLetters = async (file: {
  readonly sender: Sender
  readonly language: Language
  readonly title: string
  readonly letters: readonly OneLetter[]
}): Promise<Readable> => {
  const { sender, language, title, letters } = file
  const doc = await newDocument({ title, author: sender.name, language })
  const known = nothingKnown()
  for (const letter of letters) drawLetter(doc, known, file, letter)
  doc.end()
  return doc
}

const drawLetter = (
  doc: Doc,
  known: Known,
  { sender, language }: { sender: Sender; language: Language },
  { title, to, line, parts, language: own, direction = 'ltr' }: OneLetter,
): void => {
  doc.addPage()
  const part = doc.struct('Sect', { lang: own ?? language, title })
  doc.addStructure(part)
  const add = (type: string, draw: () => void, options = {}) => part.add(doc.struct(type, options, [draw]))
  // Shaped letters are no longer those of the word: who reads, searches or copies takes the sentence from here.
  const spoken = (text: string) => (direction === 'rtl' ? { actual: text } : {})
  drawHead(doc, known, sender, add)
  const pen = new Pen(doc, direction, known, (y) => {
    if (y < BOTTOM) return y
    doc.addPage()
    doc.fillColor(INK)
    return TOP
  })
  const plain = { x: LEFT, width: WIDTH, size: 11 }
  const paragraph = (text: string, type = 'P', style = {}) => {
    for (const one of text.split('\n').filter((words) => words.trim() !== ''))
      add(type, () => pen.write(one, { ...plain, ...style }), spoken(one))
    pen.y += mm(2.5)
  }
  doc.fillColor(INK)
  pen.y = WINDOW
  paragraph(to, 'P', { size: 12, bold: true, width: mm(85) })
  pen.y = BODY - mm(8)
  doc.fillColor(QUIET)
  paragraph(line, 'P', { size: 9 })
  doc.fillColor(INK)
  paragraph(title, 'H1', { size: 17, bold: true })
  for (const one of parts) {
    if ('heading' in one) {
      pen.y += mm(2)
      paragraph(one.heading, 'H2', { size: 13, bold: true })
    } else if ('text' in one) paragraph(one.text)
    else {
      const list = doc.struct('L')
      part.add(list)
      for (const item of one.list)
        list.add(doc.struct('LI', {}, [doc.struct('LBody', spoken(item), [() => pen.write(`•  ${item}`, plain)])]))
      list.end()
      pen.y += mm(2.5)
    }
  }
  part.end()
}
