import { ButtonLink } from './button.tsx'
import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { ownAddress } from './link.tsx'

export type Tab = { readonly to: string; readonly word: Child; readonly current?: boolean }

/** Views of the same thing, or filters of a list, as links. `label` says of what. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ to, word, current }) => (
        <a key={to} href={ownAddress(to)} aria-current={current ? 'page' : undefined}>
          {word}
        </a>
      ))}
    </nav>
  )
}

/** Back and forth through a long list. `address` makes the address of a page; nothing shows when there is one page. */
export function Pager({ page, of, address }: { page: number; of: number; address: (page: number) => string }) {
  const words = useWords()
  if (of <= 1) return null
  return (
    <nav class="pager" aria-label={words.pages}>
      {page > 1 ? (
        <ButtonLink to={address(page - 1)} look="line" icon="chevron-left">
          {words.previous}
        </ButtonLink>
      ) : (
        <span />
      )}
      <span class="small quiet">{words.page(page, of)}</span>
      {page < of ? (
        <ButtonLink to={address(page + 1)} look="line">
          {words.next}
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** Where one is in a wizard. `current` counts from 1. */
export function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  const words = useWords()
  return (
    <ol class="steps" aria-label={words.steps}>
      {steps.map((step, index) => {
        const number = index + 1
        return (
          <li
            key={step}
            class={number < current ? 'done' : undefined}
            aria-current={number === current ? 'step' : undefined}
          >
            <span class="visually-hidden">{words.step(number, steps.length)}: </span>
            <span class="step-word">{step}</span>
            {number < current && <span class="visually-hidden">, {words.done}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** How far something is that the server is doing. Without `value` it is busy and does not know how long. */
export function Progress({ label, value, of }: { label: string; value?: number; of?: number }) {
  return (
    <div class="progress" role="status">
      <span>{label}</span>
      <progress aria-label={label} value={value} max={of} />
    </div>
  )
}
