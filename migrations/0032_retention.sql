-- Retention: what a night's run does and proves, what is held, and where an organisation keeps to another period.

-- One run. While it is under way its rows say how far it is, so that one that was killed goes on where it was. as_of: the
-- moment it looks at what is due from. Ids and counts only.
create table retention_run (
  organisation_id uuid not null references organisation,
  id uuid not null,
  as_of timestamptz not null,
  started_at timestamptz not null,
  state text not null check (state in ('running', 'proven', 'failed')),
  finished_at timestamptz,
  due bigint,
  done bigint,
  held bigint,
  remaining bigint,
  primary key (organisation_id, id),
  check ((state = 'running') = (finished_at is null)),
  check (num_nulls(finished_at, due, done, held, remaining) in (0, 5)),
  check (state <> 'proven' or remaining = 0)
);
create unique index retention_run_one on retention_run (organisation_id) where state = 'running';
create index retention_run_newest on retention_run (organisation_id, started_at);
alter table retention_run enable row level security;
alter table retention_run force row level security;
create policy own_organisation on retention_run
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
-- A proof stays what it is: nobody changes a run that is finished.
create policy finished_stays on retention_run as restrictive for update using (state = 'running') with check (true);
grant select, insert, update (state, finished_at, due, done, held, remaining), delete on retention_run to schoolplein_app;

-- One declared rule within a run. done grows in the transaction that does it: it counts nothing twice and misses nothing.
create table retention_step (
  organisation_id uuid not null references organisation,
  run_id uuid not null,
  rule text not null check (length(rule) between 1 and 200),
  due bigint not null,
  held bigint not null,
  done bigint not null default 0,
  finished boolean not null default false,
  remaining bigint,
  primary key (organisation_id, run_id, rule),
  foreign key (organisation_id, run_id) references retention_run (organisation_id, id) on delete cascade
);
alter table retention_step enable row level security;
alter table retention_step force row level security;
create policy own_organisation on retention_step
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (due, held, done, finished, remaining), delete on retention_step to schoolplein_app;

-- Files of which the row went in this run and the bytes have yet to go.
create table retention_file (
  organisation_id uuid not null references organisation,
  run_id uuid not null,
  file_id uuid not null,
  primary key (organisation_id, run_id, file_id),
  foreign key (organisation_id, run_id) references retention_run (organisation_id, id) on delete cascade
);
alter table retention_file enable row level security;
alter table retention_file force row level security;
create policy own_organisation on retention_file
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on retention_file to schoolplein_app;

-- A legal hold: everything about a person, or everything of one rule, stays until a day. The reason is sealed, under the
-- key of the person or of the organisation.
create table retention_hold (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid,
  rule text check (length(rule) between 1 and 200),
  reason sealed not null,
  until_on date not null,
  set_by uuid,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (num_nonnulls(person_id, rule) = 1)
);
create index retention_hold_person on retention_hold (organisation_id, person_id);
alter table retention_hold enable row level security;
alter table retention_hold force row level security;
create policy own_organisation on retention_hold
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (lifted_by, lifted_at), delete on retention_hold to schoolplein_app;

-- Where an organisation keeps to another period than the declared one, with the reason that it tells people. number counts
-- per rule; what was in force before stays to be read.
create table retention_deviation (
  organisation_id uuid not null references organisation,
  rule text not null check (length(rule) between 1 and 200),
  number integer not null check (number > 0),
  years smallint not null check (years between 0 and 20),
  months smallint not null check (months between 0 and 11),
  days smallint not null check (days between 0 and 366),
  reason text not null check (length(reason) between 1 and 500),
  set_by uuid,
  set_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, rule, number),
  check ((ended_at is null) = (ended_by is null))
);
create unique index retention_deviation_one on retention_deviation (organisation_id, rule) where ended_at is null;
alter table retention_deviation enable row level security;
alter table retention_deviation force row level security;
create policy own_organisation on retention_deviation
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (ended_by, ended_at), delete on retention_deviation to schoolplein_app;

-- What the declarations promise and nothing could do until now.
grant delete on told_apart to schoolplein_app;
create policy tombstones_go on vault_key as restrictive for delete using (destroyed_at < now() - interval '2 years');
grant delete on vault_key to schoolplein_app;
-- Accounts of people who were not active for three years are nobody's to see, and anybody's night to let go.
create policy inactive_is_found on account for select using (last_active_on < current_date - interval '3 years');
create policy inactive_goes on account for delete using (last_active_on < current_date - interval '3 years');
