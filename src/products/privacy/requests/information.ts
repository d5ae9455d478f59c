import { namesOf, waitingForInformation } from '#products/school/index.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { clockOf, daysUntil } from './clock.ts'

/** A parent without authority who asked for information (art. 1:377c BW) and waits. */
export type Informed = {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string }
  readonly receivedOn: string
  readonly dueOn: string
  readonly left: number
}

/** Who waits for information by art. 1:377c BW: the law names no period, the school keeps to its own four weeks. */
export const informationWaiting = async (work: Work): Promise<Informed[]> => {
  const waiting = await waitingForInformation(work)
  const names = await namesOf(
    work,
    waiting.map(({ person }) => person),
  )
  return waiting.flatMap(({ id, person, since }) => {
    const name = names.get(person)?.name
    if (name === undefined) return []
    const receivedOn = dayOf(since)
    const { due } = clockOf(receivedOn)
    return [{ id, person: { id: person, name }, receivedOn, dueOn: due, left: daysUntil(work.today, due) }]
  })
}
