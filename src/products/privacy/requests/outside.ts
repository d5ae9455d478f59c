import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** A complaint or a request about data that came in by a way of another product, and is answered there, with the same clock. */
export type OutsideRequest = {
  readonly id: string
  readonly kind: 'complaint' | 'privacy'
  readonly name: string
  readonly receivedOn: string
  readonly dueOn: string
  readonly limitOn: string
  /** Where it is read and answered. */
  readonly to: string
}

type Source = (work: Work, me: Me) => Promise<readonly OutsideRequest[]>

const sources: Source[] = []

/** A product says which requests wait with it: what this person may answer, and no more. */
export const requestsAlsoFrom = (source: Source): void => void sources.push(source)

/** Requests that wait elsewhere, the least time first. */
export const outsideRequests = async (work: Work, me: Me): Promise<OutsideRequest[]> => {
  const found: OutsideRequest[] = []
  for (const source of sources) found.push(...(await source(work, me)))
  return found.sort((one, other) => one.dueOn.localeCompare(other.dueOn))
}
