import type { ItemClass } from '#shared/attention/item.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** How somebody is told of each kind, and the hour of their digest. */
export type Choice = {
  readonly digestHour: number
  readonly digestAt: Date | null
  readonly mail: readonly ItemClass[]
  readonly push: readonly ItemClass[]
}

export const classes = ['urgent', 'answer', 'to-know'] as const satisfies readonly ItemClass[]
export const digestHours = [7, 12, 16, 17, 18, 19, 20] as const
const usual: Choice = { digestHour: 17, digestAt: null, mail: classes, push: [] }

/** What this account chose, or what is usual. From here on this transaction may reach the account. */
export const choiceOf = async (work: Work, account: string): Promise<Choice> => {
  await actAsAccount(work, account)
  const row = await work.db
    .selectFrom('attention_choice')
    .select(['digest_hour', 'digest_at', 'mail', 'push'])
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return usual
  const { digest_hour, digest_at, mail, push } = row
  return { digestHour: digest_hour, digestAt: digest_at, mail: mail as ItemClass[], push: push as ItemClass[] }
}

/** Keeps a choice. What is urgent always has a way: without one it goes by mail. */
export const choose = async (work: Work, account: string, to: Partial<Choice>): Promise<void> => {
  const { digestHour, digestAt, mail, push } = { ...(await choiceOf(work, account)), ...to }
  const urgent = mail.includes('urgent') || push.includes('urgent') ? mail : [...mail, 'urgent' as const]
  const row = { digest_hour: digestHour, digest_at: digestAt, mail: [...urgent], push: [...push] }
  await work.db
    .insertInto('attention_choice')
    .values({ account_id: account, ...row })
    .onConflict((same) => same.column('account_id').doUpdateSet(row))
    .execute()
}
