import Papa from 'papaparse'
import { calledBy } from '../records.ts'
import type { Guardian } from './guardians.ts'

/** What each column of the list is, in the words of the guardians' own import. */
const mapping = [
  ...(['pupil.key', 'pupil.givenName', 'pupil.prefix', 'pupil.surname'] as const),
  ...(['1.givenName', '1.prefix', '1.surname', '1.relation', '1.email'] as const),
]

/**
 * The parents of a OneRoster file as a list for the import of guardians, one line for each tie: there the office looks at
 * every one of them. About authority and home the list says nothing, because OneRoster does not.
 */
export function guardianSheet(
  guardians: readonly Guardian[],
  relations: Readonly<Record<Guardian['relation'], string>>,
) {
  const ties = guardians.flatMap(({ name, relation, email, children }) =>
    children.map((child) => [
      ...[child.key, calledBy(child.name), child.name.prefix, child.name.surname],
      ...[calledBy(name), name.prefix, name.surname, relations[relation], email],
    ]),
  )
  return { csv: Papa.unparse({ fields: [...mapping], data: ties }), mapping }
}
