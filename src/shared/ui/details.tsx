import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'

export type DetailsProps = { title: Child; icon?: IconName; end?: Child; open?: boolean; children: Child }

/** A row that opens: what is open gets a tint. Stays as the reader left it when the page renews itself. */
export function Details({ title, icon, end, open, children }: DetailsProps) {
  return (
    <details class="details" open={open || undefined}>
      <summary>
        {icon && <Icon name={icon} />}
        <span class="details-title">{title}</span>
        {end && <span class="small quiet">{end}</span>}
        <Icon name="chevron-down" />
      </summary>
      {children}
    </details>
  )
}
