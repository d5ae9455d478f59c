import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { marksOf } from '#products/portal/conversations/times.ts'
import { statement } from './database.ts'

const ROUNDS = statement(
  `select distinct "placed"."pupil_id", "placed"."group_id", "round"."id", "round"."title", "round"."minutes",
  "round"."apart", "round"."video", "round"."siblings_at", "round"."opens_at", "round"."closes_at" from "group_pupil"
  as "placed" inner join "conversation_slot" as "offered" on "offered"."group_id" = "placed"."group_id" and
  "offered"."organisation_id" = $1 inner join "conversation_round" as "round" on "round"."id" = "offered"."round_id"
  and "round"."organisation_id" = $2 where "offered"."ends_at" > $3 and "placed"."pupil_id" in (select
  "tie"."pupil_id" from "guardianship" as "tie" where "tie"."from_on" <= $4 and ("tie"."to_on" is null or
  "tie"."to_on" >= $5) and "tie"."information_only" = $6 and ("tie"."authority" != $7 or "tie"."lives_with" =
  $8) and not exists (select "restriction"."id" from "guardianship_restriction" as "restriction" where
  "restriction"."guardianship_id" = "tie"."id" and "restriction"."kind" = $9 and "restriction"."from_on" <= $10
  and ("restriction"."to_on" is null or "restriction"."to_on" >= $11) and "restriction"."organisation_id" = $12)
  and "tie"."pupil_id" in (select "pupil"."id" from "person" as "pupil" where ("pupil"."state" = 'active' and
  ("pupil"."left_on" is null or "pupil"."left_on" >= $13::date)) and "pupil"."organisation_id" = $14) and
  "tie"."guardian_id" = $15 and "tie"."authority" != $16 and "tie"."organisation_id" = $17) and
  "placed"."from_on" <= $18 and ("placed"."to_on" is null or "placed"."to_on" >= $19) and
  "placed"."organisation_id" = $20 order by "round"."opens_at", "round"."id"`,
)
const SLOTS = statement(
  `select "slot"."id", "slot"."round_id", "slot"."group_id", "slot"."starts_at", "slot"."ends_at",
  "slot"."closed_at", "booking"."id" as "booking", "booking"."pupil_id", "booking"."side", "booking"."by_video",
  "booking"."via", "kept"."guardian_id" as "kept_for" from "conversation_slot" as "slot" left join
  "conversation_booking" as "booking" on "booking"."slot_id" = "slot"."id" and "booking"."organisation_id" = $1
  left join "conversation_wait" as "kept" on "kept"."offered_slot" = "slot"."id" and "kept"."offered_until" > $2
  and "kept"."organisation_id" = $3 where "slot"."round_id" in (select unnest($4::uuid[])) and "slot"."group_id"
  in (select unnest($5::uuid[])) and "slot"."organisation_id" = $6 order by "slot"."starts_at"`,
)
const SAYS = statement(
  `select "tie"."id" as "tie", "tie"."pupil_id", "tie"."authority", "tie"."may_be_contacted", "tie"."lives_with", "tie"."details",
  "person"."id", "person"."record", exists (select "ban"."id" from "guardianship_restriction" as "ban" where
  "ban"."guardianship_id" = "tie"."id" and "ban"."kind" = $1 and "ban"."from_on" <= $2 and ("ban"."to_on" is
  null or "ban"."to_on" >= $3) and "ban"."organisation_id" = $4) as "banned" from "guardianship" as "tie" inner
  join "person" on "person"."id" = "tie"."guardian_id" and "person"."organisation_id" = $5 where "tie"."from_on"
  <= $6 and ("tie"."to_on" is null or "tie"."to_on" >= $7) and "tie"."information_only" = $8 and
  ("tie"."authority" != $9 or "tie"."lives_with" = $10) and not exists (select "restriction"."id" from
  "guardianship_restriction" as "restriction" where "restriction"."guardianship_id" = "tie"."id" and
  "restriction"."kind" = $11 and "restriction"."from_on" <= $12 and ("restriction"."to_on" is null or
  "restriction"."to_on" >= $13) and "restriction"."organisation_id" = $14) and "tie"."pupil_id" in (select
  "pupil"."id" from "person" as "pupil" where ("pupil"."state" = 'active' and ("pupil"."left_on" is null or
  "pupil"."left_on" >= $15::date)) and "pupil"."organisation_id" = $16) and "tie"."pupil_id" in (select
  unnest($17::uuid[])) and "person"."state" = $18 and "tie"."organisation_id" = $19 order by "tie"."call_order",
  "tie"."id"`,
)
const WISHES = statement(
  `select "round_id", "pupil_id", "guardian_id", "wish" from "conversation_wish" where "round_id" in (select
  unnest($1::uuid[])) and "pupil_id" in (select unnest($2::uuid[])) and "conversation_wish"."organisation_id" =
  $3`,
)
const MARKS = statement(
  `select "guardian_id", "at", "booking_id" from "conversation_guest" where "guardian_id" in (select
  unnest($1::uuid[])) and "at" > $2 and "conversation_guest"."organisation_id" = $3`,
)
const ENDED = statement(
  `select "ends_on" from "contract" where "customer_id" = $1 and "product" = $2 and "ends_on" <= $3`,
)
const CLAIM = statement(
  `insert into "conversation_deed" ("person_id", "request_key", "done_at", "organisation_id") values ($1, $2, $3,
  $4) on conflict do nothing returning "request_key"`,
)
const TURN = statement(`select pg_advisory_xact_lock(turn) from unnest($1::bigint[]) turn`)
const SAVEPOINT = statement(`savepoint untouched`)
const BOOK = statement(
  `insert into "conversation_booking" ("id", "round_id", "slot_id", "pupil_id", "side", "by_video", "via",
  "booked_by", "booked_at", "organisation_id") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do
  nothing returning "id"`,
)
const GUESTS = statement(
  `insert into "conversation_guest" ("guardian_id", "at", "booking_id", "organisation_id") values ($1, $2, $3, $4),
  ($5, $6, $7, $8) on conflict do nothing returning "booking_id"`,
)
const AUDIT = statement(
  `insert into "audit_line" ("person_id", "role", "action", "place", "subjects", "organisation_id") values ($1, $2,
  $3, $4, $5, $6)`,
)
const WAITS = statement(
  `delete from "conversation_wait" where "round_id" = $1 and "pupil_id" in (select unnest($2::uuid[])) and
  "guardian_id" in (select unnest($3::uuid[])) and "conversation_wait"."organisation_id" = $4 returning "id"`,
)
const NOTIFY = statement(`select pg_notify('schoolplein', $1)`)
const ENQUEUE = statement(`select graphile_worker.enqueue($1, $2::json, $3::timestamptz, $4::text)`)
const ANSWERED = statement(
  `update "attention_item" set "answered_at" = $1 where "module" = $2 and "subject_id" = $3 and "answered_at" is
  null and "person_id" = $4 and "attention_item"."organisation_id" = $5 returning "person_id"`,
)

