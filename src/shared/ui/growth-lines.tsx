import { ownAddress } from './link.tsx'

/** A point of a line: where on the way (0 is the first), and how high (0 to 100). */
type Point = { readonly at: number; readonly value: number }

export type GrowthLine = {
  readonly key: string
  readonly name: string
  readonly to?: string
  readonly points: readonly Point[]
  /** The same in words: "58, 62, 65". */
  readonly label: string
  /** Asks for a look. */
  readonly look?: boolean
}

export type GrowthLinesProps = {
  readonly lines: readonly GrowthLine[]
  /** How many points a whole way has. */
  readonly length: number
  /** The middle half of the group at each point of the way where there is one. */
  readonly band: readonly (Point & { readonly to: number })[]
  readonly label: string
}

const [WIDE, HIGH, EDGE] = [100, 56, 6]
/** The least that is drawn from bottom to top, so that a few points up or down never look like a fall. */
const LEAST = 50
const round = (value: number) => Math.round(value * 10) / 10

/** A small line for each, in the order given, each before the middle half of the group; the words of it are beside each. */
export function GrowthLines({ lines, length, band, label }: GrowthLinesProps) {
  const values = [
    ...lines.flatMap(({ points }) => points.map(({ value }) => value)),
    ...band.flatMap(({ value, to }) => [value, to]),
  ]
  const [least, most] = [Math.min(100, ...values), Math.max(0, ...values)]
  const spare = Math.max(0, LEAST - (most - least)) / 2
  const low = Math.max(0, Math.min(least - spare, 100 - LEAST))
  const high = Math.max(most + spare, low + LEAST)
  const x = (at: number) => round(length < 2 ? WIDE / 2 : EDGE + (at / (length - 1)) * (WIDE - 2 * EDGE))
  const y = (value: number) => round(HIGH - EDGE - ((value - low) / (high - low)) * (HIGH - 2 * EDGE))
  const under = [...band].reverse()
  const shape =
    band.length > 1
      ? `M${band.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}L${under.map(({ at, to }) => `${x(at)} ${y(to)}`).join('L')}Z`
      : null
  return (
    <ul class="growth" aria-label={label}>
      {lines.map(({ key, name, to, points, label: words, look }) => (
        <li key={key} class={look ? 'growth-look' : undefined}>
          <svg viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
            {shape && <path class="growth-band" d={shape} />}
            {points.length > 1 && (
              <path class="growth-line" d={`M${points.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}`} />
            )}
            {points.length > 0 && (
              <circle class="growth-dot" cx={x(points.at(-1)!.at)} cy={y(points.at(-1)!.value)} r="3.2" />
            )}
          </svg>
          {to ? (
            <a class="growth-name" href={ownAddress(to)}>
              {name}
            </a>
          ) : (
            <span class="growth-name">{name}</span>
          )}
          <span class="visually-hidden">{words}</span>
        </li>
      ))}
    </ul>
  )
}
