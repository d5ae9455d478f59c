import pg from 'pg'

const ENQUEUE = `
  create or replace function graphile_worker.enqueue(task text, data json, run_at timestamptz, job_key text)
  returns void language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
  declare
    organisation text := nullif(current_setting('app.organisation', true), '');
  begin
    if organisation is null then
      raise exception 'a job belongs to an organisation';
    end if;
    perform graphile_worker.add_job(task, json_build_object('organisation', organisation, 'data', data),
      run_at := run_at, job_key := organisation || ':' || job_key);
  end $$`

/** How many jobs of the current organisation name one of these ids, and taking them away: an erasure reaches them too. */
const ABOUT = `
  create or replace function graphile_worker.jobs_about(ids uuid[]) returns bigint
  language sql stable security definer set search_path = graphile_worker, pg_temp as $$
    select count(*) from _private_jobs j
    where j.payload ->> 'organisation' = nullif(current_setting('app.organisation', true), '')
      and exists (select from unnest(ids) id where strpos(j.payload ->> 'data', id::text) > 0)
  $$`
const FORGET = `
  create or replace function graphile_worker.forget_jobs(ids uuid[]) returns bigint
  language sql security definer set search_path = graphile_worker, pg_temp as $$
    with gone as (delete from _private_jobs j
      where j.payload ->> 'organisation' = nullif(current_setting('app.organisation', true), '')
        and exists (select from unnest(ids) id where strpos(j.payload ->> 'data', id::text) > 0) returning 1)
    select count(*) from gone
  $$`

/**
 * Tells another organisation that something for it lies between the two. The job has no data and always the same task, which
 * looks in its own organisation what there is; so nothing can be asked of another one but to look.
 */
const KNOCK = `
  create or replace function graphile_worker.knock(at uuid) returns void
  language sql security definer set search_path = graphile_worker, pg_temp as $$
    select add_job('something-arrived', json_build_object('organisation', at), job_key := at || ':knock')
  $$`

/**
 * Makes the one door to the queue: a function of the role that owns the queue's tables. It stamps the organisation of
 * the current transaction on every job, so that no request can add one for another organisation; the tables themselves
 * refuse the application's role.
 */
export const prepareQueue = async (jobs: pg.ClientConfig, app: string): Promise<void> => {
  const client = new pg.Client(jobs)
  await client.connect()
  try {
    const role = pg.escapeIdentifier(app)
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(7103002)`)
    for (const made of [ENQUEUE, ABOUT, FORGET, KNOCK]) await client.query(made)
    await client.query(`grant usage on schema graphile_worker to ${role}`)
    for (const name of ['enqueue', 'jobs_about', 'forget_jobs', 'knock']) {
      await client.query(`revoke all on function graphile_worker.${name} from public`)
      await client.query(`grant execute on function graphile_worker.${name} to ${role}`)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}
