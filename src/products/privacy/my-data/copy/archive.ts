import type { Readable } from 'node:stream'
import yazl from 'yazl'
import type { Language } from '#shared/language/index.ts'
import { copyPage } from './page.tsx'
import { copyPdf } from './pdf.ts'
import { type CopyDocument, copySchema } from './schema.ts'
import { copyTexts } from './texts.ts'

/** Something beside the document: a picture, a file that a standard describes. */
export type CopyFile = { readonly name: string; readonly read: () => Promise<Readable> }

/** Read to the end before it goes into the ZIP, so that what cannot be read fails the making and nothing else. */
const whole = async (from: Readable): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of from) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The copy as a ZIP: to read (HTML, PDF), for another program (JSON with its schema), and the files themselves. */
export const copyArchive = async (
  document: CopyDocument,
  files: readonly CopyFile[],
  language: Language,
): Promise<Buffer> => {
  const zip = new yazl.ZipFile()
  const mtime = new Date(document.made)
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime })
  add('lees-mij.txt', `${copyTexts[language].readme}\n`)
  add('gegevens.html', copyPage(document, language))
  zip.addBuffer(await whole(await copyPdf(document, language)), 'gegevens.pdf', { mtime })
  add('data.json', `${JSON.stringify(document, null, 2)}\n`)
  add('schema.json', `${JSON.stringify(copySchema(document.$schema), null, 2)}\n`)
  for (const { name, read } of files) zip.addBuffer(await whole(await read()), name, { mtime })
  zip.end()
  return whole(zip.outputStream as Readable)
}
