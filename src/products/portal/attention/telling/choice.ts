import type { ItemClass } from '#shared/attention/item.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'

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

const chosen = prepared(({ db }, { account }: { account: string }) =>
  db
    .selectFrom('attention_choice')
    .select(['digest_hour', 'digest_at', 'mail', 'push'])
    .where('account_id', '=', account),
)

export type NextDigest = { readonly day: 'today' | 'tomorrow'; readonly at: string }

/** When the signed-in person gets the next digest; nothing for who wants none. */
export const nextDigest = async (work: Work, account: string): Promise<NextDigest | null> => {
  const [row] = await chosen(work, { account })
  const { digest_hour, digest_at, mail, push } = row ?? {
    digest_hour: usual.digestHour,
    digest_at: null,
    mail: usual.mail,
    push: usual.push,
  }
  if (![...mail, ...push].includes('to-know')) return null
  const sent = digest_at !== null && dayOf(digest_at) === work.today
  return { day: sent ? 'tomorrow' : 'today', at: `${String(digest_hour).padStart(2, '0')}:00` }
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
