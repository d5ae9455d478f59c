import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvRefused, readCsv } from './csv-text.ts'

const read = (content: string | Buffer) => [...readCsv(Buffer.from(content as string))]
const cells = (content: string | Buffer) => read(content).map((row) => row.cells)
const refusal = (content: string | Buffer) => {
  try {
    read(content)
  } catch (error) {
    if (error instanceof CsvRefused) return [error.code, error.line, typeof error.in('nl'), typeof error.in('en')]
    throw error
  }
  return null
}

test('every encoding that schools send gives the same letters', () => {
  const text = 'voornaam;achternaam\nJoëlle;Müller\n'
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
  const all = [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text, 'latin1'),
    wide,
    Buffer.from(wide).swap16(),
    wide.subarray(2),
  ]
  for (const bytes of all)
    expect(cells(bytes)).toEqual([
      ['voornaam', 'achternaam'],
      ['Joëlle', 'Müller'],
    ])
  expect(cells(Buffer.concat([Buffer.from('naam,munt\nZo', 'latin1'), Buffer.from([0xeb, 0x2c, 0x80])]))[1]).toEqual([
    'Zoë',
    '€',
  ])
  // One name in another encoding would spoil all the others, so it is said where it stands.
  expect(refusal(Buffer.concat([Buffer.from('naam\nJoëlle\nM'), Buffer.from([0xfc, 0x0a])]))?.slice(0, 2)).toEqual([
    'csv-encoding',
    3,
  ])
})

test('the separator, line ends, quotes and empty lines do not matter; lines are counted as an editor does', () => {
  for (const separator of [',', ';', '\t'])
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = [
        `a${separator}b`,
        '',
        `"x""${separator} y" ${separator} z `,
        `"1${end}2"${separator}`,
        `q${separator}r`,
      ]
      expect(read(lines.join(end))).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: [`x"${separator} y`, 'z'] },
        { line: 4, cells: ['1\n2', ''] },
        { line: 6, cells: ['q', 'r'] },
      ])
    }
  expect(read('sep=;\na;b,c\n')).toEqual([{ line: 2, cells: ['a', 'b,c'] }])
})

test('a cell turns no other text around, and one that nobody sees is empty', () => {
  expect(cells('a,b,c\n\u202eAnna,\u200b,محمد\u200f\n')[1]).toEqual(['Anna', '', 'محمد\u200f'])
})

test('what is no list is refused with its line', () => {
  const row = `${'x'.repeat(70 * 1024)}\n`
  for (const [content, code, line] of [
    ['', 'csv-empty', 1],
    ['\ufeff \n\n', 'csv-empty', 1],
    ['a,b\n\u0000\u0001', 'csv-binary', 2],
    [Buffer.from('PK\x03\x04\x14\x00\x06\x00é'), 'csv-workbook', 1],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'csv-workbook', 1],
    ['a,b\n1,2\n"3,4\n5,6\n', 'csv-quote', 3],
    ['a,b\n1,2\n"3"4,5"\n', 'csv-quote', 3],
    ['a,b\n1,2\n3",4\n5",6\n', 'csv-quote', 3],
    [`a\n"${'x\n'.repeat(50_000)}`, 'csv-quote', 2],
    [`a\n${row}`, 'csv-long', 2],
    ['\r'.repeat(600_000), 'csv-lines', 500_000],
    [','.repeat(300), 'csv-columns', 1],
    [Buffer.alloc(17 * 1024 * 1024, 65), 'csv-large', 1],
    [Buffer.from([0xff, 0xfe, 0x00]), 'csv-binary', 1],
  ] as const)
    expect(refusal(content)).toEqual([code, line, 'string', 'string'])
})

test('a list of any texts is read back as it was written', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '🎈', '\t'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 40 }), (rows) => {
      const written = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      const wanted = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''))
      expect(cells(['a,b', ...written].join('\n')).slice(1)).toEqual(wanted)
    }),
  )
})

test('half a million cells are within the limits', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => `${index},"Bree, ${index}",x,y,z`)
  let count = 0
  for (const row of readCsv(Buffer.from(`a,b,c,d,e\n${rows.join('\n')}`))) count += row.cells.length
  expect(count).toBe(500_005)
})
