import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { capital, dayLong, type Language } from '#shared/language/index.ts'
import { root } from '#shared/root.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { myDataTexts } from '../texts.ts'
import type { CopyDocument } from './schema.ts'
import { copyTexts } from './texts.ts'

const font = (file: string) => join(root, 'node_modules/@expo-google-fonts/noto-sans', file)
const INK = '#1f1b18'
const MARGIN = 56

type Doc = PDFKit.PDFDocument

/** Headings, paragraphs and terms, each with its tag, so that a screen reader walks through them (PDF/UA, ISO 14289). */
const writerOf = (doc: Doc, part: PDFKit.PDFStructureElement) => {
  const write = (tag: string, text: string, size: number, bold: boolean) =>
    part.add(
      doc.struct(tag, {}, () => {
        doc.font(bold ? 'bold' : 'plain').fontSize(size)
        doc.text(text, { paragraphGap: size / 4 })
      }),
    )
  return {
    heading: (level: 1 | 2 | 3, text: string) => {
      doc.moveDown(level === 1 ? 0 : 0.6)
      write(`H${level}`, text, [20, 15, 12][level - 1]!, true)
    },
    text: (text: string) => write('P', text, 10, false),
    fact: (term: string, text: string) => write('P', `${term}: ${text}`, 10, false),
  }
}

/** The copy as a tagged PDF, to print and keep; the same words as the page. */
export const copyPdf = async (document: CopyDocument, language: Language): Promise<Readable> => {
  const { default: PDFDocument } = await import('pdfkit')
  const t = copyTexts[language]
  const title = t.title(document.about.name)
  const doc: Doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: { Title: title, Author: document.organisation, Producer: 'Schoolplein', Creator: 'Schoolplein' },
  } as object)
  doc.registerFont('plain', font('400Regular/NotoSans_400Regular.ttf'))
  doc.registerFont('bold', font('700Bold/NotoSans_700Bold.ttf'))
  const draw = async () => {
    doc.addPage()
    doc.fillColor(INK).font('plain').fontSize(10)
    const part = doc.struct('Document', { lang: language, title })
    doc.addStructure(part)
    const { heading, text, fact } = writerOf(doc, part)
    heading(1, title)
    text(t.made(document.organisation, dayLong(language, dayOf(new Date(document.made)), { year: true })))
    text(t.rights)
    for (const one of document.processings) {
      heading(2, one.name[language])
      fact(t.why, one.why[language])
      fact(t.ground, `${one.ground[language]}: ${one.law[language]}`)
      for (const table of one.tables) {
        heading(3, capital(table.what[language]))
        for (const row of table.rows) {
          for (const { label, words } of row.facts) fact(capital(label[language]), words[language])
          fact(t.from, myDataTexts[language].sources[row.source])
          doc.moveDown(0.4)
        }
        fact(t.seenBy, table.seenBy[language])
        fact(t.until, table.until.map((words) => words[language]).join('. ') || t.keep)
        // Others get their turn between two tables: somebody of the team has thousands of lines in the log.
        await turn()
      }
    }
    if (document.deeds.length > 0) {
      heading(2, t.deeds)
      text(t.deedsText)
      for (const { what, did, count } of document.deeds)
        fact(`${capital(what[language])}, ${did[language]}`, String(count))
    }
    part.end()
    doc.end()
  }
  draw().catch((error: Error) => doc.destroy(error))
  return doc
}
