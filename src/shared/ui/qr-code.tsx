import QRCode from 'qrcode'

/** White around the code, in modules: readers need four (ISO/IEC 18004). */
const QUIET = 4

/** The dark modules as a path: one rectangle per run in a row. */
const pathOf = (size: number, dark: (row: number, column: number) => boolean): string => {
  const runs: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const start = column
      while (column < size && dark(row, column)) column++
      if (column > start) runs.push(`M${start} ${row}h${column - start}v1H${start}z`)
    }
  }
  return runs.join('')
}

/** A QR code, dark on white in dark mode too, because not every reader takes it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  const path = pathOf(modules.size, (row, column) => modules.get(row, column) === 1)
  return (
    <svg role="img" aria-label={label} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} width="232" height="232">
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
