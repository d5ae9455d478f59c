import type { Child } from './jsx.ts'

type Column = { readonly heading: string; readonly number?: boolean }

export type TableProps = {
  caption: string
  columns: readonly Column[]
  /** Each row's cells in the order of the columns; the first one names the row. */
  rows: readonly { readonly key: string; readonly cells: readonly Child[] }[]
  /** On paper each has a sheet of its own. */
  sheet?: boolean
}

/** Something wide: on a phone it scrolls sideways by itself, also with the keyboard. */
export function Sideways({ label, sheet, children }: { label: string; sheet?: boolean | undefined; children: Child }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1)
    <section class={sheet ? 'table-scroll sheet' : 'table-scroll'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

/** A table with a caption. On a phone it scrolls sideways by itself, also with the keyboard. */
export function Table({ caption, columns, rows, sheet }: TableProps) {
  return (
    <Sideways label={caption} sheet={sheet}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, number }) => (
              <th key={heading} scope="col" class={number ? 'number' : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td class={columns[index + 1]?.number ? 'number' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}
