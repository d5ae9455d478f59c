import { createHash } from 'node:crypto'
import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { addressee } from '../../people/addressee.ts'
import { accountOfPerson } from '../../recoveries/queries.ts'
import { messageWaits } from './mail.ts'

const WAITS = 'terms-message-waits'
type Waits = {
  readonly person: string
  readonly about: string
  readonly moment: 'noted' | 'barred' | 'ended' | 'answered'
}

/** Writes to somebody, after this commits, that there is something to read. */
export const tellPerson = (work: Work, waits: Waits): Promise<void> => work.enqueue(WAITS, waits)

/** The same key at every attempt. */
const keyOf = ({ about, moment }: Waits) => createHash('sha256').update(`${about} ${moment}`).digest('hex')

/** Mails somebody who can sign in that school has a message for them. */
export const messageWaitsTask = task<Waits>(
  WAITS,
  async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const reader = await inOrganisation(async (work) =>
      (await accountOfPerson(work, data.person)) ? addressee(work, data.person) : null,
    )
    if (!reader) return
    const mail = messageWaits(
      { language: reader.language, organisation: organisationName },
      { page: new URL(urls.myBreaches(), origin) },
    )
    await mailer.send({ to: reader.to, key: keyOf(data), mail })
  },
)
