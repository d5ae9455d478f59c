import type { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import type { Language, Texts } from '#shared/language/index.ts'
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
import type { Card } from './queries.ts'

const nl = {
  letters: 'Startbrieven Microsoft 365',
  cards: 'Kaartjes Microsoft 365',
  to: (name: string) => `Aan de ouders van ${name}`,
  title: 'Een account voor school',
  text: (name: string, school: string) =>
    `${name} heeft van ${school} een account voor Microsoft 365. Daarmee werkt je kind op school, en thuis als dat nodig is.`,
  account: 'Accountnaam',
  password: 'Wachtwoord',
  how: 'Zo log je in',
  steps: [
    'Scan de code, of ga naar m365.cloud.microsoft.',
    'Vul de accountnaam en het wachtwoord in.',
    'Bewaar deze brief op een plek waar anderen niet kijken.',
  ],
  lost: 'Wachtwoord kwijt? De leerkracht maakt een nieuw.',
  qr: 'QR-code naar de inlogpagina van Microsoft',
}

const en: Texts<typeof nl> = {
  letters: 'Starter letters Microsoft 365',
  cards: 'Cards Microsoft 365',
  to: (name) => `To the guardians of ${name}`,
  title: 'An account for school',
  text: (name, school) =>
    `${name} has an account for Microsoft 365 from ${school}. Your child works with it at school, and at home when needed.`,
  account: 'Account name',
  password: 'Password',
  how: 'How to sign in',
  steps: [
    'Scan the code, or go to m365.cloud.microsoft.',
    'Fill in the account name and the password.',
    'Keep this letter where others do not look.',
  ],
  lost: 'Password lost? The teacher makes a new one.',
  qr: 'QR code to the sign-in page of Microsoft',
}

const texts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }

/** Where Microsoft asks for the password of this account only; the password itself is never in a code. */
const signInAt = ({ account }: Card) => `https://m365.cloud.microsoft/login?login_hint=${encodeURIComponent(account)}`

const QR = mm(40)

const drawLetter = (doc: Doc, known: Known, sender: Sender, language: Language, card: Card) => {
  const t = texts[language]
  doc.addPage()
  const part = doc.struct('Sect', { lang: language, title: t.title })
  doc.addStructure(part)
  const add = (type: string, draw: () => void, options = {}) => part.add(doc.struct(type, options, [draw]))
  drawHead(doc, known, sender, add)
  const pen = new Pen(doc, 'ltr', known)
  const plain = { x: LEFT, width: WIDTH, size: 11 }
  const paragraph = (text: string, style = {}, type = 'P') => {
    add(type, () => pen.write(text, { ...plain, ...style }))
    pen.y += mm(2)
  }
  pen.y = WINDOW
  doc.fillColor(QUIET)
  paragraph(card.group, { size: 9, width: mm(85) })
  doc.fillColor(INK)
  paragraph(t.to(card.name), { size: 12, bold: true, width: mm(85) })
  pen.y = BODY
  paragraph(t.title, { size: 18, bold: true }, 'H1')
  paragraph(t.text(card.name, sender.name))
  pen.y += mm(4)
  const top = pen.y
  const besides = { width: WIDTH - QR - mm(6) }
  paragraph(t.account, { ...besides, size: 9 })
  paragraph(card.account, { ...besides, size: 13, bold: true, ltr: true })
  paragraph(t.password, { ...besides, size: 9 })
  paragraph(card.password, { ...besides, size: 15, bold: true, spaced: 0.6, ltr: true })
  const x = LEFT + WIDTH - QR
  add('Figure', () => drawQr(doc, signInAt(card), { x, y: top, side: QR }), {
    alt: t.qr,
    bbox: [x, top, x + QR, top + QR],
  })
  doc.fillColor(INK)
  pen.y = Math.max(pen.y, top + QR) + mm(6)
  paragraph(t.how, { size: 13, bold: true }, 'H2')
  for (const [index, step] of t.steps.entries()) paragraph(`${index + 1}.  ${step}`)
  paragraph(t.lost)
  part.end()
}

const ACROSS = 2
const DOWN = 5
const CARD = { width: mm(95), height: mm(54), left: mm(10), top: mm(13) }

/** One card in its place on the page, with a thin line to cut along. */
const drawCard = (doc: Doc, known: Known, language: Language, card: Card, place: number) => {
  const t = texts[language]
  const x = CARD.left + (place % ACROSS) * CARD.width
  const y = CARD.top + Math.floor(place / ACROSS) * CARD.height
  doc.markContent('Artifact')
  doc.save().lineWidth(0.5).dash(3, { space: 3 }).rect(x, y, CARD.width, CARD.height).stroke('#8a827b').restore()
  doc.endMarkedContent()
  const part = doc.struct('Sect', { lang: language, title: card.name })
  doc.addStructure(part)
  const add = (type: string, draw: () => void, options = {}) => part.add(doc.struct(type, options, [draw]))
  const side = mm(28)
  const pen = new Pen(doc, 'ltr', known)
  const width = CARD.width - side - mm(12)
  const line = (text: string, style: object) =>
    add('P', () => pen.write(text, { x: x + mm(5), width, size: 9, ...style }))
  pen.y = y + mm(5)
  doc.fillColor(INK)
  line(card.name, { size: 12, bold: true })
  line(card.group, {})
  pen.y += mm(2)
  line(card.account, { bold: true, ltr: true })
  pen.y += mm(1)
  line(card.password, { size: 13, bold: true, spaced: 0.4, ltr: true })
  const at = { x: x + CARD.width - side - mm(4), y: y + mm(12), side }
  add('Figure', () => drawQr(doc, signInAt(card), at), { alt: t.qr, bbox: [at.x, at.y, at.x + side, at.y + side] })
  doc.fillColor(INK)
  part.end()
}

/** Letters for at home (a page each) or cards to cut out (ten on a page), as a tagged PDF. */
export const passwordPapers = async (
  kind: 'letters' | 'cards',
  sender: Sender,
  language: Language,
  cards: readonly Card[],
): Promise<Readable> => {
  const doc = await newDocument({ title: texts[language][kind], author: sender.name, language })
  const known = nothingKnown()
  const draw = async () => {
    for (const [index, card] of cards.entries()) {
      if (doc.destroyed) return
      const place = index % (ACROSS * DOWN)
      if (kind === 'letters') drawLetter(doc, known, sender, language, card)
      else {
        if (place === 0) doc.addPage()
        drawCard(doc, known, language, card, place)
      }
      await turn()
    }
    if (cards.length === 0) doc.addPage()
    doc.end()
  }
  draw().catch((error: Error) => doc.destroy(error))
  return doc
}
