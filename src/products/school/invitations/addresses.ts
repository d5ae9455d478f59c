import { oneOf } from '#shared/database/one-of.ts'
import { isMailAddress } from '#shared/mail/address.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { personRecord } from '../people/personal-data.ts'

const normalised = (address: string) => address.trim().toLowerCase()

/**
 * Of these people those who have a mail address of their own. An address that two of them share is nobody's own: what is
 * sent there is read by both, and an account is of one person, so each gets a letter.
 */
export const withOwnAddress = async (work: Work, people: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', oneOf(people)).execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'email') })
  const byAddress = Map.groupBy(
    opened.filter(({ record }) => record.email && isMailAddress(record.email.trim())),
    ({ record }) => normalised(record.email!),
  )
  return new Set([...byAddress.values()].filter(({ length }) => length === 1).map(([only]) => only!.id))
}
