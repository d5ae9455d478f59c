import { createHash } from 'node:crypto'
import { addressee } from '#products/school/index.ts'
import { task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { somethingToRead } from './mail.ts'

const TO_READ = 'privacy-something-to-read'
type ToRead = {
  readonly person: string
  readonly about: string
  readonly page: 'alarm' | 'explanation' | 'question' | 'conclusion'
}

/** Writes to somebody, after this commits, that there is something to read. */
export const tellToRead = (work: Work, data: ToRead): Promise<void> => work.enqueue(TO_READ, data)

/** Mails somebody of the team that there is something to read. */
export const toRead = task<ToRead>(TO_READ, async ({ data, inOrganisation, mailer, origin, organisationName }) => {
  const { person, about, page } = data
  const reader = await inOrganisation((work) => addressee(work, person))
  if (!reader) return
  const forReviewer = page === 'alarm' || page === 'explanation'
  const address = forReviewer ? urls.alarm({ id: about }) : urls.explainLooks({ id: about })
  await mailer.send({
    to: reader.to,
    // The same at every attempt.
    key: createHash('sha256').update(`${about} ${page} ${person}`).digest('hex'),
    mail: somethingToRead(
      { language: reader.language, organisation: organisationName },
      { page: new URL(address, origin) },
    ),
  })
})
