import { namesOf } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'

export type Reader = {
  readonly id: string
  readonly name: string
  readonly left: boolean
  readonly askedAt: Date
  /** When it was read, as far as that was so at the moment that is asked about. */
  readonly confirmedAt: Date | null
}

/**
 * Who had been asked to read a version by a moment, and who had confirmed it by then: what answers "who had read version 3 on
 * the day of the incident". Whoever was erased is in it no more.
 */
export const readersOn = async (work: Work, id: string, version: number, moment: Date): Promise<Reader[]> => {
  const rows = await work.db
    .selectFrom('must_read_reading')
    .select(['person_id', 'asked_at', 'confirmed_at'])
    .where('must_read_id', '=', id)
    .where('version', '=', version)
    .where('asked_at', '<=', moment)
    .execute()
  const names = await namesOf(
    work,
    rows.map(({ person_id }) => person_id),
  )
  return rows
    .flatMap(({ person_id, asked_at, confirmed_at }) => {
      const person = names.get(person_id)
      const confirmedAt = confirmed_at && confirmed_at <= moment ? confirmed_at : null
      return person ? [{ id: person_id, name: person.name, left: person.left, askedAt: asked_at, confirmedAt }] : []
    })
    .sort(
      (one, other) =>
        Number(one.confirmedAt !== null) - Number(other.confirmedAt !== null) ||
        one.name.localeCompare(other.name, 'nl'),
    )
}
