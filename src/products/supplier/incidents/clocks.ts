import type { Site } from '#shared/tenancy/sites.ts'
import type { Whom } from './kinds.ts'
import type { Incident } from './reading.ts'

const HOUR = 3_600_000

/** Within how many hours the supplier tells the school, unless the agreement says otherwise. */
const SCHOOL_HOURS = 24
/** Within how many hours of knowing it the controller reports to the authority (art. 33(1) GDPR). */
const AUTHORITY_HOURS = 72

/** Somebody who has to be told, or of whom it has to be decided. `hours`: how long one has, for a picture of it. */
export type Clock = {
  readonly whom: Whom
  readonly due: Date
  readonly hours: number
  /** Whole hours; below zero when it is too late. */
  readonly left: number
  /** Nothing while it runs. */
  readonly decided: { readonly told: boolean; readonly at: Date } | null
}

type Timed = Pick<Incident, 'foundAt' | 'rehearsal' | 'breach' | 'risk' | 'told'>

/**
 * The clocks of an incident. The supplier tells the school; a school or board tells the authority, and the people where the
 * risk for them is high ("without undue delay", for which the same hours are shown). A rehearsal and what is no breach have none.
 */
export const clocksOf = (incident: Timed, kind: Site['kind'], now: Date): Clock[] => {
  const { foundAt, rehearsal, breach, risk, told } = incident
  if (rehearsal || breach === 'no') return []
  const clock = (whom: Whom, hours: number): Clock => {
    const due = new Date(foundAt.getTime() + hours * HOUR)
    const last = told.filter((one) => one.whom === whom).at(-1)
    const left = Math.floor((due.getTime() - now.getTime()) / HOUR)
    return { whom, due, hours, left, decided: last ? { told: last.told, at: last.at } : null }
  }
  if (kind === 'supplier' || kind === 'partner') return [clock('school', SCHOOL_HOURS)]
  return [clock('authority', AUTHORITY_HOURS), ...(risk === 'high' ? [clock('people', AUTHORITY_HOURS)] : [])]
}

/** The clock that runs out first of those that run. */
export const firstClock = (clocks: readonly Clock[]): Clock | undefined =>
  clocks.filter(({ decided }) => !decided).sort((one, other) => one.left - other.left)[0]
