/**
 * One thing a client did about one child, as the client saw it: nothing of it comes from the application's own records. Times
 * are those of one clock; every sending of one key is one deed, from its first sending to its first answer.
 */
export type Deed = {
  readonly kind: 'set' | 'clear'
  readonly key: string
  readonly pupil: string
  /** What the page showed when it was sent, and what was asked for: slots. */
  readonly was: string | null
  readonly to: string | null
  readonly began: number
  /** When it was acknowledged; endless for one that never was. */
  readonly ended: number
  readonly outcome: 'done' | 'refused' | 'unknown'
}

/** What a page, or at the end the database, said that a child has. */
export type Look = {
  readonly pupil: string
  readonly saw: string | null
  readonly began: number
  readonly ended: number
}

export type Slots = ReadonlyMap<string, { readonly starts: number; readonly ends: number }>

export type History = {
  readonly deeds: readonly Deed[]
  readonly looks: readonly Look[]
  /** Whose family a child is of. */
  readonly familyOf: ReadonlyMap<string, string>
  readonly slots: Slots
}

/** What stands in the database at the end, row by row. */
export type Row = { readonly pupil: string; readonly slot: string; readonly family: string }

export type Anomaly = { readonly kind: 'slot twice' | 'two places' | 'no order'; readonly about: string }
