import { createHash } from 'node:crypto'
import { task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { requestArrived } from './mail.ts'
import { officeAddresses } from './queries.ts'

/** The same key at every attempt, another one for each address. */
const keyFor = (request: string, address: string) => {
  const hash = createHash('sha256').update(`${request} ${address}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** Mails the office that a request arrived. */
export const informationRequestArrived = task<{ request: string }>('information-request-arrived', async (job) => {
  const addresses = await job.inOrganisation(officeAddresses)
  const mail = requestArrived(
    { language: 'nl', organisation: job.organisationName },
    { page: new URL(urls.informationRequests(), job.origin) },
  )
  for (const to of addresses) await job.mailer.send({ to, key: keyFor(job.data.request, to), mail })
})
