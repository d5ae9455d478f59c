import { qrRuns } from '#shared/ui/index.ts'
import type { Doc } from './document.ts'

/** Dark modules as rectangles on white with four modules around (ISO/IEC 18004); no picture, so it is sharp on any printer. */
export const drawQr = (
  doc: Doc,
  text: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void => {
  const { size, runs } = qrRuns(text)
  const module = side / (size + 8)
  doc.rect(x, y, side, side).fill('#ffffff')
  for (const { row, column, length } of runs)
    doc.rect(x + (column + 4) * module, y + (row + 4) * module, length * module, module)
  doc.fill('#000000')
}
