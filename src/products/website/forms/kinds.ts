/** What a form is for: a complaint and a request about personal data have a clock, and the officer sees them. */
export const formKinds = ['contact', 'complaint', 'privacy', 'other'] as const
export type FormKind = (typeof formKinds)[number]

export type FormState = 'draft' | 'open' | 'closed'

export type SubmissionState = 'waiting' | 'maybe-spam' | 'answered' | 'closed'

/** Why a message was set apart; the school reads it and decides. */
export type HeldBecause = 'too-quick' | 'hidden-field' | 'many' | 'links' | 'words'

export type StepKind =
  | 'received'
  | 'held'
  | 'released'
  | 'answered'
  | 'wrote-back'
  | 'corrected'
  | 'noted'
  | 'closed'
  | 'reopened'
