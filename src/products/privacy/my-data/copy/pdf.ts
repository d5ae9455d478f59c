import type { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { capital, dayLong, type Language } from '#shared/language/index.ts'
import { type Doc, INK, LEFT, mm, newDocument, WIDTH } from '#shared/paper/document.ts'
import { nothingKnown, Pen } from '#shared/paper/pen.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { myDataTexts } from '../texts.ts'
import type { CopyDocument } from './schema.ts'
import { copyTexts } from './texts.ts'

const TOP = mm(22)
const BOTTOM = mm(275)
const sizes = { H1: 18, H2: 14, H3: 11.5, P: 10 } as const

/** Headings and paragraphs below each other, each with its tag, so that a screen reader walks through them. */
const writerOf = (doc: Doc, part: PDFKit.PDFStructureElement) => {
  const turned = (y: number) => {
    if (y < BOTTOM) return y
    doc.addPage()
    doc.fillColor(INK)
    return TOP
  }
  const pen = new Pen(doc, 'ltr', nothingKnown(), turned)
  pen.y = TOP
  return {
    space: (millimetres: number) => {
      pen.y += mm(millimetres)
    },
    write: (tag: keyof typeof sizes, text: string) => {
      if (tag !== 'P') pen.y += mm(tag === 'H3' ? 2 : 4)
      const style = { x: LEFT, width: WIDTH, size: sizes[tag], bold: tag !== 'P' }
      for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
        // A tag that begins on one page and ends on the next confuses readers: two lines and a heading's text stay together.
        pen.y = turned(pen.y + mm(tag === 'P' ? 8 : 20)) === TOP ? TOP : pen.y
        part.add(doc.struct(tag, {}, [() => pen.write(line, style)]))
      }
    },
  }
}

/** The copy as a tagged PDF (PDF/UA, ISO 14289), to print and keep; the same words as the page. */
export const copyPdf = async (document: CopyDocument, language: Language): Promise<Readable> => {
  const t = copyTexts[language]
  const title = t.title(document.about.name)
  const doc = await newDocument({ title, author: document.organisation, language })
  const draw = async () => {
    doc.addPage()
    doc.fillColor(INK)
    const part = doc.struct('Sect', { lang: language, title })
    doc.addStructure(part)
    const { write, space } = writerOf(doc, part)
    const fact = (term: string, text: string) => write('P', `${term}: ${text}`)
    write('H1', title)
    write('P', t.made(document.organisation, dayLong(language, dayOf(new Date(document.made)), { year: true })))
    write('P', t.rights)
    for (const one of document.processings) {
      write('H2', one.name[language])
      fact(t.why, one.why[language])
      fact(t.ground, `${one.ground[language]}: ${one.law[language]}`)
      for (const table of one.tables) {
        write('H3', capital(table.what[language]))
        for (const row of table.rows) {
          const facts = row.facts.map(({ label, words }) => `${capital(label[language])}: ${words[language]}`)
          for (const line of [...facts, `${t.from}: ${myDataTexts[language].sources[row.source]}`]) write('P', line)
          space(1.5)
          // Others get their turn between two rows: somebody of the team has thousands of lines in the log.
          await turn()
        }
        fact(t.seenBy, table.seenBy[language])
        fact(t.until, table.until.map((words) => words[language]).join('. ') || t.keep)
      }
    }
    if (document.deeds.length > 0) {
      write('H2', t.deeds)
      write('P', t.deedsText)
      for (const { what, did, count } of document.deeds)
        fact(`${capital(what[language])}, ${did[language]}`, String(count))
    }
    part.end()
    doc.end()
  }
  draw().catch((error: Error) => doc.destroy(error))
  return doc
}
