import { authorityOver, childrenOf, namesOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { grown, lookAtAge } from '../ages.ts'
import { type Answering, answer, type Came } from '../answering.ts'
import type { Outcome } from '../outcome.ts'
import { type Purpose, purposesAsked } from '../purposes/queries.ts'
import { type Standing, standingOf } from '../standing.ts'

/** Why somebody sees how it stands and does not answer. */
export type Bar = 'no-authority' | 'unknown-authority' | 'decides-alone' | 'too-young'

const own = prepared(({ db }, { guardian, today }: { guardian: string; today: string }) =>
  childrenOf({ db, today }, guardian),
)

/** About whom somebody may be asked: a guardian's own children, and a pupil about themself. */
const askedAbout = async (work: Work, me: Me): Promise<string[]> => {
  const children = (await own(work, { guardian: me.id, today: work.today })).map(({ pupil_id }) => pupil_id)
  return me.is('pupil') ? [...children, me.id] : children
}

/** Why somebody cannot answer about each of these; about whom they can has no entry. */
const barsOf = async (work: Work, me: Me, pupils: readonly string[]): Promise<ReadonlyMap<string, Bar>> => {
  const alone = await grown(work, pupils)
  const authority = await authorityOver(work, me.id, pupils)
  const bars = new Map<string, Bar>()
  for (const pupil of pupils) {
    if (pupil === me.id) {
      if (!alone.has(pupil)) bars.set(pupil, 'too-young')
    } else if (alone.has(pupil)) bars.set(pupil, 'decides-alone')
    else if (authority.get(pupil) !== 'yes')
      bars.set(pupil, authority.get(pupil) === 'no' ? 'no-authority' : 'unknown-authority')
  }
  return bars
}

export type Asked = {
  readonly purpose: Purpose
  /** My own answer; nothing as long as I gave none to the question as it stands. */
  readonly mine: { readonly yes: boolean; readonly at: Date } | null
  readonly outcome: Outcome
  /** Somebody else decides too. */
  readonly shared: boolean
}

export type Mine = {
  readonly id: string
  readonly givenName: string
  readonly name: string
  readonly bar: Bar | null
  readonly asked: readonly Asked[]
}

const UNANSWERED: Outcome = { may: false, state: 'unanswered', until: null }

const askedOf = (me: Me, purpose: Purpose, standing: Standing | undefined): Asked => {
  const mine = standing?.said.find(({ person }) => person === me.id)?.answer
  return {
    purpose,
    mine: mine ? { yes: mine.yes, at: mine.at } : null,
    outcome: standing?.outcome ?? UNANSWERED,
    shared: (standing?.said.length ?? 0) > 1,
  }
}

/** What somebody is asked, child by child, with the own answer and what it comes to; never who of the others said what. */
export const myConsents = async (work: Work, me: Me): Promise<Mine[]> => {
  const pupils = await askedAbout(work, me)
  if (pupils.length === 0) return []
  const names = await namesOf(work, pupils)
  const bars = await barsOf(work, me, pupils)
  const purposes = await purposesAsked(work)
  const standings = await standingOf(work, { pupils })
  const found = new Map(standings.map((one) => [`${one.purpose} ${one.pupil}`, one]))
  return [...names]
    .sort(([, one], [, other]) => one.givenName.localeCompare(other.givenName, 'nl'))
    .map(([id, { name, givenName }]) => ({
      id,
      givenName,
      name,
      bar: bars.get(id) ?? null,
      asked: purposes.map((purpose) => askedOf(me, purpose, found.get(`${purpose.id} ${id}`))),
    }))
}

/** How many questions wait for an answer of somebody; from ids alone, nothing is opened. */
export const countUnanswered = async (work: Work, me: Me): Promise<number> => {
  const standings = await standingOf(
    work,
    me.is('pupil') ? { pupils: await askedAbout(work, me) } : { guardian: me.id },
  )
  return standings.filter(({ said }) => said.some(({ person, answer }) => person === me.id && !answer)).length
}

/**
 * Answers for a child, or for oneself from 16 on. Nothing is kept when it is not mine to answer: `not-mine` when the child
 * is none of mine, and the reason when it is and I do not decide.
 */
export const answerMine = async (
  work: Work,
  me: Me,
  given: Pick<Answering, 'purpose' | 'pupil' | 'number' | 'hash' | 'yes'>,
): Promise<Came | 'not-mine' | Bar> => {
  if (!(await askedAbout(work, me)).includes(given.pupil)) return 'not-mine'
  await lookAtAge(work, given.pupil)
  const bar = (await barsOf(work, me, [given.pupil])).get(given.pupil)
  return bar ?? answer(work, { ...given, person: me.id, channel: 'app', givenOn: work.today })
}
