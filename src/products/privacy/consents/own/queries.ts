import { byGivenName, childrenOf, fullName, personRecord } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { grown, lookAtAge } from '../ages.ts'
import { type Answering, answer } from '../answering.ts'
import type { Outcome } from '../outcome.ts'
import { type Purpose, purposesAsked } from '../purposes/queries.ts'
import { type Standing, standingOf } from '../standing.ts'

const names = reading(personRecord, 'id', 'givenName', 'prefix', 'surname')

/** Why somebody sees how it stands and does not answer. */
export type Bar = 'no-authority' | 'unknown-authority' | 'decides-alone' | 'too-young'

/** Why a guardian cannot answer for each of these children; who can has no entry. */
const barsOf = async (work: Work, me: Me, children: readonly string[]): Promise<ReadonlyMap<string, Bar>> => {
  const ties = await work.db
    .selectFrom('guardianship')
    .select(['pupil_id', 'authority'])
    .where('guardian_id', '=', me.id)
    .where('pupil_id', 'in', oneOf(children))
    .where('from_on', '<=', work.today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', work.today)]))
    .execute()
  const alone = await grown(work, children)
  const bars = new Map<string, Bar>()
  for (const { pupil_id: child, authority } of ties) {
    if (alone.has(child)) bars.set(child, 'decides-alone')
    else if (authority !== 'yes') bars.set(child, authority === 'no' ? 'no-authority' : 'unknown-authority')
  }
  return bars
}

/** About whom somebody may be asked: a guardian's own children, and a pupil about themself. */
const about = (work: Work, me: Me) =>
  work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', 'active')
    .where(({ or, eb, lit }) =>
      or([eb('person.id', 'in', childrenOf(work, me.id)), me.is('pupil') ? eb('person.id', '=', me.id) : lit(false)]),
    )

const barOf = async (work: Work, me: Me, pupils: readonly string[]): Promise<ReadonlyMap<string, Bar>> => {
  const bars = new Map(await barsOf(work, me, pupils))
  if (pupils.includes(me.id) && !(await grown(work, [me.id])).has(me.id)) bars.set(me.id, 'too-young')
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
  const people = await work.open(await about(work, me).execute(), { record: names })
  if (people.length === 0) return []
  const pupils = people.map(({ id }) => id)
  const bars = await barOf(work, me, pupils)
  const purposes = await purposesAsked(work)
  const standings = await standingOf(work, { pupils })
  const found = new Map(standings.map((one) => [`${one.purpose} ${one.pupil}`, one]))
  return people
    .sort((one, other) => byGivenName(one.record, other.record))
    .map(({ id, record }) => ({
      id,
      givenName: record.givenName,
      name: fullName(record),
      bar: bars.get(id) ?? null,
      asked: purposes.map((purpose) => askedOf(me, purpose, found.get(`${purpose.id} ${id}`))),
    }))
}

/** How many questions wait for an answer of somebody; from ids alone, nothing is opened. */
export const countUnanswered = async (work: Work, me: Me): Promise<number> => {
  const rows = await work.db.selectFrom('person').select('id').where('id', 'in', childrenOf(work, me.id)).execute()
  const pupils = [...rows.map(({ id }) => id), ...(me.is('pupil') ? [me.id] : [])]
  if (pupils.length === 0) return 0
  const standings = await standingOf(work, { pupils })
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
): Promise<'done' | 'gone' | 'changed' | 'not-mine' | Bar> => {
  const [child] = await about(work, me).where('person.id', '=', given.pupil).execute()
  if (!child) return 'not-mine'
  await lookAtAge(work, child.id)
  const bar = (await barOf(work, me, [child.id])).get(child.id)
  return bar ?? answer(work, { ...given, person: me.id, channel: 'app', givenOn: work.today })
}
