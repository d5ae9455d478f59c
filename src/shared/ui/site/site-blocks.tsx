import type { Child } from '../jsx.ts'
import { ownAddress, safeAddress } from '../link.tsx'
import type { SiteLink } from './site-page.tsx'

/** The one heading of a page that is not the home page, with what stands under it. */
export function SiteTitle({ title, text, action }: { title: string; text: string; action: SiteLink | null }) {
  return (
    <div class="site-title">
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {action && (
        <a class="site-action" href={ownAddress(action.to)}>
          {action.word}
        </a>
      )}
    </div>
  )
}

/** A part of a page. `wide` reaches beyond the column of text. */
export function SiteBlock({ id, wide, children }: { id?: string; wide?: boolean; children: Child }) {
  return (
    <section id={id} class={wide ? 'site-block wide' : 'site-block'}>
      {children}
    </section>
  )
}

/** Text in paragraphs. */
export function SiteText({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    <div class="prose">
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}

/** A sentence and a button that asks for something. */
export function CallToAction({ title, text, action }: { title: string; text: string; action: SiteLink | null }) {
  const address = action && safeAddress(action.to)
  return (
    <div class="site-call">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {action && address && (
        <a class="site-action" href={address}>
          {action.word}
        </a>
      )}
    </div>
  )
}
