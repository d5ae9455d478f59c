import { sql } from 'kysely'
import { endAccountWithoutPeople } from '#shared/identity/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'

const GRACE = 14 * 86_400_000

/** Signs this person out everywhere here; the account goes after two weeks, unless they sign in before. */
export const askNoAccount = async (work: Work, me: Me): Promise<void> => {
  const asked = { asked_at: work.now, ends_at: new Date(work.now.getTime() + GRACE), ended_at: null }
  await work.db
    .insertInto('no_account')
    .values({ person_id: me.id, ...asked })
    .onConflict((same) => same.columns(['organisation_id', 'person_id']).doUpdateSet(asked))
    .execute()
  await work.db
    .deleteFrom('session')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', me.id)
    .execute()
  await work.audit('asked-no-account', 'no-account', [me.id])
}

/** Those who asked for no account and did not sign in since: they are reached by letter. */
const stillWithout = (work: Work) =>
  work.db
    .selectFrom('no_account')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_line')
            .select('audit_line.id')
            .where('audit_line.action', '=', 'signed-in')
            .where(sql<boolean>`audit_line.subjects @> array[no_account.person_id]`)
            .whereRef('audit_line.at', '>', 'no_account.asked_at'),
        ),
      ),
    )

/** Whether this person wants no account now. */
export const wantsNoAccount = async (work: Work, person: string): Promise<boolean> =>
  (await stillWithout(work).select('person_id').where('person_id', '=', person).executeTakeFirst()) !== undefined

/** Who wants no account now. */
export const withoutAccountByChoice = async (work: Work): Promise<Set<string>> =>
  new Set((await stillWithout(work).select('person_id').execute()).map(({ person_id }) => person_id))

/** Ends what was asked two weeks ago; who signed in since keeps the account. */
const endAccounts = async (work: Work): Promise<void> => {
  const due = await stillWithout(work)
    .select('person_id')
    .where('ends_at', '<=', work.now)
    .where('ended_at', 'is', null)
    .execute()
  for (const { person_id } of due) {
    const tie = await work.db
      .deleteFrom('account_person')
      .where('organisation_id', '=', work.organisation)
      .where('person_id', '=', person_id)
      .returning('account_id')
      .executeTakeFirst()
    if (tie) await endAccountWithoutPeople(work, tie.account_id)
    await work.db.updateTable('no_account').set({ ended_at: work.now }).where('person_id', '=', person_id).execute()
    await work.audit('ended-account', 'no-account', [person_id])
  }
  const gone = stillWithout(work).select('person_id')
  await work.db.deleteFrom('no_account').where('ended_at', 'is', null).where('person_id', 'not in', gone).execute()
}

export const noAccountTask: Task = task('no-account', (job) => job.inOrganisation(endAccounts), '20 3 * * *')
