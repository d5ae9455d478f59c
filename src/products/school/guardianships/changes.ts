import { randomUUID } from 'node:crypto'
import { departIfNothingLeft } from '#products/school/leaving/changes.ts'
import { takeBackPackages } from '#products/school/moves/sending.ts'
import { accessChanged } from '#products/school/people/access.ts'
import { addGuardianships } from '#products/school/people/adding.ts'
import { dayBefore, notEnded } from '#products/school/people/in-force.ts'
import { guardianshipDetails, restrictionNote } from '#products/school/people/personal-data.ts'
import { peopleInReachOf } from '#products/school/people/reach.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { RestrictionKind, Tie } from './queries.ts'

/** What the office says about a guardianship. `information-only` is no authority and art. 1:377c BW. */
export type Terms = {
  readonly relation: string
  readonly authority: 'yes' | 'no' | 'unknown' | 'information-only'
  readonly may: readonly ('lives-with' | 'be-contacted' | 'collect')[]
  readonly callOrder: number
  readonly note: string | null
}

/** What the guardian may see is another thing from here on; what was made to go to another school said something else. */
const tiesChanged = async (work: Work, pupil: string, guardian: string) => {
  await accessChanged(work, [guardian])
  await takeBackPackages(work, pupil)
}

const inColumns = ({ authority, may, callOrder }: Terms) => ({
  authority: authority === 'information-only' ? ('no' as const) : authority,
  livesWith: may.includes('lives-with'),
  mayBeContacted: may.includes('be-contacted'),
  mayCollect: may.includes('collect'),
  informationOnly: authority === 'information-only',
  callOrder,
})

/** Ties a guardian to a pupil from today on. Refuses a pair that is tied already, and a pupil who is the guardian. */
export const addGuardianship = async (
  work: Work,
  pupil: string,
  guardian: string,
  terms: Terms,
): Promise<'done' | 'already'> => {
  // The pupil is held until the end, so that the same pair sent twice at once is found by the second.
  await work.db.selectFrom('person').select('id').where('id', '=', pupil).forUpdate().execute()
  const existing = await work.db
    .selectFrom('guardianship')
    .select('id')
    .where('pupil_id', '=', pupil)
    .where('guardian_id', '=', guardian)
    .where(notEnded('guardianship', work.today))
    .executeTakeFirst()
  if (existing || pupil === guardian) return 'already'
  const { relation, note } = terms
  await addGuardianships(work, [
    { pupil, guardian, relation, ...inColumns(terms), ...(note ? { note } : {}), from: work.today },
  ])
  await tiesChanged(work, pupil, guardian)
  await work.audit('added-guardianship', 'guardianships', [pupil, guardian])
  return 'done'
}

/** Holds a guardianship until the end of the transaction, so that two who change it at once come after each other. */
export const holdGuardianship = (work: Work, id: string) =>
  work.db.selectFrom('guardianship').select('id').where('id', '=', id).forUpdate().execute()

/** Changes what a guardian is to a pupil and may do, from this commit on. */
export const changeGuardianship = async (work: Work, { guardianship, pupil, guardian }: Tie, terms: Terms) => {
  const columns = inColumns(terms)
  const details = await work.seal(
    guardianshipDetails,
    { subject: pupil.id, row: guardianship.id },
    { relation: terms.relation, note: terms.note },
  )
  await work.db
    .updateTable('guardianship')
    .set({
      authority: columns.authority,
      lives_with: columns.livesWith,
      may_be_contacted: columns.mayBeContacted,
      may_collect: columns.mayCollect,
      information_only: columns.informationOnly,
      call_order: columns.callOrder,
      details,
    })
    .where('id', '=', guardianship.id)
    .execute()
  await tiesChanged(work, pupil.id, guardian.id)
  await work.audit('changed-guardianship', 'guardianships', [pupil.id, guardian.id])
}

/**
 * Ends a row with `from_on` and `to_on`: on a last day, or at once (no last day). At once means that yesterday was the
 * last day; a row that began today was then never there.
 */
const endRow = async (
  work: Work,
  table: 'guardianship' | 'guardianship_restriction',
  row: { id: string; from: string },
  lastDay: string | null,
) => {
  const last = lastDay ?? dayBefore(work.today)
  if (last < row.from) await work.db.deleteFrom(table).where('id', '=', row.id).execute()
  else await work.db.updateTable(table).set({ to_on: last }).where('id', '=', row.id).execute()
}

/** Ends a guardianship after a last day, or at once: from the next request on the guardian is nobody to the pupil. */
export const endTie = async (work: Work, tie: Tie, lastDay: string | null) => {
  await endRow(work, 'guardianship', tie.guardianship, lastDay)
  await tiesChanged(work, tie.pupil.id, tie.guardian.id)
  await work.audit('ended-guardianship', 'guardianships', [tie.pupil.id, tie.guardian.id])
}

/** The same; a guardian who has no other child here, and no role, leaves. */
export const endGuardianship = async (work: Work, tie: Tie, lastDay: string | null) => {
  await endTie(work, tie, lastDay)
  if (lastDay === null) await departIfNothingLeft(work, [tie.guardian.id])
}

export type NewRestriction = {
  readonly kind: RestrictionKind
  readonly from: string
  readonly to: string | null
  readonly evidenceSeenBy: string
  readonly evidenceSeenOn: string
  readonly note: string | null
}

/** Writes down a restriction on a guardianship with who saw the evidence; its note is sealed under the pupil's key. */
export const addRestriction = async (work: Work, { guardianship, pupil, guardian }: Tie, given: NewRestriction) => {
  const id = randomUUID()
  await work.db
    .insertInto('guardianship_restriction')
    .values({
      id,
      guardianship_id: guardianship.id,
      kind: given.kind,
      from_on: given.from,
      to_on: given.to,
      evidence_seen_by: given.evidenceSeenBy,
      evidence_seen_on: given.evidenceSeenOn,
      note: given.note ? await work.seal(restrictionNote, { subject: pupil.id, row: id }, { note: given.note }) : null,
    })
    .execute()
  await tiesChanged(work, pupil.id, guardian.id)
  await work.audit('added-restriction', 'guardianships', [pupil.id, guardian.id])
}

/** The restriction with this id and its pupil, when I may look up that pupil and it has not ended. */
export const findRestriction = (work: Work, me: Me, id: string) =>
  work.db
    .selectFrom('guardianship_restriction as restriction')
    .innerJoin('guardianship', 'guardianship.id', 'restriction.guardianship_id')
    .innerJoin('person', 'person.id', 'guardianship.pupil_id')
    .select([
      'restriction.id',
      'restriction.kind',
      'restriction.from_on as from',
      'restriction.to_on as to',
      'guardianship.id as guardianship',
      'guardianship.pupil_id as pupil',
      'guardianship.guardian_id as guardian',
    ])
    .where('restriction.id', '=', id)
    .where('person.id', 'in', peopleInReachOf(work, me))
    .where(notEnded('restriction', work.today))
    .executeTakeFirst()

export type FoundRestriction = NonNullable<Awaited<ReturnType<typeof findRestriction>>>

/** Ends a restriction after a last day, or at once. */
export const endRestriction = async (work: Work, restriction: FoundRestriction, lastDay: string | null) => {
  await endRow(work, 'guardianship_restriction', restriction, lastDay)
  await tiesChanged(work, restriction.pupil, restriction.guardian)
  await work.audit('ended-restriction', 'guardianships', [restriction.pupil, restriction.guardian])
}
