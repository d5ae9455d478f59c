import type { Me, Role } from '#shared/identity/me.ts'
import type { Words } from '#shared/language/index.ts'

/** Who may open a route, in words and as a question; views ask the same rule that the route asks. */
export type Rule<Open extends boolean = boolean> = {
  (me: Me | null): boolean
  readonly words: Words
  /** Whether somebody who is not signed in passes too. */
  readonly open: Open
}

const make = <Open extends boolean>(words: Rule['words'], open: Open, allows: (me: Me | null) => boolean): Rule<Open> =>
  Object.assign((me: Me | null) => allows(me), { words, open })

/** Everyone, also a stranger: written out where it is meant. */
export const anyone = make({ nl: 'iedereen', en: 'everyone' }, true, () => true)

/** A rule about people who are signed in. */
export const rule = (words: Rule['words'], allows: (me: Me) => boolean): Rule<false> =>
  make(words, false, (me) => me !== null && allows(me))

/** People with one of these roles. */
export const withRole = (words: Rule['words'], ...roles: readonly Role[]): Rule<false> =>
  rule(words, (me) => me.is(...roles))

/** Everyone who is signed in. */
export const signedIn = rule({ nl: 'iedereen die is ingelogd', en: 'everyone who is signed in' }, () => true)
