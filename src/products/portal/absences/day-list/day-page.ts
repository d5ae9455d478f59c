import type { Child } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import type { Words } from '../in-words.ts'
import type { TeamTexts } from '../team-texts.ts'
import type { DayRow, Group } from './queries.ts'

/** Everything a group's day shows. */
export type DayPage = {
  readonly words: Words
  readonly t: TeamTexts['day']
  readonly school: string
  readonly group: Group
  readonly groups: readonly Group[]
  readonly day: string
  readonly now: { readonly today: string; readonly time: string }
  readonly previous: string | null
  readonly next: string | null
  readonly rows: readonly DayRow[]
  readonly markable: boolean
  /** After the cut-off time nobody may be unseen any more. */
  readonly late: boolean
  readonly calling: Child
  readonly undo: { readonly at: number; readonly was: string; readonly pupils: readonly string[] } | null
}

/** The address of a group's day; today's has no day in it. */
export const dayAddress = (group: string, day: string, today: string, more: Record<string, string> = {}) =>
  urls.dayList({ group }, { ...(day === today ? {} : { on: day }), ...more })
