/** Who has to say yes. */
export const consentRules = ['one', 'all', 'confirmed'] as const
export type ConsentRule = (typeof consentRules)[number]

/** What one of those who decide said last; nothing when they never answered the question as it stands. */
export type Said = {
  readonly person: string
  readonly answer: { readonly yes: boolean; readonly withdraws: boolean; readonly at: Date } | null
}

type ConsentState = 'yes' | 'no' | 'unanswered' | 'waiting' | 'to-confirm'

export type Outcome = {
  /** Whether school may; everything that is no clear yes is a no. */
  readonly may: boolean
  readonly state: ConsentState
  /** Until when a refusal waits for the other guardian. */
  readonly until: Date | null
}

/** How long a refusal waits to be confirmed. After that silence counts as it does everywhere here: no answer is no. */
const CONFIRM_DAYS = 14

const is = (state: ConsentState, may = state === 'yes', until: Date | null = null): Outcome => ({ may, state, until })

const confirmBy = ({ answer }: Said): Date => new Date(answer!.at.getTime() + CONFIRM_DAYS * 86_400_000)

/**
 * A refusal that must be confirmed by the other: while another guardian says yes, it stays yes. Who takes back the only yes
 * is followed at once when nobody else decides, and otherwise when the other confirms or stays silent for 14 days.
 */
const confirmed = (said: readonly Said[], now: Date): Outcome => {
  const refused = said.filter(({ answer }) => answer && !answer.yes)
  if (said.some(({ answer }) => answer?.yes)) return refused.length > 0 ? is('to-confirm', true) : is('yes')
  if (refused.length === 0) return is('unanswered')
  const until = refused
    .filter(({ answer }) => answer?.withdraws)
    .map(confirmBy)
    .sort((one, other) => other.getTime() - one.getTime())[0]
  const open = refused.length < said.length && until !== undefined && until > now
  return open ? is('to-confirm', true, until) : is('no')
}

/**
 * What the answers of those who decide come to (art. 6(1)(a) and 7 GDPR; PROMISES P64). `one`: one yes is enough. `all`: any
 * no is a no, and it waits for who did not answer. `confirmed`: a no counts when the other guardian confirms it. With nobody
 * to decide nobody answered.
 */
export const outcomeOf = (rule: ConsentRule, said: readonly Said[], now: Date): Outcome => {
  if (rule === 'confirmed') return confirmed(said, now)
  const yes = said.filter(({ answer }) => answer?.yes).length
  const no = said.filter(({ answer }) => answer && !answer.yes).length
  if (rule === 'one') return is(yes > 0 ? 'yes' : no > 0 ? 'no' : 'unanswered')
  if (no > 0) return is('no')
  if (yes === 0) return is('unanswered')
  return is(yes === said.length ? 'yes' : 'waiting')
}
