import QRCode from 'qrcode'

export type QrRun = { readonly row: number; readonly column: number; readonly length: number }

/** A text as a QR code: its side in modules and the runs of dark ones, row by row. */
export const qrRuns = (text: string): { readonly size: number; readonly runs: readonly QrRun[] } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const runs: QrRun[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const start = column
      while (column < size && modules.get(row, column) === 1) column++
      if (column > start) runs.push({ row, column: start, length: column - start })
    }
  }
  return { size, runs }
}

/** White around the code, in modules: readers need four (ISO/IEC 18004). */
const QUIET = 4

/** A QR code, dark on white in dark mode too, because not every reader takes it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, runs } = qrRuns(text)
  const side = size + 2 * QUIET
  const path = runs.map(({ row, column, length }) => `M${column} ${row}h${length}v1H${column}z`).join('')
  return (
    <svg role="img" aria-label={label} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} width="232" height="232">
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
