import { type Job, type Task, task } from '#shared/jobs/task.ts'
import type { Dns } from '#shared/tenancy/dns.ts'
import { CHECK_HOSTS, CLAIM_DAYS, type Claim, claimsOf, HOSTS } from './hosts.ts'

/** Where the record of proof stands: a name of its own, so that it does not mix with others. */
export const proofName = (host: string) => `_schoolplein.${host}`

type Found = Pick<Claim, 'answer' | 'pointsAt'>

/** What the DNS says of a claim. A server that does not answer proves nothing and disproves nothing. */
const ask = async (dns: Dns, { name, token }: Claim): Promise<Found> => {
  try {
    const [texts, pointsAt] = await Promise.all([dns.texts(proofName(name)), dns.pointsAt(name)])
    const proven = texts.some((text) => text.trim() === token)
    return { answer: proven ? 'proven' : texts.length > 0 ? 'other' : 'nothing', pointsAt: pointsAt.slice(0, 8) }
  } catch {
    return { answer: 'no-answer', pointsAt: [] }
  }
}

/** Asks for each claim outside of a transaction, and writes down what was found. */
const check = async (job: Job<unknown>): Promise<void> => {
  const claims = await job.inOrganisation(async (work) => {
    const month = new Date(work.now.getTime() - CLAIM_DAYS * 86_400_000)
    await work.db.deleteFrom('host_claim').where('claimed_at', '<', month).execute()
    return claimsOf(work)
  })
  for (const claim of claims) {
    const { answer, pointsAt } = await ask(job.dns, claim)
    await job.inOrganisation(async (work) => {
      const proven = answer === 'proven' ? (claim.provenAt ?? work.now) : answer === 'no-answer' ? claim.provenAt : null
      await work.db
        .updateTable('host_claim')
        .set({ answer, checked_at: work.now, proven_at: proven, points_at: [...pointsAt] })
        .where('name', '=', claim.name)
        .where('token', '=', claim.token)
        .execute()
      await work.notify(HOSTS)
    })
  }
}

export const settingsTasks: readonly Task[] = [task(CHECK_HOSTS, check, '*/10 * * * *')]
