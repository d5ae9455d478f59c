import { internal, plain } from '#shared/vault/declaration.ts'

/** Words and periods that the declarations of accounts and ways in have in common. */
export const eventDate = plain(
  'activity',
  'termijnen worden door de database vergeleken',
  'periods are compared by the database',
)

export const fact = internal(
  'ordinary',
  'een feit over de school, niet over een persoon',
  'a fact about the school, not about a person',
)

export const inactive = {
  after: 'account.last_active_on',
  keep: { years: 3 },
  finally: 'delete',
  because: 'three years after a person was last active; the key of the account goes with it (PROMISES P20)',
} as const

export const expired = (table: string) =>
  ({ after: `${table}.expires_at`, keep: { days: 1 }, finally: 'delete', because: 'it has done its work' }) as const

export const keyedHash = internal(
  'credential',
  'een hash met sleutel; zonder de sleutel kan niemand een gok controleren',
  'a keyed hash; nobody without the key can test a guess',
)
