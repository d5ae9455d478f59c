import { addGuardianships, addPeople } from '#products/school/people/adding.ts'
import type { Job } from '#shared/jobs/task.ts'
import type { WrittenMail } from '#shared/mail/index.ts'
import type { FrontDoor } from './front-door.ts'
import { world } from './world.ts'

export type SentInvitation = { to: string; key: string; mail: WrittenMail }

type NewParent = { readonly name: string; readonly email: string | null; readonly protected?: boolean }
type Transaction = <T>(run: Parameters<typeof FrontDoor.prototype.within<T>>[1]) => Promise<T>

/** What a school needs to invite: parents without accounts, and jobs that are done when a test says so. */
export const inviting = (door: { readonly front: FrontDoor }) => {
  const within: Transaction = (run) => door.front.within(world.vuurtoren, run)
  const sent: SentInvitation[] = []

  /** A job as the worker would do it; `each` does its transactions, `send` its mails. */
  const job = (
    data: object,
    { send = async (mail: SentInvitation) => void sent.push(mail), each = within } = {},
  ): Job<never> =>
    ({
      id: '1',
      data,
      inOrganisation: each,
      mailer: { send, close: () => {} },
      origin: 'https://vuurtoren.example',
      organisationName: 'De Vuurtoren',
    }) as unknown as Job<never>

  /** Parents of a child, without accounts. */
  const newParents = (pupil: string, people: readonly NewParent[]) =>
    within(async (work) => {
      const ids = await addPeople(
        work,
        people.map(({ name, email, protected: hidden }) => ({
          record: { givenName: name, surname: 'Nieuwq', email },
          protected: hidden ?? false,
        })),
      )
      await addGuardianships(
        work,
        ids.map((guardian) => ({ pupil, guardian, authority: 'yes' as const, relation: 'ouder', from: '2020-01-01' })),
      )
      return ids
    })

  /** The invitation of somebody that still waits. */
  const open = (person: string) =>
    within((work) =>
      work.db
        .selectFrom('invitation')
        .selectAll()
        .where('person_id', '=', person)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    )

  return { within, sent, job, newParents, open }
}
