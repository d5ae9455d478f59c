import type pg from 'pg'

/** Whom the lines are about and who looked: the first of each is who occurs most. */
export type Cast = { readonly subjects: readonly string[]; readonly viewers: readonly string[] }

const AT_ONCE = 1_000_000
/** The lines of thirteen months, evenly: one in so many is a list, and one in so many of the looks is by the office. */
const MONTHS = 13
const LISTS = 33
const IN_A_LIST = 28

/** Keys and indexes cost more row by row than all at once; what is taken away is put back from its own definition. */
const withoutKeys = async (client: pg.ClientBase, tables: readonly string[], fill: () => Promise<void>) => {
  const keys = await client.query<{ table: string; name: string; words: string }>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as words
     from pg_constraint where contype = 'p' and conrelid = any($1::regclass[])`,
    [tables],
  )
  const indexes = await client.query<{ name: string; words: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as words
     from pg_index where indrelid = any($1::regclass[]) and not indisprimary`,
    [tables],
  )
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  for (const { table, name } of keys.rows) await client.query(`alter table ${table} drop constraint ${name}`)
  await fill()
  await client.query(`set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2`)
  for (const { table, name, words } of keys.rows)
    await client.query(`alter table ${table} add constraint ${name} ${words}`)
  for (const { words } of indexes.rows) await client.query(words)
}

const LINES = `with written as (insert into audit_line (organisation_id, id, at, person_id, action, place, subjects, kinds, sequence, hash, role, about)
  select $1, gen_random_uuid(), now() - ($5::bigint - i) * (interval '1 day' * 30 * ${MONTHS} / $5::bigint),
    ($3::uuid[])[viewer], 'opened', case when list then 'GET /people' else 'GET /people/:id' end,
    case when list then ($2::uuid[])[subject : subject + ${IN_A_LIST - 1}] else ($2::uuid[])[subject : subject] end,
    '{ordinary}', i, md5(i::text) || md5((-i)::text), case when viewer = 1 then 'administrator' else 'teacher' end,
    case when not list then ($2::uuid[])[subject] end
  from (select i, i % ${LISTS} = 0 as list,
      case when i % 10 = 0 then 1 else 1 + (hashint8(i) & 2147483647) % cardinality($3::uuid[]) end as viewer,
      case when i % 50 = 7 then 1 else 1 + (hashint8(i * 7 + 1) & 2147483647) % (cardinality($2::uuid[]) - ${IN_A_LIST}) end as subject
    from generate_series($4::bigint, least($4::bigint + ${AT_ONCE - 1}, $5::bigint)) as i) as made
    returning organisation_id, id, at, person_id, subjects)
  insert into disclosure_subject (organisation_id, subject_id, at, line_id, viewer_id)
    select organisation_id, unnest(subjects), at, id, person_id from written`

/**
 * Writes so many lines as the chaining leaves them, with their places in the index per subject, for an organisation. The
 * hashes are none: what is measured reads them not. Answers how many places there are.
 */
export const fillLines = async (
  client: pg.ClientBase,
  organisation: string,
  { subjects, viewers }: Cast,
  lines: number,
  say: (line: string) => void,
): Promise<number> => {
  await client.query(`select set_config('app.organisation', $1, false)`, [organisation])
  await client.query('set synchronous_commit = off')
  let places = 0
  await withoutKeys(client, ['audit_line', 'disclosure_subject'], async () => {
    for (let from = 1; from <= lines; from += AT_ONCE) {
      places += (await client.query(LINES, [organisation, subjects, viewers, from, lines])).rowCount!
      say(`${Math.min(from + AT_ONCE - 1, lines)} lines, ${places} places`)
    }
  })
  await client.query(
    `insert into audit_checkpoint (organisation_id, month, sequence, hash) values ($1, date_trunc('month', now()), $2, '0')`,
    [organisation, lines],
  )
  say('keys and indexes are there')
  await client.query('vacuum analyze audit_line, disclosure_subject')
  return places
}
