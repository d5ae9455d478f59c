import type { Guardian } from './oneroster/guardians.ts'
import type { Problem } from './problems.ts'
import type { Roster } from './roster/roster.ts'

/** What a file turned out to be; `version` is null where it could not be read. */
export type Format =
  | { readonly kind: 'edexml' }
  | { readonly kind: 'oneroster'; readonly version: string | null; readonly changes: boolean }

/** What a reader makes of a file, whatever its format. */
export type Reading = {
  /** Null as soon as one problem is an error. */
  readonly roster: Roster | null
  /** Parents that the file names; proposals, and none in a format without them. */
  readonly guardians: readonly Guardian[]
  readonly format: Format
  /** How often a field was present and not kept, by its name in the file; `unknown` for what is not of the format. */
  readonly dropped: Record<string, number>
  readonly problems: readonly Problem[]
}
