import { createHash } from 'node:crypto'
import pg from 'pg'
import { audiencesOf } from '#products/school/terms/audiences.ts'

const BYTEA = 17
const DATE = 1082

/** Sealed values stay the hexadecimal text they come as, days stay text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === BYTEA || oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig

export const createPool = (connection: pg.ClientConfig): pg.Pool =>
  new pg.Pool({
    ...connection,
    types,
    max: 10,
    options: '-c timezone=Europe/Amsterdam',
    pipeline: true,
  } as pg.PoolConfig)

/** A statement that is prepared once per connection. */
export const statement = (text: string): { readonly name: string; readonly text: string } => ({
  name: createHash('sha1').update(text).digest('base64'),
  text,
})

const SESSION = statement(
  `select "account_id", "person_id", "strong", "tenant_id", "tenant_strong", "language", "seen_at",
  set_config('app.account', account_id::text, true) as "account",
  set_config('app.person', person_id::text, true) as "person",
  exists (select "other"."person_id" from "account_person" as "other"
    where "other"."account_id" = "session"."account_id"
      and "other"."organisation_id" <> "session"."organisation_id") as "elsewhere"
from "session" where "token_hash" = current_setting('app.session', true) and "organisation_id" = $1
  and "expires_at" > $2 and "pending" = $3 and exists (select "tie"."person_id" from "account_person" as "tie"
    where "tie"."account_id" = "session"."account_id" and "tie"."person_id" = "session"."person_id"
      and "tie"."organisation_id" = $4)`,
)
const WHO_IS = statement(
  `select "person"."id", "person"."record", "person"."access_version", (select coalesce(array_agg(distinct role), '{}') as "roles"
    from "person_role" where "person_id" = "person"."id" and "from_on" <= $1 and ("to_on" is null or "to_on" >= $2)
      and "person_role"."organisation_id" = $3) as "roles",
  (select coalesce(array_agg(distinct case when guardianship.information_only
    then 'guardian-information-only' else 'guardian' end), '{}') as "roles"
    from "guardianship" inner join "person" as "pupil" on "pupil"."id" = "guardianship"."pupil_id"
      and "pupil"."organisation_id" = $4
    where "guardianship"."guardian_id" = "person"."id"
      and ("pupil"."state" = 'active' and ("pupil"."left_on" is null or "pupil"."left_on" >= $5::date))
      and "guardianship"."from_on" <= $6 and ("guardianship"."to_on" is null or "guardianship"."to_on" >= $7)
      and not exists (select "restriction"."id" from "guardianship_restriction" as "restriction"
        where "restriction"."guardianship_id" = "guardianship"."id" and "restriction"."kind" = $8
          and "restriction"."from_on" <= $9 and ("restriction"."to_on" is null or "restriction"."to_on" >= $10)
          and "restriction"."organisation_id" = $11)
      and "guardianship"."organisation_id" = $12) as "guardian_roles",
  (select array_agg(distinct version.audience) as "audiences" from "terms_version" as "version"
    where "version"."in_force_on" <= $13 and "version"."withdrawn_at" is null
      and not exists (select "accepted"."number" from "terms_acceptance" as "accepted"
        where "accepted"."person_id" = "person"."id" and "accepted"."audience" = "version"."audience"
          and "accepted"."number" >= "version"."number" and "accepted"."organisation_id" = $14)
      and "version"."organisation_id" = $15) as "unaccepted",
  (select array_agg(bar.what) as "whats" from "terms_restriction" as "bar"
    where "bar"."person_id" = "person"."id" and "bar"."state" = $16 and "bar"."from_on" <= $17 and "bar"."to_on" >= $18
      and "bar"."organisation_id" = $19) as "bars"
from "person" where "person"."id" = nullif(current_setting('app.person', true), '')::uuid
  and ("person"."state" = 'active' and ("person"."left_on" is null or "person"."left_on" >= $20::date))
  and "person"."organisation_id" = $21`,
)
const DISCLOSED = {
  name: 'disclosed',
  text: `insert into audit_line (organisation_id, person_id, action, place, subjects, kinds, role, about)
    values ($1, $2, 'opened', $3, $4, $5, $6, $7)`,
}

/** What a page of many small questions adds to the beginning. */
export const PLANNED_ONCE = ';set local plan_cache_mode = force_generic_plan'

export type Who = { readonly id: string; readonly record: string; readonly roles: readonly string[] }

/** Who is signed in with a token, known by its hash; nobody when it has ended. Sent in one burst with the beginning. */
export const begin = async (
  client: pg.ClientBase,
  organisation: string,
  session: string,
  now: Date,
  today: string,
  more = '',
): Promise<{ who: Who; mayEnter: boolean; free: boolean; account: string; elsewhere: boolean } | null> => {
  const begun = client.query(
    `begin;set local app.organisation = '${organisation}';set local app.session = '${session}'${more}`,
  )
  const found = client.query({ ...SESSION, values: [organisation, now, false, organisation] })
  const [, { rows: sessions }, person] = await Promise.all([begun, found, whoIs(client, organisation, today)])
  if (sessions.length === 0 || !person) return null
  const [{ account_id: account, elsewhere, strong, tenant_strong }] = sessions
  return { ...person, account, elsewhere, mayEnter: person.free && (strong || tenant_strong) }
}

/** The same at another organisation of the account, where somebody is known by their person. */
export const beginThere = async (client: pg.ClientBase, organisation: string, person: string, today: string) => {
  const begun = client.query(
    `begin;set local app.organisation = '${organisation}';set local app.person = '${person}'${PLANNED_ONCE}`,
  )
  const [, found] = await Promise.all([begun, whoIs(client, organisation, today)])
  return found
}

const whoIs = async (
  client: pg.ClientBase,
  organisation: string,
  today: string,
): Promise<{ who: Who; free: boolean } | null> => {
  const { rows } = await client.query({
    ...WHO_IS,
    values: [
      [today, today, organisation],
      [organisation, today, today, today],
      ['no-information', today, today, organisation],
      [organisation, today, organisation, organisation],
      ['in-force', today, today, organisation],
      [today, organisation],
    ].flat(),
  })
  const [person] = rows
  if (!person) return null
  const roles = [...person.roles, ...person.guardian_roles]
  const owesTerms = audiencesOf(roles).some((audience) => person.unaccepted?.includes(audience))
  const free = !owesTerms && !person.bars?.includes('everything')
  return { who: { id: person.id, record: person.record, roles }, free }
}

/** Ends the transaction and stores what was opened, in one burst; nothing is answered before both stand. */
export const commit = async (
  client: pg.ClientBase,
  organisation: string,
  line: { person: string; role: string; place: string; subjects: readonly string[]; kinds: readonly string[] },
): Promise<void> => {
  const results = await Promise.all([
    client.query('commit'),
    client.query(`begin;set local app.organisation = '${organisation}'`),
    client.query({
      ...DISCLOSED,
      values: [organisation, line.person, line.place, line.subjects, line.kinds, line.role, null],
    }),
    client.query('commit'),
  ])
  if (results[0].command !== 'COMMIT' || results[3].command !== 'COMMIT') throw new Error('Nothing was stored')
}
