import type { Work } from '#shared/tenancy/work.ts'
import { answer, type Channel } from './answering.ts'
import { findPurpose } from './purposes/queries.ts'
import { standingOf } from './standing.ts'
import { type ConsentWords, hashOf } from './words.ts'

/** A yes of somebody that counts today: to which question, about which pupil. */
export type Yes = { readonly purpose: string; readonly pupil: string; readonly words: ConsentWords }

/** Every yes of this person that counts today: about one pupil, or about all for whom they decide. */
export const yesOf = async (work: Work, person: string, pupil?: string): Promise<Yes[]> => {
  const standings = await standingOf(work, pupil ? { pupils: [pupil] } : {})
  const given = standings.filter(({ said }) => said.some((one) => one.person === person && one.answer?.yes))
  const found: Yes[] = []
  for (const { purpose, pupil } of given) {
    const words = (await findPurpose(work, purpose))?.words
    if (words) found.push({ purpose, pupil, words })
  }
  return found
}

/**
 * Withdraws what somebody said yes to, as of the day their letter came in; modules hear it at once. What they said yes to
 * again after that day stays. Answers how many were withdrawn.
 */
export const withdrawOnPaper = async (
  work: Work,
  person: string,
  given: readonly Yes[],
  { channel, on }: { readonly channel: Channel; readonly on: string },
): Promise<number> => {
  let withdrawn = 0
  for (const { purpose, pupil, words } of given) {
    const number = (await findPurpose(work, purpose))?.number
    if (number === undefined) continue
    const hash = hashOf(words.nl)
    const came = await answer(work, { purpose, pupil, person, number, hash, yes: false, channel, givenOn: on })
    if (came === 'done') withdrawn += 1
  }
  return withdrawn
}
