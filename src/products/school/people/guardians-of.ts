import { oneOf } from '#shared/database/one-of.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { OnADay, Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { isRestrictedToday } from '#shared/vault/restricted.ts'
import { atSchool } from './in-force.ts'
import { fullName } from './names.ts'
import { guardianshipDetails, personRecord } from './personal-data.ts'

/** {@link withASay}, whether or not the pupil is still at school. */
const tiesWithASay = (work: OnADay) =>
  work.db
    .selectFrom('guardianship as tie')
    .where('tie.from_on', '<=', work.today)
    .where((or) => or.or([or('tie.to_on', 'is', null), or('tie.to_on', '>=', work.today)]))
    .where('tie.information_only', '=', false)
    .where((or) => or.or([or('tie.authority', '!=', 'no'), or('tie.lives_with', '=', true)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('guardianship_restriction as restriction')
            .select('restriction.id')
            .whereRef('restriction.guardianship_id', '=', 'tie.id')
            .where('restriction.kind', '=', 'no-information')
            .where('restriction.from_on', '<=', work.today)
            .where((or) => or.or([or('restriction.to_on', 'is', null), or('restriction.to_on', '>=', work.today)])),
        ),
      ),
    )

/**
 * Guardianships that give a say today: valid today, not for information only (art. 1:377c BW), no restriction on
 * information in force (its last day counts), authority or the same roof, and a pupil who is still at school. Every question about what a guardian may
 * see or report is asked through this one selection.
 */
const withASay = (work: OnADay) =>
  tiesWithASay(work).where('tie.pupil_id', 'in', ({ selectFrom }) =>
    selectFrom('person as pupil').select('pupil.id').where(atSchool('pupil', work.today)),
  )

/** The ids of the pupils this guardian has a say about today, as a part of a query: `.where('pupil_id', 'in', …)`. */
export const childrenOf = (work: OnADay, guardian: string) =>
  withASay(work).where('tie.guardian_id', '=', guardian).select('tie.pupil_id')

/** Who has a say about which pupil today, as a part of a query: `childrenOf` of everybody. */
export const saysToday = (work: OnADay) => withASay(work).select(['tie.guardian_id', 'tie.pupil_id'])

/**
 * The pupils for whom this guardian speaks today: those of `childrenOf`, but not by the same roof alone. Authority that
 * nobody wrote down counts until the office knows.
 */
export const childrenSpokenForBy = (work: OnADay, guardian: string) =>
  withASay(work).where('tie.guardian_id', '=', guardian).where('tie.authority', '!=', 'no').select('tie.pupil_id')

const tiesOn = prepared(({ db }, { pupils, today }: { pupils: readonly string[]; today: string }) =>
  withASay({ db, today })
    .innerJoin('person', 'person.id', 'tie.guardian_id')
    .where('tie.pupil_id', 'in', oneOf(pupils))
    .where('person.state', '=', 'active')
    .select(({ exists, selectFrom }) => [
      'tie.id as tie',
      'tie.pupil_id',
      'tie.authority',
      'tie.may_be_contacted',
      'tie.lives_with',
      'tie.details',
      'person.id',
      'person.record',
      exists(
        selectFrom('guardianship_restriction as ban')
          .select('ban.id')
          .whereRef('ban.guardianship_id', '=', 'tie.id')
          .where('ban.kind', '=', 'no-contact')
          .where('ban.from_on', '<=', today)
          .where((or) => or.or([or('ban.to_on', 'is', null), or('ban.to_on', '>=', today)])),
      ).as('banned'),
    ])
    .orderBy('tie.call_order')
    .orderBy('tie.id'),
)

const tiesOf = (work: Work, pupils: readonly string[]) => tiesOn(work, { pupils, today: work.today })

export type Say = {
  readonly pupil: string
  readonly guardian: string
  readonly authority: 'yes' | 'no' | 'unknown'
  /** They live under one roof. */
  readonly livesWith: boolean
  /** The school may call and write: `may_be_contacted`, and no restriction on contact in force. */
  readonly reachable: boolean
}

const sayOf = (tie: {
  pupil_id: string
  id: string
  authority: string
  may_be_contacted: boolean
  lives_with: boolean
  banned: unknown
}): Say => ({
  pupil: tie.pupil_id,
  guardian: tie.id,
  authority: tie.authority as Say['authority'],
  livesWith: tie.lives_with,
  reachable: tie.may_be_contacted && !tie.banned,
})

/** Who has a say about these pupils today, in the order in which to call: ids only, nothing is opened. */
export const whoHasASay = async (work: Work, pupils: readonly string[]): Promise<Say[]> =>
  pupils.length === 0 ? [] : (await tiesOf(work, pupils)).map(sayOf)

/**
 * The ids of everybody who has a say about these pupils today, also where the asker may not know the pupil or the guardian:
 * what is written to a group reaches them too. The pupils are at school, as those of `pupilsIn` are.
 */
export const guardianIdsOf = async (work: Work, pupils: readonly string[]): Promise<string[]> => {
  const rows = await tiesWithASay(work)
    .where('tie.pupil_id', 'in', oneOf(pupils))
    .select('tie.guardian_id')
    .distinct()
    .execute()
  return rows.map(({ guardian_id }) => guardian_id)
}

/**
 * Whether the school may write to this person now: a guardian about at least one child (`may_be_contacted`, and no
 * restriction on contact in force); whoever is no guardian at all, such as the team, always. Nobody whose contact details are
 * not to be used now (art. 18 GDPR).
 */
export const mayBeWrittenTo = async (work: Work, person: string): Promise<boolean> => {
  if (await isRestrictedToday(work, person, 'kind:contact', 'purpose:contact-with-guardians')) return false
  const tied = await work.db
    .selectFrom('guardianship')
    .select('id')
    .where('guardian_id', '=', person)
    .limit(1)
    .execute()
  if (tied.length === 0) return true
  const children = await childrenOf(work, person).execute()
  const says = await whoHasASay(
    work,
    children.map(({ pupil_id }) => pupil_id),
  )
  return says.some((say) => say.guardian === person && say.reachable)
}

/** The same with given names, for a line that says who reads along. */
export const guardiansOf = async (
  work: Work,
  pupils: readonly string[],
): Promise<(Say & { readonly givenName: string })[]> => {
  if (pupils.length === 0) return []
  const rows = await work.open(await tiesOf(work, pupils), { record: reading(personRecord, 'id', 'givenName') })
  return rows.map((row) => ({ ...sayOf(row), givenName: row.record.givenName }))
}

export type CallerOf = {
  readonly pupil: string
  readonly id: string
  readonly givenName: string
  readonly name: string
  /** "moeder", as the family says it. */
  readonly relation: string
  readonly phone: string | null
}

/** Whom the school may call about these pupils today, in that order. For staff: opens telephone numbers. */
export const callersOf = async (work: Work, pupils: readonly string[]): Promise<CallerOf[]> => {
  if (pupils.length === 0) return []
  const ties = await tiesOf(work, pupils)
  const rows = await work.open(
    ties.filter((tie) => sayOf(tie).reachable),
    {
      record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'phone'),
      details: reading(guardianshipDetails, 'tie', 'relation'),
    },
  )
  return rows.map(({ pupil_id, id, record, details }) => ({
    pupil: pupil_id,
    id,
    givenName: record.givenName,
    name: fullName(record),
    relation: details.relation,
    phone: record.phone,
  }))
}
