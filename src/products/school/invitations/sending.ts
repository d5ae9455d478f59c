import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { inForce } from '../people/in-force.ts'
import { personRecord } from '../people/personal-data.ts'
import { codeOf } from './code.ts'
import { languagesOf } from './letter/choice.ts'
import type { LetterLanguage } from './letter/languages.ts'

export type ToSend = {
  readonly to: string
  readonly code: string
  readonly language: LetterLanguage
  readonly until: Date
}

/** Whether somebody still belongs to the school: a role, or a child here, today. */
const belongs = async (work: Work, person: string): Promise<boolean> => {
  const row = await work.db
    .selectFrom('person')
    .select('person.id')
    .where('person.id', '=', person)
    .where('person.state', '=', 'active')
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('person_role')
            .select('person_role.role')
            .whereRef('person_role.person_id', '=', 'person.id')
            .where(inForce('person_role', work.today)),
        ),
        exists(
          selectFrom('guardianship')
            .innerJoin('person as pupil', 'pupil.id', 'guardianship.pupil_id')
            .select('guardianship.id')
            .whereRef('guardianship.guardian_id', '=', 'person.id')
            .where('pupil.state', '=', 'active')
            .where(inForce('guardianship', work.today)),
        ),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Notes what became of an invitation's mail. */
export const noteMail = async (work: Work, invitation: string, mail: 'sent' | 'refused' | 'stopped'): Promise<void> => {
  await work.db.updateTable('invitation').set({ mail }).where('id', '=', invitation).execute()
  await work.notify('invitations')
}

/**
 * The mail of an invitation that still waits. Nothing when it was sent, ended or has expired; for somebody who left
 * meanwhile, or has no address any more, it stops, and the code opens nothing.
 */
export const mailToSend = async (work: Work, invitation: string): Promise<ToSend | null> => {
  const row = await work.db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['invitation.expires_at', 'person.id', 'person.record'])
    .where('invitation.id', '=', invitation)
    .where('invitation.mail', '=', 'waiting')
    .where('invitation.ended_at', 'is', null)
    .where('invitation.expires_at', '>', work.now)
    .execute()
  const [found] = await work.open(row, { record: reading(personRecord, 'id', 'email') })
  if (!found) return null
  if (!found.record.email || !(await belongs(work, found.id))) {
    await work.db.updateTable('invitation').set({ ended_at: work.now }).where('id', '=', invitation).execute()
    await noteMail(work, invitation, 'stopped')
    return null
  }
  const language = (await languagesOf(work, [found.id])).get(found.id) ?? 'nl'
  return { to: found.record.email, code: codeOf(work, invitation), language, until: found.expires_at }
}
