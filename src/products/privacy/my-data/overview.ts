import type { Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Purpose, type PurposeName, purposes } from '#shared/vault/purpose.ts'
import { ownEntries } from '../register/entries.ts'
import { ownOrganisation } from '../register/organisation.ts'
import { periodWords } from '../register/periods.ts'
import { groundWords } from '../words.ts'
import type { Part } from './reading.ts'

/** What is held for one purpose: how much, why, on which ground, and in which tables. */
export type ForPurpose = {
  readonly name: PurposeName
  readonly title: Words
  readonly why: Words
  readonly ground: Words
  readonly law: Words
  readonly count: number
  readonly parts: readonly (Part & { readonly until: readonly Words[] })[]
}

const told = ({ lines }: Part) => lines.reduce((sum, line) => sum + line.told.length, 0)

/**
 * What is held about somebody by purpose, in the order of the list of purposes, on the grounds and
 * for the periods that the organisation chose: what its register calls one processing.
 */
export const byPurpose = async (work: Work, parts: readonly Part[]): Promise<ForPurpose[]> => {
  const entries = await ownEntries(work, await ownOrganisation(work))
  return (Object.keys(purposes) as PurposeName[]).flatMap((name) => {
    const own = parts.filter(({ declaration }) => declaration.purpose === name)
    if (own.length === 0) return []
    const { name: title, why, law, grounds }: Purpose = purposes[name]
    const entry = entries.find(({ purpose }) => purpose === name)
    const ground = entry?.ground ?? grounds[0]
    const kept = new Map(entry?.holdings.map(({ table, periods }) => [table, periods]))
    const withPeriods = own.map((part) => ({
      ...part,
      until: kept.get(part.declaration.table) ?? part.declaration.retention.map(periodWords),
    }))
    const count = own.reduce((sum, part) => sum + told(part), 0)
    return [{ name, title, why, law, ground: groundWords[ground], parts: withPeriods, count }]
  })
}
