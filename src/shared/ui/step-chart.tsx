import type { HeatStep } from './heat-table.tsx'
import type { Child } from './jsx.ts'

export type StepChartProps = {
  readonly heading: string
  /** How many are on each of the five steps, from the lowest. */
  readonly counts: readonly [number, number, number, number, number]
  /** The same in words. */
  readonly label: string
  /** The most that any chart beside it has on one step, so that all are drawn on one scale. */
  readonly most: number
}

/** Charts of steps beside each other, on one scale. */
export function StepCharts({ children }: { readonly children: Child }) {
  return <div class="step-charts">{children}</div>
}

const STEPS = [0, 1, 2, 3, 4] as const satisfies readonly HeatStep[]
const [WIDE, HIGH] = [13, 6]

/** How many of a group are on which step: a block for each, never with a name. */
export function StepChart({ heading, counts, label, most }: StepChartProps) {
  const height = most * HIGH + 2
  return (
    <figure class="step-chart">
      <svg viewBox={`0 0 ${WIDE * STEPS.length + 2} ${height}`} role="img" aria-label={`${heading}: ${label}`}>
        {STEPS.flatMap((step) =>
          Array.from({ length: counts[step] }, (_, at) => (
            <rect
              key={`${step} ${at}`}
              class={`step-${step}`}
              x={step * WIDE + 1}
              y={height - 1.5 - (at + 1) * HIGH}
              width={WIDE - 2}
              height={HIGH - 1.5}
              rx="1.2"
            />
          )),
        )}
        <path class="step-axis" d={`M0 ${height - 0.5}H${WIDE * STEPS.length}`} />
      </svg>
      <figcaption>{heading}</figcaption>
    </figure>
  )
}
