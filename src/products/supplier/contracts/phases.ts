/** What an organisation can take from its supplier. */
export const contractProducts = ['website', 'portal', 'plaza', 'm365'] as const
export type ContractProduct = (typeof contractProducts)[number]
export const isContractProduct = (one: string): one is ContractProduct =>
  (contractProducts as readonly string[]).includes(one)

/** Why what is due stays for now, by law or by agreement. */
export const holdReasons = ['court', 'authority', 'complaint', 'agreement'] as const
export type HoldReason = (typeof holdReasons)[number]

/**
 * Where a contract stands. `read-only`: ended, everything is still there to read and take along; `due`: two months later;
 * `held`: due, but kept for a reason that was given; `destroying`: rows have gone already, there is no way back.
 */
export type Phase = 'running' | 'noticed' | 'read-only' | 'held' | 'due' | 'destroying' | 'destroyed'

/** In which phases each deed may be done; the one place that says so. */
export const deeds = {
  notice: ['running', 'noticed'],
  withdraw: ['noticed', 'read-only', 'held', 'due'],
  hold: ['running', 'noticed', 'read-only', 'held', 'due'],
  release: ['running', 'noticed', 'read-only', 'held', 'due'],
  destroy: ['due', 'destroying'],
} as const satisfies Record<string, readonly Phase[]>
export type Deed = keyof typeof deeds

export type Dates = {
  readonly endsOn: string | null
  readonly destroyedFrom: string | null
  readonly heldFor: string | null
  readonly destroyingAt: Date | null
  readonly destroyedAt: Date | null
}

/** The phase of a contract on a day (`YYYY-MM-DD`): a view of its dates, so that no job can be late with it. */
export const phaseOf = ({ endsOn, destroyedFrom, heldFor, destroyingAt, destroyedAt }: Dates, day: string): Phase => {
  if (destroyedAt) return 'destroyed'
  if (destroyingAt) return 'destroying'
  if (endsOn === null || destroyedFrom === null) return 'running'
  if (day < endsOn) return 'noticed'
  if (day < destroyedFrom) return 'read-only'
  return heldFor ? 'held' : 'due'
}
