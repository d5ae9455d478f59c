import { behaviour } from './register.ts'

const shown = 6000

/** The undo line leaves after six seconds, but never under a finger, a pointer or the keyboard (WCAG 2.2.1). */
export function undo(): void {
  behaviour('undo', (line) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => {
      clearTimeout(timer)
      timer = setTimeout(() => (line.matches(':hover, :focus-within') ? count() : line.remove()), shown)
    }
    count()
    return () => clearTimeout(timer)
  })
}
