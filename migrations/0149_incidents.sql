-- Incidents with personal data, in the register of the organisation where they play (docs/decisions/0069; PROMISES P70-P73).
-- Words stand under a key of the incident itself: about nobody by name, and gone with it.

-- seen_at: what the person who reported it said; found_at: from when the organisation knew, where its clocks begin: never later
-- than the report. rehearsal: practice. risk: for people, as the law weighs it (art. 33 and 34 GDPR).
create table incident (
  organisation_id uuid not null references organisation,
  id uuid not null,
  reported_by uuid,
  reported_at timestamptz not null,
  seen_at timestamptz not null check (seen_at <= reported_at),
  found_at timestamptz not null check (found_at <= reported_at),
  rehearsal boolean not null,
  breach text check (breach in ('yes', 'no')),
  cause text check (cause in ('system', 'processor', 'user', 'outside')),
  natures text[] not null default '{}',
  kinds text[] not null default '{}',
  people text[] not null default '{}',
  group_size integer check (group_size >= 0),
  risk text check (risk in ('none', 'some', 'high')),
  words sealed not null,
  closed_at timestamptz,
  request_key uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_key),
  foreign key (organisation_id, reported_by) references person (organisation_id, id) on delete set null (reported_by)
);
create index incident_open on incident (organisation_id, found_at) where closed_at is null;
create index incident_reported_by on incident (organisation_id, reported_by);
alter table incident enable row level security;
alter table incident force row level security;
create policy own_organisation on incident
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete, update (found_at, breach, cause, natures, kinds, people, group_size, risk, words, closed_at)
  on incident to schoolplein_app;

-- The steps of the procedure. Each leads to the one before it, so that not even a hand in the database skips one.
-- needed: false only for restoring, where nothing was lost.
create table incident_step (
  organisation_id uuid not null references organisation,
  id uuid not null,
  incident_id uuid not null,
  number integer not null,
  step text not null,
  previous integer generated always as (nullif(number - 1, 0)) stored,
  done_at timestamptz not null,
  done_by uuid,
  needed boolean not null default true check (needed or step = 'restore'),
  words sealed not null,
  primary key (organisation_id, id),
  unique (organisation_id, incident_id, number),
  check (step = (array['identify', 'contain', 'solve', 'test', 'apply', 'restore', 'evaluate', 'close'])[number]),
  foreign key (organisation_id, incident_id) references incident (organisation_id, id) on delete cascade,
  foreign key (organisation_id, incident_id, previous) references incident_step (organisation_id, incident_id, number)
    on delete cascade,
  foreign key (organisation_id, done_by) references person (organisation_id, id) on delete set null (done_by)
);
create index incident_step_done_by on incident_step (organisation_id, done_by);
alter table incident_step enable row level security;
alter table incident_step force row level security;
create policy own_organisation on incident_step
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on incident_step to schoolplein_app;

-- Who was told, or why somebody need not be: the school, the authority, the people. In phases: the last one counts.
create table incident_told (
  organisation_id uuid not null references organisation,
  id uuid not null,
  incident_id uuid not null,
  whom text not null check (whom in ('school', 'authority', 'people')),
  told boolean not null,
  decided_at timestamptz not null,
  decided_by uuid,
  words sealed not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, incident_id) references incident (organisation_id, id) on delete cascade,
  foreign key (organisation_id, decided_by) references person (organisation_id, id) on delete set null (decided_by)
);
create index incident_told_incident on incident_told (organisation_id, incident_id, decided_at);
create index incident_told_decided_by on incident_told (organisation_id, decided_by);
alter table incident_told enable row level security;
alter table incident_told force row level security;
create policy own_organisation on incident_told
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on incident_told to schoolplein_app;
