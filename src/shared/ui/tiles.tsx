import type { Child } from './jsx.ts'

/** here green, late half amber, away outlined, unseen red; read and unread for who read something. */
export type TileKind = 'here' | 'late' | 'away' | 'unseen' | 'read' | 'unread'

/** One square per person, in list order, like the paving of a school square. `label` says the same in words. */
export function Tiles({ kinds, label, small }: { kinds: readonly TileKind[]; label: string; small?: boolean }) {
  return (
    <div class={small ? 'tiles small' : 'tiles'} role="img" aria-label={label}>
      {kinds.map((kind) => (
        <i class={kind} />
      ))}
    </div>
  )
}

export type Sum = { readonly count: number; readonly word: string; readonly alert?: boolean }

/** "23 er, 1 laat, 3 gemeld, 1 niet gezien": the sum beside the tiles. */
export function SumLine({ sums }: { sums: readonly Sum[] }) {
  return (
    <p class="sum">
      {sums.map(
        ({ count, word, alert }, index): Child => [
          index > 0 && ', ',
          alert ? <strong class="alert-ink">{`${count} ${word}`}</strong> : [<strong>{count}</strong>, ` ${word}`],
        ],
      )}
    </p>
  )
}
