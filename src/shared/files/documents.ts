import { fromBuffer } from 'yauzl'

/** Documents that are kept as they came, by what they are and not by a name. */
export const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const
export type DocumentType = keyof typeof documentTypes

/** Why a document is refused; the sentences stand with the uploads. */
export type DocumentProblem = 'not-a-document' | 'macros'

const ZIP = Buffer.from('PK\u0003\u0004')
const MOST_ENTRIES = 5_000

/** The names of what is in a zip, or null when it is none that can be read. Nothing is unpacked. */
const namesIn = (bytes: Buffer): Promise<string[] | null> =>
  new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || zip.entryCount > MOST_ENTRIES) return resolve(null)
      const names: string[] = []
      zip.on('entry', ({ fileName }) => {
        names.push(fileName)
        zip.readEntry()
      })
      zip.on('end', () => resolve(names))
      zip.on('error', () => resolve(null))
      return zip.readEntry()
    })
  })

const parts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const
const open = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
} as const

/** Whether bytes can be the beginning of a document that is kept. */
export const mayBeDocument = (begin: Buffer): boolean =>
  begin.toString('latin1', 0, 5) === '%PDF-' || begin.subarray(0, 4).equals(ZIP)

/** What a document is, by its bytes whatever it is called, or why it is refused: a program in it, or no document of ours. */
export const documentTypeOf = async (bytes: Buffer): Promise<DocumentType | DocumentProblem> => {
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return 'pdf'
  const names = mayBeDocument(bytes) ? await namesIn(bytes) : null
  if (!names) return 'not-a-document'
  if (names.some((name) => /vbaProject|^Basic\/|^Scripts\/|\.exe$/i.test(name))) return 'macros'
  // An OpenDocument file says what it is in its first entry, which is stored as it is.
  const said = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)PK/.exec(bytes.toString('latin1', 30, 130))?.[1]
  if (said && said in open) return open[said as keyof typeof open]
  return (Object.keys(parts) as (keyof typeof parts)[]).find((type) => names.includes(parts[type])) ?? 'not-a-document'
}
