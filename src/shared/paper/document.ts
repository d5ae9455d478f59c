import type { Site } from '#shared/tenancy/sites.ts'
import { type MarkName, markPaths } from '#shared/ui/index.ts'
import { rgbOf } from './colour.ts'
import { fontFiles, type Known, Pen } from './pen.ts'

export type Doc = PDFKit.PDFDocument

/** Who writes: its name, mark and colour stand on top. */
export type Sender = Pick<Site, 'name' | 'mark' | 'hue' | 'chroma'>

const MM = 72 / 25.4
/** Millimetres in points. */
export const mm = (length: number) => length * MM
export const LEFT = mm(25)
export const WIDTH = mm(160)
/** Where a window envelope of 110 by 220 mm shows the address: within 45 to 80 mm from the top, from 20 mm on (DIN 5008). */
export const WINDOW = mm(52)
export const BODY = mm(92)
export const INK = '#1f1b18'
export const QUIET = '#5a534d'

/** A new tagged document on A4 (PDF/UA, ISO 14289) without pages, its typefaces at hand. */
export const newDocument = async (about: { title: string; author: string; language: string }): Promise<Doc> => {
  // Loaded with the first letter: most of the time nobody prints.
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    // Named ones only: a file that was opened without a name is opened anew each time it is used by one.
    font: null,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: about.language,
    info: { Title: about.title, Author: about.author, Producer: 'Schoolplein', Creator: 'Schoolplein' },
  } as object)
  for (const [name, file] of Object.entries(fontFiles)) doc.registerFont(name, file)
  return doc
}

/** The mark and name of the sender on top of the page; `add` puts what is read aloud into the document's structure. */
export const drawHead = (doc: Doc, known: Known, sender: Sender, add: (type: string, draw: () => void) => void) => {
  const accent = rgbOf(0.455, sender.chroma, sender.hue)
  const [filled, drawn] = markPaths(sender.mark as MarkName)
  doc.markContent('Artifact')
  doc
    .save()
    .translate(LEFT, mm(16))
    .scale(mm(11) / 24)
  doc.path(filled!).fill(accent)
  if (drawn) doc.path(drawn).lineWidth(2).stroke(accent)
  doc.restore()
  doc.endMarkedContent()
  const pen = new Pen(doc, 'ltr', known)
  pen.y = mm(18)
  add('P', () => {
    doc.fillColor(accent)
    pen.write(sender.name, { x: LEFT + mm(15), width: WIDTH, size: 15, bold: true })
  })
}
