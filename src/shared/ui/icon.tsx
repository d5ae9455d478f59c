import type { IconName } from './icon-names.ts'
import { iconPaths } from './icons.generated.ts'

/** An icon, always beside a word: it is hidden from screen readers. `mirror` for icons that point (back, next). */
export function Icon({ name, mirror }: { name: IconName; mirror?: boolean }) {
  return (
    <svg class={mirror ? 'icon mirror' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  )
}
