import type { Child } from './jsx.ts'
import { ownAddress } from './link.tsx'
import { Sideways } from './table.tsx'

/** 0: under the goal, an outline; 1 to 4: darker steps of the school's colour. */
export type HeatStep = 0 | 1 | 2 | 3 | 4

export type HeatCell = {
  /** What stands in it: a figure, a level, a short word. */
  readonly text: string
  readonly step?: HeatStep
  /** look: asks for a look; missing: it should be there and is not. */
  readonly kind?: 'look' | 'missing'
  /** The whole in words, where the text alone says too little. */
  readonly label?: string
}

export type HeatTableProps = {
  readonly caption: string
  readonly first: string
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly to?: string }[]
  /** The name is the link. A cell that is null is empty. */
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly to?: string
    readonly cells: readonly (HeatCell | null)[]
  }[]
}

const classOf = ({ step, kind }: HeatCell) =>
  [step !== undefined && `heat-${step}`, kind && `heat-${kind}`].filter(Boolean).join(' ') || undefined

/** A dense table of figures in steps of one colour. It is read as the table it is; the colour says nothing that is not there. */
export function HeatTable({ caption, first, columns, rows }: HeatTableProps) {
  return (
    <Sideways label={caption}>
      <table class="heat">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{first}</span>
            </th>
            {columns.map(({ key, heading, to }) => (
              <th key={key} scope="col">
                {to ? <a href={ownAddress(to)}>{heading}</a> : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, to, cells }) => (
            <tr key={key}>
              <th scope="row">
                {to ? (
                  <a class="heat-name" href={ownAddress(to)}>
                    {name}
                  </a>
                ) : (
                  name
                )}
              </th>
              {cells.map(
                (cell): Child =>
                  cell ? (
                    <td class={classOf(cell)}>
                      {cell.label && cell.label !== cell.text ? (
                        <>
                          <span aria-hidden="true">{cell.text}</span>
                          <span class="visually-hidden">{cell.label}</span>
                        </>
                      ) : (
                        cell.text
                      )}
                    </td>
                  ) : (
                    <td />
                  ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

export type HeatLegendProps = {
  readonly low: string
  readonly high: string
  readonly look: string
  readonly missing: string
}

/** What the colours of a {@link HeatTable} mean. */
export function HeatLegend({ low, high, look, missing }: HeatLegendProps) {
  return (
    <p class="heat-legend">
      <span>
        {low}
        {[0, 1, 2, 3, 4].map((step) => (
          <i key={step} class={`heat-${step}`} />
        ))}
        {high}
      </span>
      <span>
        <i class="heat-look" />
        {look}
      </span>
      <span>
        <i class="heat-missing" />
        {missing}
      </span>
    </p>
  )
}
