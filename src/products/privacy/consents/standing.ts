import { childrenOf, withAuthority } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { OnADay, Work } from '#shared/tenancy/work.ts'
import { restrictedToday } from '#shared/vault/restricted.ts'
import { type Audience, kindOf, type Template, type Use } from './kinds.ts'
import { type ConsentRule, type Outcome, outcomeOf, type Said } from './outcome.ts'

/** A selection of pupil ids: those of {@link oneOf}, or of a guardian. */
type Pupils = ReturnType<typeof oneOf | typeof childrenOf>

/** Who decides about a pupil, as a part of a query: the guardians with authority, or the pupil alone, who is 16. */
const deciders = (work: OnADay, pupils: Pupils | null) => {
  const guardians = withAuthority(work).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('consent_age as age')
          .select('age.pupil_id')
          .whereRef('age.pupil_id', '=', 'tie.pupil_id')
          .where('age.own', '=', true),
      ),
    ),
  )
  const themselves = work.db
    .selectFrom('consent_age as grown')
    .select(['grown.pupil_id', 'grown.pupil_id as person_id'])
    .where('grown.own', '=', true)
  return pupils
    ? guardians.where('tie.pupil_id', 'in', pupils).unionAll(themselves.where('grown.pupil_id', 'in', pupils))
    : guardians.unionAll(themselves)
}

export type Standing = {
  readonly purpose: string
  readonly use: Use
  readonly audience: Audience
  readonly pupil: string
  readonly said: readonly Said[]
  readonly outcome: Outcome
  /** Of whom among those who decide contact details are kept and not used (art. 18 GDPR). */
  readonly unreachable: readonly string[]
  /** Whether school may now: the outcome, unless such data of the pupil are kept and not used. */
  readonly may: boolean
}

/** Which questions about which pupils; without pupils everyone's. Questions that ended are asked about no more. */
export type About = {
  readonly purposes?: readonly string[]
  readonly use?: Template
  readonly pupils?: readonly string[]
  /** Instead of pupils: whose children. */
  readonly guardian?: string
}

const rowsAbout = (work: OnADay, pupils: Pupils | null) =>
  work.db
    .selectFrom('consent_purpose as purpose')
    .innerJoin(deciders(work, pupils).as('decider'), (join) => join.onTrue())
    .leftJoin('consent_answer as answer', (join) =>
      join
        .onRef('answer.purpose_id', '=', 'purpose.id')
        .onRef('answer.pupil_id', '=', 'decider.pupil_id')
        .onRef('answer.person_id', '=', 'decider.person_id')
        .onRef('answer.number', '>=', 'purpose.asks_from')
        .on('answer.ended_at', 'is', null),
    )
    .select(['purpose.id', 'purpose.template', 'purpose.audience', 'purpose.rule', 'purpose.pictures'])
    .select(['decider.pupil_id', 'decider.person_id', 'answer.yes', 'answer.withdraws', 'answer.recorded_at'])
    .select((eb) => [
      eb('decider.pupil_id', 'in', restrictedToday(work, 'kind:image')).as('image'),
      eb('decider.pupil_id', 'in', restrictedToday(work, 'kind:contact')).as('contact'),
      eb('decider.pupil_id', 'in', restrictedToday(work, 'kind:health')).as('health'),
      eb('decider.pupil_id', 'in', restrictedToday(work)).as('ordinary'),
      eb('decider.person_id', 'in', restrictedToday(work, 'kind:contact')).as('unreachable'),
    ])
    .where('purpose.ended_at', 'is', null)
    .orderBy('purpose.position')
    .orderBy('decider.pupil_id')
    .orderBy('decider.person_id')

const aboutPupils = prepared(({ db }, { pupils, today }: { pupils: readonly string[]; today: string }) =>
  rowsAbout({ db, today }, oneOf(pupils)),
)
const aboutChildren = prepared(({ db }, { guardian, today }: { guardian: string; today: string }) =>
  rowsAbout({ db, today }, childrenOf({ db, today }, guardian)),
)

const rowsOf = ({ purposes, use, pupils, guardian }: About, work: Work) => {
  if (guardian) return aboutChildren(work, { guardian, today: work.today })
  if (pupils && !purposes && !use) return aboutPupils(work, { pupils, today: work.today })
  return rowsAbout(work, pupils ? oneOf(pupils) : null)
    .$if(purposes !== undefined, (query) => query.where('purpose.id', 'in', oneOf(purposes!)))
    .$if(use !== undefined, (query) => query.where('purpose.template', '=', use!))
    .execute()
}

/**
 * How consent stands, per question and pupil about whom somebody decides, from one query: only the answers of those who
 * decide today count, and only under a text whose meaning still holds. Opens nothing.
 */
export const standingOf = async (work: Work, about: About): Promise<Standing[]> => {
  const groups = Map.groupBy(await rowsOf(about, work), (row) => `${row.id} ${row.pupil_id}`)
  return [...groups.values()].map((rows) => {
    const first = rows[0]!
    const said = rows.map((row): Said => {
      const { person_id: person, yes, withdraws, recorded_at: at } = row
      return { person, answer: yes === null ? null : { yes, withdraws: withdraws!, at: at! } }
    })
    const outcome = outcomeOf(first.rule as ConsentRule, said, work.now)
    return {
      purpose: first.id,
      use: first.template as Use,
      audience: first.audience as Audience,
      pupil: first.pupil_id,
      said,
      outcome,
      unreachable: rows.flatMap(({ person_id, unreachable }) => (unreachable ? [person_id] : [])),
      may: outcome.may && !first[kindOf(first.template as Use, first.pictures)],
    }
  })
}

export type Consent = {
  readonly may: boolean
  /** Which of those who decide said yes: for what is about them too, as a telephone number on a list. */
  readonly saidYes: readonly string[]
}

const NO: Consent = { may: false, saidYes: [] }

/**
 * Whether school may use something of these pupils, for each of them that was asked about: no where nobody answered, where
 * the question ended, where the school never asked it, and where a pupil's data are not to be used now. One query, whatever the number of pupils; it says nothing about
 * who the pupils are and opens nothing. A module asks when it publishes; afterwards it obeys `whenConsentChanges`.
 */
export const consentOf = async (
  work: Work,
  use: Template | { readonly purpose: string },
  pupils: readonly string[],
): Promise<ReadonlyMap<string, Consent>> => {
  const found = new Map<string, Consent>(pupils.map((pupil) => [pupil, NO]))
  if (pupils.length === 0) return found
  const about = typeof use === 'string' ? { use, pupils } : { purposes: [use.purpose], pupils }
  for (const { pupil, said, unreachable, may } of await standingOf(work, about)) {
    const saidYes = said
      .filter(({ person, answer }) => answer?.yes && !unreachable.includes(person))
      .map(({ person }) => person)
    found.set(pupil, { may, saidYes })
  }
  return found
}
