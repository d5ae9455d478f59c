import { actAsAccount } from '#shared/identity/act-as-account.ts'
import { accountOf } from '#shared/identity/ending.ts'
import { linkIdentity } from '#shared/identity/index.ts'
import type { Carrying } from './step.ts'

/**
 * Who signs in here already and got an account that we made comes in with it from now on, by `tid` and `oid`. An account that
 * was there before is tied by its owner only (docs/decisions/0018).
 */
export const tieToSignIn = async (
  { within, ring, tenant }: Carrying,
  made: readonly { readonly person: string; readonly object: string }[],
): Promise<void> => {
  for (const { person, object } of made)
    await within(async (work) => {
      const account = await accountOf(work, person)
      if (!account) return
      await actAsAccount(work, account)
      await linkIdentity(work, ring, account, { tenant, object })
    })
}