const half = (hex: string, from: number) => BigInt(`0x${hex.slice(from, from + 16)}`)
const lockOf = (id: string) => {
  const hex = id.replaceAll('-', '')
  return BigInt.asIntN(64, half(hex, 0) ^ half(hex, 16))
}

type Asked = {
  readonly client: pg.ClientBase
  readonly organisation: string
  readonly me: string
  readonly now: Date
  readonly today: string
}

type Side = { readonly id: string; readonly guests: readonly string[] }
type Found = { readonly slot: pg.QueryResultRow; readonly side: Side }

/** The round, the slot and who comes, when this guardian may book this slot for this pupil now. */
const find = async (asked: Asked, roundId: string, pupil: string, slotId: string): Promise<Found | null> => {
  const { client, organisation, me, now, today } = asked
  const ban = ['no-information', today, today, organisation]
  const rounds = await client.query({
    ...ROUNDS,
    values: [
      [organisation, organisation, now, today, today, false, 'no', true, ...ban, today, organisation],
      [me, 'no', organisation, today, today, organisation],
    ].flat(),
  })
  const pupils = [...new Set(rounds.rows.map(({ pupil_id }) => pupil_id))]
  if (!pupils.includes(pupil)) return null
  const groups = [...new Set(rounds.rows.map(({ group_id }) => group_id))]
  const round = rounds.rows.find(({ id }) => id === roundId)
  if (!round) return null
  const ids = [...new Set(rounds.rows.map(({ id }) => id))]
  const [slots, says] = await Promise.all([
    client.query({ ...SLOTS, values: [organisation, now, organisation, ids, groups, organisation] }),
    client.query({
      ...SAYS,
      values: [
        ['no-contact', today, today, organisation, organisation, today, today, false, 'no', true],
        [...ban, today, organisation, pupils, 'active', organisation],
      ].flat(1),
    }),
    client.query({ ...WISHES, values: [ids, pupils, organisation] }),
  ])
  const speak = says.rows.filter(({ pupil_id, authority }) => pupil_id === pupil && authority !== 'no')
  const together = speak.filter(({ lives_with }) => lives_with).map(({ id }) => id)
  const side = together.includes(me) ? { id: pupil, guests: together } : { id: me, guests: [me] }
  const marks = await client.query({ ...MARKS, values: [[...new Set([me, ...side.guests])], now, organisation] })
  const group = rounds.rows.find((one) => one.id === roundId && one.pupil_id === pupil)?.group_id
  const slot = slots.rows.find(
    ({ id, group_id, round_id }) => id === slotId && group_id === group && round_id === roundId,
  )
  const opens = pupils.length > 1 ? round.siblings_at : round.opens_at
  if (!slot || slot.booking || slot.closed_at || slot.kept_for || slot.starts_at <= now) return null
  if (opens > now || round.closes_at <= now) return null
  if (marks.rows.some(({ at }) => at >= slot.starts_at && at < slot.ends_at)) return null
  return { slot, side }
}

