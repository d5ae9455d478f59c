import { sql } from 'kysely'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { changeGuardianship, endTie, type Terms } from '../guardianships/changes.ts'
import { findTie, type Guardianship } from '../guardianships/queries.ts'
import { accessChanged, endInvitations, endSessions } from '../people/access.ts'
import { recordFields } from '../people/changes.ts'
import { personRecord } from '../people/personal-data.ts'
import { type Field, type Shared, sharedPupils } from './queries.ts'
import { tellMerged } from './telling.ts'

/** What the office chose: of which of the two each thing stays. */
export type Choices = {
  /** Fields that are taken from who goes up in the other. */
  readonly fields: readonly Field[]
  /** Pupils for whom the terms of who goes are the right ones. */
  readonly ties: readonly string[]
  /** Whose account signs in from now on, where both have one. */
  readonly account: 'kept' | 'gone'
}

const hold = (work: Work, people: readonly string[]) =>
  work.db
    .selectFrom('person')
    .select(['id', 'record', 'protected'])
    .where('id', '=', sql<string>`any(${people}::uuid[])`)
    .where('state', '=', 'active')
    .where('merged_into', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()

const termsOf = (one: Guardianship): Terms => ({
  relation: one.relation,
  authority: one.informationOnly ? 'information-only' : one.authority,
  may: [
    ...(one.livesWith ? (['lives-with'] as const) : []),
    ...(one.mayBeContacted ? (['be-contacted'] as const) : []),
    ...(one.mayCollect ? (['collect'] as const) : []),
  ],
  callOrder: one.callOrder,
  note: one.note,
})

/** One guardianship stays, with the chosen terms and with the restrictions of both. */
const joinTies = async (work: Work, me: Me, shared: readonly Shared[], chosen: readonly string[]) => {
  for (const { pupil, kept, gone } of shared) {
    const [stays, ends] = [await findTie(work, me, kept), await findTie(work, me, gone)]
    if (!stays || !ends) continue
    if (chosen.includes(pupil)) await changeGuardianship(work, stays, termsOf(ends.guardianship))
    await work.db
      .updateTable('guardianship_restriction')
      .set({ guardianship_id: kept })
      .where('guardianship_id', '=', gone)
      .execute()
    await endTie(work, ends, null)
  }
}

/** One account stays; who signs in with another one of the two has to do so anew, or no longer can. */
const joinAccounts = async (work: Work, kept: string, gone: string, wanted: Choices['account']) => {
  const rows = await work.db
    .selectFrom('account_person')
    .select(['account_id', 'person_id'])
    .where('organisation_id', '=', work.organisation)
    .where('person_id', 'in', [kept, gone])
    .execute()
  const accountOf = (person: string) => rows.find((row) => row.person_id === person)?.account_id
  const [own, other] = [accountOf(kept), accountOf(gone)]
  await endSessions(work, [gone])
  if (own || other) await endInvitations(work, [kept, gone])
  if (!other) return
  const stays = own && wanted === 'kept' ? own : other
  if (stays === other) await endSessions(work, [kept])
  await work.db
    .deleteFrom('account_person')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', 'in', stays === other ? [kept, gone] : [gone])
    .execute()
  if (stays === other)
    await work.db
      .insertInto('account_person')
      .values({ account_id: other, organisation_id: work.organisation, person_id: kept })
      .execute()
}

/**
 * Makes one person of two. Everything that names the one who goes names the other from here on, in every module's tables;
 * where both are a guardian of one pupil, one guardianship stays with the restrictions of both. The row of who went stays,
 * with its key and with what was there twice, for as long as the other one is kept. Answers false when one of the two is
 * not here (any more).
 */
export const merge = async (work: Work, me: Me, kept: string, gone: string, choices: Choices): Promise<boolean> => {
  const held = await hold(work, [kept, gone])
  if (held.length !== 2) return false
  const opened = await work.open(held, { record: reading(personRecord, 'id', ...recordFields) })
  const of = (id: string) => opened.find((one) => one.id === id)!.record
  const [stays, goes] = [of(kept), of(gone)]
  const filled = Object.fromEntries(recordFields.map((field) => [field, stays[field] || goes[field]]))
  const chosen = Object.fromEntries(choices.fields.map((field) => [field, goes[field]]))
  const record = await work.seal(personRecord, { subject: kept, row: kept }, { ...stays, ...filled, ...chosen })
  await joinTies(work, me, await sharedPupils(work, kept, gone), choices.ties)
  await joinAccounts(work, kept, gone, choices.account)
  await sql`select follow_person(${gone}::uuid, ${kept}::uuid)`.execute(work.db)
  await work.db
    .updateTable('person')
    .set({ record, protected: held.some((one) => one.protected) })
    .where('id', '=', kept)
    .execute()
  // Without a last day of its own: it is kept for as long as the other one.
  await work.db
    .updateTable('person')
    .set({ state: 'left', left_on: null, merged_into: kept })
    .where('id', '=', gone)
    .execute()
  await tellMerged(work, { kept, gone })
  await accessChanged(work, [kept, gone])
  await work.audit('merged', 'people', [kept, gone])
  return true
}
