import { mayRolesGo } from '#products/school/index.ts'
import type { Words } from '#shared/language/index.ts'
import { whatErasureKeeps } from '#shared/retention/erase.ts'
import { heldUntil } from '#shared/retention/holds.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'

type Kept = { readonly what: Words; readonly law: Words }

/** What becomes of somebody's data when they are erased, as it is today. */
export type Keeping = {
  /** What a law demands now: while there is any, or a hold, nothing can be erased. */
  readonly demands: readonly Kept[]
  /** What stays after an erasure, since a law says so. */
  readonly stays: readonly Kept[]
  /** The last day of a legal hold. */
  readonly heldUntil: string | null
  /** Nobody else runs the office here: first somebody has to be found who does. */
  readonly lastOfOffice: boolean
  readonly mustStay: boolean
  /** What goes: kinds of rows that are about people here, whether this person has any or not. */
  readonly goes: readonly Words[]
}

/** What goes and what stays when this person is erased, with the law named: shown before anybody asks or decides. */
export const keeping = async (work: Work, person: string): Promise<Keeping> => {
  const { demands, stays } = await whatErasureKeeps(work, person)
  const until = await heldUntil(work, person)
  const lastOfOffice = !(await mayRolesGo(work, person))
  const kept = new Set([...demands, ...stays].map(({ table }) => table))
  const about = allDeclarations().filter(
    ({ table, about, stays: stay }) => about !== 'nobody' && !stay && !kept.has(table),
  )
  return {
    demands,
    stays,
    heldUntil: until,
    lastOfOffice,
    mustStay: demands.length > 0 || until !== null || lastOfOffice,
    goes: [...new Map(about.map(({ what }) => [what.nl, what])).values()],
  }
}
