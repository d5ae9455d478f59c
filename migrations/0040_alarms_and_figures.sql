-- What the school chose about who looked: names of its staff, or only their roles.
create table look_setting (
  organisation_id uuid not null references organisation,
  staff_names boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id)
);
alter table look_setting enable row level security;
alter table look_setting force row level security;
create policy own_organisation on look_setting
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on look_setting to schoolplein_app;

-- Up to which line of the log the alarms have looked, so that none is passed over and none counted twice.
create table look_watch (
  organisation_id uuid not null references organisation,
  sequence bigint not null,
  primary key (organisation_id)
);
alter table look_watch enable row level security;
alter table look_watch force row level security;
create policy own_organisation on look_watch
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on look_watch to schoolplein_app;

-- How many files somebody with a role opens in their busiest hour of a day; computed every night from four weeks.
create table look_usual (
  organisation_id uuid not null references organisation,
  role text not null check (length(role) between 1 and 40),
  files integer not null check (files >= 0),
  days integer not null check (days >= 0),
  computed_at timestamptz not null,
  primary key (organisation_id, role)
);
alter table look_usual enable row level security;
alter table look_usual force row level security;
create policy own_organisation on look_usual
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on look_usual to schoolplein_app;

-- An unusual look. Ids without a key to person: the record stays what it was when somebody is gone.
-- files: more than 50 persons' pages in an hour; unusual: over five times what the role usually opens; outside: a pupil whom
-- the viewer did not teach that day. Nobody reviews their own.
create table look_alarm (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('files', 'unusual', 'outside')),
  viewer_id uuid not null,
  role text not null check (length(role) between 1 and 40),
  from_at timestamptz not null,
  to_at timestamptz not null,
  files integer not null check (files > 0),
  subject_id uuid,
  raised_at timestamptz not null,
  asked_by uuid,
  asked_at timestamptz,
  question_by uuid,
  question_at timestamptz,
  explanation sealed,
  explained_at timestamptz,
  conclusion sealed,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (organisation_id, id),
  check ((kind = 'outside') = (subject_id is not null)),
  check ((asked_by is null) = (asked_at is null)),
  check ((question_by is null) = (question_at is null)),
  check ((explanation is null) = (explained_at is null)),
  check (num_nulls(conclusion, reviewed_by, reviewed_at) in (0, 3)),
  check (reviewed_by <> viewer_id),
  check (question_by <> viewer_id)
);
-- One that stands grows instead of being there twice.
create unique index look_alarm_standing on look_alarm (organisation_id, viewer_id, kind)
  where reviewed_at is null and kind in ('files', 'unusual');
create unique index look_alarm_outside on look_alarm (organisation_id, viewer_id, subject_id, from_at)
  where kind = 'outside';
create index look_alarm_subject on look_alarm (organisation_id, subject_id, from_at) where kind = 'outside';
create index look_alarm_raised on look_alarm (organisation_id, raised_at);
alter table look_alarm enable row level security;
alter table look_alarm force row level security;
create policy own_organisation on look_alarm
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
-- What was reviewed is a record: nobody changes it any more, whatever a module asks.
create policy reviewed_stays on look_alarm as restrictive for update using (reviewed_at is null) with check (true);
grant select, insert, delete, update (files, to_at, asked_by, asked_at, question_by, question_at, explanation,
  explained_at, conclusion, reviewed_by, reviewed_at) on look_alarm to schoolplein_app;

-- Whether anonymous figures may leave; the newest row counts, and the rows are the history. Without a row: off.
create table figures_switch (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  allowed boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, id)
);
create index figures_switch_newest on figures_switch (organisation_id, decided_at);
alter table figures_switch enable row level security;
alter table figures_switch force row level security;
create policy own_organisation on figures_switch
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on figures_switch to schoolplein_app;
