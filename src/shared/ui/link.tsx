import type { Child } from './jsx.ts'

// Nearly every address is one of these: looked at once instead of step by step.
const plainPath = /^\/(?!\/)[\w.~%!$&'()*+,;=:@?#/-]*$/
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address as it may stand in `href` or `action`: http, https, mailto, tel and paths of this host. Null for anything
 * else (`javascript:`, `data:`, `//elsewhere`, what is no address), however it is disguised with case, tabs or entities.
 */
export function safeAddress(address: string): string | null {
  if (plainPath.test(address)) return address
  // What a browser strips before it reads the scheme must not be able to hide one.
  if (/[\p{Cc}\\]/u.test(address) || address !== address.trim() || address.startsWith('//')) return null
  if (/^[/?#]/.test(address)) return address
  try {
    return schemes.has(new URL(address).protocol) ? address : null
  } catch {
    return null
  }
}

/** Like `safeAddress`, for addresses our own code made: throws instead of leaving a dead button. */
export function ownAddress(address: string): string {
  const safe = safeAddress(address)
  if (safe === null) throw new TypeError('refused address: only http, https, mailto, tel and paths may be linked')
  return safe
}

export type LinkProps = {
  to: string
  children: Child
  /** For a link whose words only make sense in place: what it leads to, in full. */
  label?: string | undefined
  current?: boolean
  /** A quiet link looks like the text around it. */
  quiet?: boolean
  download?: boolean
  /** Leaves Turbo out: for files and other hosts. */
  plain?: boolean
  /** Keeps the page that stands here: something typed would be lost with it. */
  newWindow?: boolean
}

/**
 * A link. An address that is not allowed becomes plain text: people type links, and a page must not fail on one of them.
 * Other hosts get no referrer.
 */
export function Link({ to, children, label, current, quiet, download, plain, newWindow }: LinkProps) {
  const address = safeAddress(to)
  if (address === null) return <span>{children}</span>
  const elsewhere = /^https?:/.test(address)
  return (
    <a
      href={address}
      class={quiet ? 'link-quiet' : undefined}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      rel={elsewhere ? 'noreferrer' : undefined}
      target={newWindow ? '_blank' : undefined}
      download={download || undefined}
      data-turbo={plain || elsewhere || download ? 'false' : undefined}
    >
      {children}
    </a>
  )
}
