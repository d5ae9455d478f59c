import type { Work } from '#shared/tenancy/work.ts'

/** What is kept from somebody: sending and changing, or everything but the explanation. */
export const whats = ['writing', 'everything'] as const
export type What = (typeof whats)[number]

/** How a restriction stands on this day: it begins and ends by itself. */
export type Standing = 'waiting' | 'later' | 'in-force' | 'ended'

export const standingOf = (
  { today }: Pick<Work, 'today'>,
  bar: { readonly state: string; readonly from_on: string; readonly to_on: string },
): Standing => {
  if (bar.state === 'ended' || bar.to_on < today) return 'ended'
  if (bar.state === 'waiting') return 'waiting'
  return bar.from_on > today ? 'later' : 'in-force'
}