/**
 * Books a slot of ten minutes for a pupil who has none and whose guardian comes alone, with its line in the log; false when it
 * may not be, and the caller rolls back.
 */
export const bookByHand = async (asked: Asked, round: string, form: URLSearchParams): Promise<boolean> => {
  const { client, organisation, me, now } = asked
  const ended = await client.query({ ...ENDED, values: [organisation, 'portal', asked.today] })
  if (ended.rows.length > 0) return false
  const key = form.get('requestKey')!
  const [field, slotId] = [...form].find(([name]) => name.startsWith('slot-'))!
  const pupil = field.slice('slot-'.length)
  const found = await find(asked, round, pupil, slotId)
  if (!found) return false
  const { slot, side } = found
  const claimed = await client.query({ ...CLAIM, values: [me, key, now, organisation] })
  if (claimed.rows.length === 0) return true
  const locks = [slot.id, ...side.guests].map(lockOf).sort((one, other) => (one < other ? -1 : 1))
  await client.query({ ...TURN, values: [locks.map(String)] })
  await client.query({ ...SAVEPOINT, values: [] })
  const id = randomUUID()
  const booking = [id, round, slot.id, pupil, side.id, false, 'guardian', me, now, organisation]
  if ((await client.query({ ...BOOK, values: booking })).rows.length === 0) return false
  const marks = marksOf({ starts: slot.starts_at, ends: slot.ends_at })
  const guests = marks.flatMap((at) => side.guests.flatMap((guest) => [guest, at, id, organisation]))
  if ((await client.query({ ...GUESTS, values: guests })).rows.length < marks.length * side.guests.length) return false
  await client.query({ ...AUDIT, values: [me, 'guardian', 'booked-conversation', id, [pupil], organisation] })
  const reminder = 'conversation-reminder'
  const runAt = new Date(slot.starts_at.getTime() - 86_400_000)
  await Promise.all([
    client.query({ ...WAITS, values: [round, [pupil], side.guests, organisation] }),
    client.query({ ...NOTIFY, values: [JSON.stringify([organisation, `conversations/${round}`])] }),
    client.query({ ...ENQUEUE, values: [reminder, JSON.stringify({ booking: id }), runAt, `${reminder}:${id}`] }),
  ])
  const answered = await client.query({ ...ANSWERED, values: [now, 'conversations', round, me, organisation] })
  for (const { person_id } of answered.rows)
    await client.query({ ...NOTIFY, values: [JSON.stringify([organisation, `attention/${person_id}`])] })
  return true
}
