import { allDeclarations, type Field, type Kind } from '#shared/vault/declaration.ts'
import { kindWords } from '#shared/vault/kind-words.ts'

/** How somebody signs in is shown to nobody. */
const NEVER: ReadonlySet<Kind> = new Set(['credential'])

/** Why a window was opened. */
export const reasons = ['not-shown', 'wrong', 'stuck', 'not-told', 'other'] as const
/** Why the supplier looked without being asked. */
export const emergencies = ['danger', 'breach', 'outage'] as const
export type Emergency = (typeof emergencies)[number]
export type Reason = (typeof reasons)[number] | Emergency

/** As what a window was opened. */
export type OpenedAs = 'person' | 'guardian' | 'school' | 'break-glass'

/** The kinds of data of which there is something to show: read from the declarations, in the order in which they are told. */
export const kindsToShow = (): Kind[] => {
  const found = new Set<Kind>()
  for (const { about, columns } of allDeclarations()) {
    if (about === 'nobody') continue
    for (const column of Object.values(columns)) {
      const fields: readonly Field[] = 'name' in column ? Object.values(column.fields) : [column]
      for (const { kind, label } of fields) if (label) found.add(kind)
    }
  }
  return (Object.keys(kindWords) as Kind[]).filter((kind) => found.has(kind) && !NEVER.has(kind))
}

/** Whether somebody may choose it. */
export const isShown = (kind: string): kind is Kind => (kindsToShow() as string[]).includes(kind)
