import type { Work } from '#shared/tenancy/work.ts'
import { verifyChain } from './verify.ts'

/** That the chain was walked: when, how many lines, and the first that was not as it was written. */
export type Verification = { readonly at: Date; readonly lines: number; readonly broken: number | null }

/** Walks the chain and writes down what came out. */
export const noteVerification = async (work: Work): Promise<Verification> => {
  const { lines, sequence, hash, broken } = await verifyChain(work)
  await work.db
    .insertInto('audit_verification')
    .values({ verified_at: work.now, lines, sequence, hash, broken })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { at: work.now, lines, broken }
}

/** The walks of the last days, the newest first. */
export const verifications = (work: Work, limit: number): Promise<Verification[]> =>
  work.db
    .selectFrom('audit_verification')
    .select(['verified_at as at', 'lines', 'broken'])
    .orderBy('verified_at', 'desc')
    .limit(limit)
    .execute()
