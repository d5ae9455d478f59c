import type { Child } from './jsx.ts'

type Bar = {
  readonly label: string
  readonly value: number
  /** The value in words: "3 dagen". */
  readonly text: string
  /** outline: look here; hatch: missing or not known. */
  readonly look?: 'filled' | 'outline' | 'hatch'
}

export type BarChartProps = {
  bars: readonly Bar[]
  /** The value a full bar stands for. */
  full: number
  /** The middle half of the group, as a band behind every bar. */
  middle?: { readonly from: number; readonly to: number }
  label: string
}

/** Bars with words: one hue, never a score order. What it shows can be read without seeing a bar. */
export function BarChart({ bars, full, middle, label }: BarChartProps) {
  const part = (value: number) => Math.round((Math.min(Math.max(value / full, 0), 1) || 0) * 1000) / 10
  return (
    <ul class="bars" aria-label={label}>
      {bars.map(({ label: name, value, text, look = 'filled' }) => (
        <li key={name}>
          <span>{name}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {middle && (
              <rect class="bar-middle" x={part(middle.from)} width={part(middle.to) - part(middle.from)} height="10" />
            )}
            {look === 'hatch' ? (
              <path class="bar-hatch" d={hatch(part(value))} />
            ) : (
              <rect class={`bar-${look}`} width={part(value)} height="10" />
            )}
          </svg>
          <span class="small quiet">{text}</span>
        </li>
      ))}
    </ul>
  )
}

function hatch(width: number): string {
  const lines: Child[] = []
  for (let x = 0; x < width; x += 3) lines.push(`M${x} 10l2-10`)
  return lines.join('')
}
