-- Results of the class from any source: a test or an assignment of one source, and what each pupil made of it
-- (docs/decisions/0063).

-- source: 'uwlr', 'graph' or another, with the supplier's own part after a colon. source_key: its key there. goal: the share of the
-- scale that the school or the publisher calls reached, in percent. What it is called may name somebody: that stands sealed in each
-- result.
create table result_test (
  organisation_id uuid not null references organisation,
  id uuid not null,
  source text not null,
  source_key text not null,
  goal smallint check (goal between 0 and 100),
  due_on date,
  primary key (organisation_id, id),
  unique (organisation_id, source, source_key)
);
alter table result_test enable row level security;
alter table result_test force row level security;
create policy own_organisation on result_test
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (goal, due_on), delete on result_test to schoolplein_app;

-- source_hash: a keyed hash of the result's key at its source, which may hold a pseudonym. record_hash: a keyed hash of what it
-- says, so that the same again changes nothing and opens nothing. published_at: until then only for the teacher.
create table result (
  organisation_id uuid not null references organisation,
  id uuid not null,
  test_id uuid not null,
  pupil_id uuid not null,
  source_hash text not null,
  record_hash text not null,
  record sealed not null,
  on_day date not null,
  published_at timestamptz,
  taken_in_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, test_id, source_hash),
  foreign key (organisation_id, test_id) references result_test (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade
);
create index result_pupil on result (organisation_id, pupil_id, on_day);
alter table result enable row level security;
alter table result force row level security;
create policy own_organisation on result
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (record, record_hash, on_day, published_at, taken_in_at), delete on result to schoolplein_app;
