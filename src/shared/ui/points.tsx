import type { Child } from './jsx.ts'

/** Two or three things beside each other that are worth a look today, each in a few words. */
export function Points({
  points,
  label,
}: {
  readonly points: readonly { readonly key: string; readonly title: string; readonly text: Child }[]
  readonly label: string
}) {
  return (
    <ul class="points" aria-label={label}>
      {points.map(({ key, title, text }) => (
        <li key={key}>
          <b>{title}</b>
          {text}
        </li>
      ))}
    </ul>
  )
}
