/** More files than this within an hour is an alarm, whoever opens them. */
export const MOST_FILES = 50

/** So many times what a role usually opens is unusual. */
export const TIMES_USUAL = 5

/** Below this nothing is unusual: who reads the files of half a group is at work. */
export const NEVER_BELOW = 15

/** Before a role has been at work for so many days, nobody knows what is usual. */
const DAYS_NEEDED = 10

/** How far back one looks for what is usual. */
export const USUAL_DAYS = 28

export const HOUR = 3_600_000

export type Usual = { readonly role: string; readonly files: number; readonly days: number }

/** Above how many files within an hour this is unusual for a role; nothing while nobody knows what is usual. */
export const unusualAbove = (usual: Usual | undefined): number | null =>
  usual && usual.days >= DAYS_NEEDED ? Math.max(NEVER_BELOW, TIMES_USUAL * usual.files) : null
