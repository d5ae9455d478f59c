import type { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import {
  BODY,
  type Doc,
  drawHead,
  INK,
  LEFT,
  mm,
  newDocument,
  QUIET,
  type Sender,
  WIDTH,
  WINDOW,
} from '#shared/paper/document.ts'
import { type Known, nothingKnown, Pen } from '#shared/paper/pen.ts'
import { drawQr } from '#shared/paper/qr.ts'
import { urls } from '#src/urls.ts'
import { printed } from '../code.ts'
import { dayIn, directionOf, type LetterLanguage } from './languages.ts'
import { type LetterTexts, letterTexts } from './texts.ts'

export type Letter = {
  readonly name: string
  /** How the letter finds its way in school: the group and the children, in full; nothing for who must not be told by it. */
  readonly sort: string
  readonly language: LetterLanguage
  readonly to: keyof LetterTexts['may']
  readonly code: string
  readonly until: Date
}

export type LetterHead = Sender & {
  /** Scheme and host, such as `https://vuurtoren.example`. */
  readonly origin: string
  readonly title: string
}

const QR = mm(44)

/** One letter on a page of its own, as a tagged section in its own language (PDF/UA, ISO 14289). */
const drawLetter = (doc: Doc, known: Known, head: LetterHead, letter: Letter) => {
  const t = letterTexts[letter.language]
  const direction = directionOf(letter.language)
  const rtl = direction === 'rtl'
  const pen = new Pen(doc, direction, known)
  const plain = { x: LEFT, width: WIDTH, size: 11 }
  doc.addPage()
  const part = doc.struct('Sect', { lang: letter.language, title: t.title(head.name) })
  doc.addStructure(part)
  const add = (type: string, draw: () => void, options = {}) => part.add(doc.struct(type, options, [draw]))
  // Shaped letters are no longer those of the word: who reads, searches or copies takes the sentence from here.
  const spoken = (text: string) => (rtl ? { actual: text } : {})
  const paragraph = (text: string, style = {}, type = 'P') => {
    add(type, () => pen.write(text, { ...plain, ...style }), spoken(text))
    pen.y += mm(2)
  }

  drawHead(doc, known, head, add)
  const onTop = new Pen(doc, 'ltr', known)
  onTop.y = WINDOW
  add('P', () => {
    doc.fillColor(QUIET)
    if (letter.sort) onTop.write(letter.sort, { x: LEFT, width: mm(85), size: 9 })
    doc.fillColor(INK)
    onTop.write(letter.name, { x: LEFT, width: mm(85), size: 12, bold: true })
  })

  pen.y = BODY
  paragraph(t.title(head.name), { size: 18, bold: true }, 'H1')
  pen.y += mm(2)
  paragraph(t.dear(letter.name))
  paragraph(t.about(head.name))
  const list = doc.struct('L')
  part.add(list)
  for (const one of t.may[letter.to])
    list.add(doc.struct('LI', {}, [doc.struct('LBody', spoken(one), [() => pen.write(`•  ${one}`, plain)])]))
  list.end()
  pen.y += mm(5)

  const top = pen.y
  const besides = { x: rtl ? LEFT + QR + mm(6) : LEFT, width: WIDTH - QR - mm(6) }
  const step = (number: number, text: string) => paragraph(`${number}.  ${text}`, besides)
  paragraph(t.how, { ...besides, size: 13, bold: true }, 'H2')
  step(1, t.scan)
  paragraph(t.type, besides)
  const address = `${head.origin.replace(/^https?:\/\//, '')}${urls.invitationCode()}`
  paragraph(address, { ...besides, bold: true, ltr: true })
  paragraph(printed(letter.code), { ...besides, size: 15, bold: true, spaced: 0.8, ltr: true })
  step(2, t.check)
  step(3, t.account)
  const link = `${head.origin}${urls.invitation({ code: letter.code })}`
  const x = rtl ? LEFT : LEFT + WIDTH - QR
  add('Figure', () => drawQr(doc, link, { x, y: top, side: QR }), { alt: t.qr, bbox: [x, top, x + QR, top + QR] })
  doc.fillColor(INK)
  pen.y = Math.max(pen.y, top + QR) + mm(4)
  paragraph(t.until(dayIn(letter.language, letter.until)), { bold: true })
  paragraph(t.yours)
  paragraph(t.questions)
  part.end()
}

/**
 * Letters as one PDF, a page each, that can be read while it is made. Between two letters others get their turn, so that a
 * thousand of them hold up nobody; making stops when nobody reads any more.
 */
export const lettersPdf = async (head: LetterHead, letters: readonly Letter[]): Promise<Readable> => {
  const doc = await newDocument({ title: head.title, author: head.name, language: letters[0]?.language ?? 'nl' })
  const known = nothingKnown()
  const draw = async () => {
    for (const letter of letters) {
      if (doc.destroyed) return
      drawLetter(doc, known, head, letter)
      await turn()
    }
    doc.end()
  }
  draw().catch((error: Error) => doc.destroy(error))
  return doc
}
