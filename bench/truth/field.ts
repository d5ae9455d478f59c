import { asOwner, type OwnerConnection } from '#shared/database/migrate.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { openRound, type Round } from '../booking-school.ts'
import { chance } from '../random.ts'
import type { BenchSchool } from '../school.ts'
import { checkHistory, checkRows } from './check.ts'
import type { Client, Recorder } from './clients.ts'
import type { Anomaly, Row, Slots } from './history.ts'

/** A school with a round in which there are fewer times than families, and two phones for each of them. */
export type Field = {
  readonly round: Round
  readonly clients: readonly Client[]
  readonly familyOf: ReadonlyMap<string, string>
  readonly slots: Slots
}

export const openField = async (work: Work, ring: KeyRing, school: BenchSchool, clients: number): Promise<Field> => {
  const round = await openRound(work, ring, school, 20)
  const families = [...Map.groupBy(round.families, ({ guardian }) => guardian).values()].slice(
    0,
    Math.ceil(clients / 2),
  )
  const rows = await work.db
    .selectFrom('conversation_slot')
    .select(['id', 'starts_at', 'ends_at'])
    .where('round_id', '=', round.id)
    .execute()
  return {
    round,
    clients: Array.from({ length: clients }, (_, at) => ({
      round: round.id,
      children: families[at % families.length]!,
      random: chance(1000 + at),
    })),
    familyOf: new Map(families.flat().map(({ pupil, guardian }) => [pupil, guardian])),
    slots: new Map(rows.map(({ id, starts_at, ends_at }) => [id, { starts: +starts_at, ends: +ends_at }])),
  }
}

const rowsOf = async (work: Work, { round, familyOf }: Field): Promise<Row[]> => {
  const rows = await work.db
    .selectFrom('conversation_booking')
    .select(['pupil_id', 'slot_id'])
    .where('round_id', '=', round.id)
    .execute()
  return rows.map(({ pupil_id, slot_id }) => ({ pupil: pupil_id, slot: slot_id, family: familyOf.get(pupil_id)! }))
}

/** Every anomaly in what the clients recorded and in what stands in the database after the last of them. */
export const judge = async (work: Work, field: Field, { deeds, looks, now }: Recorder): Promise<Anomaly[]> => {
  const rows = await rowsOf(work, field)
  const at = now()
  const last = [...field.familyOf.keys()].map((pupil) => ({
    pupil,
    saw: rows.find((row) => row.pupil === pupil)?.slot ?? null,
    began: at,
    ended: at,
  }))
  const { familyOf, slots } = field
  return [...checkRows(rows, slots), ...checkHistory({ deeds, looks: [...looks, ...last], familyOf, slots })]
}

/** Takes the keys away that hold all of this, to see that the check finds out. */
export const withoutKeys = (owner: OwnerConnection): Promise<unknown> =>
  asOwner(owner, (client) =>
    client.query(`alter table conversation_booking drop constraint conversation_booking_slot, drop constraint conversation_booking_once;
      alter table conversation_guest drop constraint conversation_guest_once`),
  )
