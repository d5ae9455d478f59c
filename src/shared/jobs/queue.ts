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
    await client.query(ENQUEUE)
    await client.query('revoke all on function graphile_worker.enqueue from public')
    await client.query(`grant usage on schema graphile_worker to ${role}`)
    await client.query(`grant execute on function graphile_worker.enqueue to ${role}`)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
