import { type Theme, themeName } from './theme.ts'

/** The marks a school can choose. `square` (the paving of a school square) is the product's and the family's own. */
const marks = ['lighthouse', 'mill', 'star', 'square'] as const
export type MarkName = (typeof marks)[number]

const shapes: Record<MarkName, readonly string[]> = {
  lighthouse: ['M9.5 8h5l.4 3.4H9.1zM9 4.5h6V7H9zM11 2h2v1.6h-2zM9 13h6.1l.3 2.6H8.7zM8.5 17.2h7L16 21H8z'],
  mill: ['M9.6 11h4.8l2 11H7.6z', 'M4 3l16 13M20 3 4 16'],
  star: ['m12 2 2.6 6.6 7 .5-5.4 4.5 1.8 6.9L12 16.7l-6 3.8 1.8-6.9L2.4 9.1l7-.5z'],
  square: ['M9 2h6v6H9zM3 9h6v6H3zM15 9h6v6h-6zM9 16h6v6H9z'],
}

/** A mark as paths in a square of 24, the first filled, the second drawn with a line of 2: for what is no page. */
export const markPaths = (name: MarkName): readonly string[] => shapes[name]

/** The school's mark in the school's colour, always beside its name or the name of a child who goes there. */
export function Mark({ name, school, small }: { name: MarkName; school?: Theme | undefined; small?: boolean }) {
  const [filled, drawn] = shapes[name]
  return (
    <svg
      class={small ? 'mark small' : 'mark'}
      data-school={school && themeName(school)}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={filled} />
      {drawn && <path class="mark-line" d={drawn} />}
    </svg>
  )
}
