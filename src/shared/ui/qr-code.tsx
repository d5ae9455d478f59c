import QRCode from 'qrcode'

/** White around the code, in modules: readers need four (ISO/IEC 18004). */
const QUIET = 4

/** A QR code, dark on white in dark mode too, because not every reader takes it the other way round. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (on, index) => (on ? `M${index % size} ${Math.floor(index / size)}h1v1h-1z` : ''))
  const side = size + 2 * QUIET
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      width="232"
      height="232"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
