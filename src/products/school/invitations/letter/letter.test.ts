import { inflateSync } from 'node:zlib'
import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import { linesOf, piecesOf } from '#shared/paper/lines.ts'
import { fontFiles } from '#shared/paper/pen.ts'
import { type Letter, lettersPdf } from './document.ts'
import { letterLanguages } from './languages.ts'
import { letterTexts } from './texts.ts'

const head = {
  name: 'De Vuurtoren',
  mark: 'lighthouse',
  hue: 238,
  chroma: 0.095,
  origin: 'https://vuurtoren.example',
  title: 'Brieven',
}
const letter = (more: Partial<Letter> = {}): Letter => ({
  name: 'Fenna Yıldız-Łukasik',
  sort: 'Groep 5: Mila Yıldız',
  language: 'nl',
  to: 'guardian',
  code: 'ABCD1234EFGH5678',
  until: new Date('2026-12-18T12:00:00Z'),
  ...more,
})

const bytesOf = async (letters: readonly Letter[]): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of await lettersPdf(head, letters)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** What is drawn on the pages, as PDF operators. */
const drawn = (pdf: Buffer): string[] => {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => Buffer.from(body!, 'latin1'))
  return streams.flatMap((body) => {
    try {
      const plain = inflateSync(body).toString('latin1')
      return / re\n/.test(plain) ? [plain] : []
    } catch {
      return []
    }
  })
}

type Shaper = {
  hasGlyphForCodePoint(point: number): boolean
  layout(text: string): { glyphs: readonly { name?: string }[] }
}

/** A text as a PDF writes it outside of streams. */
const utf16 = (text: string) =>
  Buffer.from(text, 'utf16le')
    .swap16()
    .toString('latin1')
    .replace(/[()\\]/g, '\\$&')

test('the code on paper is the QR code of the address, module by module', async () => {
  const [page] = drawn(await bytesOf([letter()]))
  const { modules } = QRCode.create('https://vuurtoren.example/invitation/ABCD1234EFGH5678', {
    errorCorrectionLevel: 'M',
  })
  const boxes = [...page!.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map((match) =>
    match.slice(1).map(Number),
  )
  const [white, ...dark] = boxes as [number, number, number, number][]
  const size = white![2] / (modules.size + 8)
  const found = new Set<string>()
  for (const [x, y, width] of dark)
    for (let at = 0; at < Math.round(width / size); at++)
      found.add(`${Math.round((y - white![1]) / size) - 4} ${Math.round((x - white![0]) / size) - 4 + at}`)
  const expected = new Set<string>()
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) expected.add(`${row} ${column}`)
  expect(found).toEqual(expected)
})

test('Arabic words stand from right to left, and Latin words, codes and days among them from left to right', () => {
  const words = (line: string) => piecesOf(line, 'rtl').map(({ text }) => text)
  expect(words('حسابك في مدرسة De Vuurtoren')).toEqual(['De', ' ', 'Vuurtoren', ' ', 'مدرسة', ' ', 'في', ' ', 'حسابك'])
  expect(words('حتى 18 ديسمبر 2026.')).toEqual(['.', '2026', ' ', 'ديسمبر', ' ', '18', ' ', 'حتى'])
  expect(piecesOf('Zo maak je een account', 'ltr')).toHaveLength(1)
  expect(linesOf('een twee drie', 8, (text) => text.length)).toEqual(['een twee', 'drie'])
})

test('the packaged typefaces have every letter, and Arabic letters take the form of their place in the word', async () => {
  const { default: PDFDocument } = await import('pdfkit')
  const fonts = Object.values(fontFiles).map((file) => {
    const doc = new PDFDocument({ font: null } as object).font(file) as unknown as { _font: { font: Shaper } }
    return doc._font.font
  })
  const [latin, , arabic] = fonts
  for (const language of letterLanguages) {
    const { title, dear, about, until, may, ...rest } = letterTexts[language]
    const texts = [title(''), dear(''), about(''), until(''), ...Object.values(may).flat(), ...Object.values(rest)]
    for (const sign of texts.join('')) {
      const point = sign.codePointAt(0)!
      expect([language, sign, [latin, arabic].some((font) => font!.hasGlyphForCodePoint(point))]).toEqual([
        language,
        sign,
        true,
      ])
    }
  }
  const { glyphs } = arabic!.layout('حسابك')
  const forms = glyphs.map((glyph) => /\.(init|medi|fina)/.exec(glyph.name ?? '')?.[1]).filter(Boolean)
  expect(forms).toEqual(['fina', 'init', 'fina', 'medi', 'init'])
})

test('a letter is tagged, in its own language, and a reader of Arabic hears whole sentences', async () => {
  const pdf = (await bytesOf(letterLanguages.map((language) => letter({ language })))).toString('latin1')
  expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(letterLanguages.length)
  expect(pdf).toContain('/Marked true')
  expect(pdf).toContain('pdfuaid:part')
  for (const language of letterLanguages) expect(pdf).toContain(`/Lang (${language})`)
  for (const kind of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Figure']) expect(pdf).toContain(`/S /${kind}\n`)
  for (const sentence of [letterTexts.ar.scan, letterTexts.ar.questions]) expect(pdf).toContain(utf16(sentence))
})

test('others get their turn while many letters are made, and a reader who leaves ends it', async () => {
  const many = Array.from({ length: 60 }, (_, number) => letter({ code: String(number).padStart(16, 'A') }))
  const pdf = await lettersPdf(head, many)
  let turns = 0
  const count = setInterval(() => turns++, 0)
  for await (const _ of pdf);
  clearInterval(count)
  expect(turns).toBeGreaterThan(5)
  const left = await lettersPdf(head, many)
  left.destroy()
  expect(left.destroyed).toBe(true)
})
