-- What all products stand on: people, school years, groups, who is whose guardian. Everything that describes a person
-- is in one sealed record; ids, event dates, group and state are plain, because queries walk along them.

create table person (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  state text not null default 'active' check (state in ('active', 'left')),
  protected boolean not null default false,
  record sealed not null,
  created_at timestamptz not null default now(),
  left_on date,
  primary key (organisation_id, id)
);
alter table person enable row level security;
alter table person force row level security;
create policy own_organisation on person
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (state, protected, record, left_on), delete on person to schoolplein_app;

-- The few who must know a person whose identity is protected, each named with who decided it.
create table protected_reader (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  reader_id uuid not null,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  primary key (organisation_id, person_id, reader_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, reader_id) references person (organisation_id, id) on delete cascade
);
alter table protected_reader enable row level security;
alter table protected_reader force row level security;
create policy own_organisation on protected_reader
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on protected_reader to schoolplein_app;

alter table account_person add foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade;
alter table session add foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade;

create table person_role (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  role text not null check (role in ('teacher', 'substitute', 'support', 'principal', 'administrator', 'ict',
    'privacy-officer', 'board', 'pupil', 'partner', 'supplier', 'supplier-support')),
  from_on date not null default current_date,
  to_on date,
  primary key (organisation_id, person_id, role, from_on),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (to_on is null or to_on >= from_on)
);
alter table person_role enable row level security;
alter table person_role force row level security;
create policy own_organisation on person_role
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (to_on), delete on person_role to schoolplein_app;

create table school (
  organisation_id uuid not null references organisation,
  brin text check (brin ~ '^\d{2}[A-Z]{2}(\d{2})?$'),
  cut_off time not null default '08:45',
  primary key (organisation_id)
);
alter table school enable row level security;
alter table school force row level security;
create policy own_organisation on school
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (brin, cut_off) on school to schoolplein_app;

-- Lessons of one weekday (1 is Monday, as in ISO 8601); a weekday without a row is no school day.
create table school_hours (
  organisation_id uuid not null references organisation,
  weekday smallint not null check (weekday between 1 and 7),
  starts time not null,
  noon time not null default '12:00',
  ends time not null,
  primary key (organisation_id, weekday),
  check (starts < noon and noon < ends or starts < ends)
);
alter table school_hours enable row level security;
alter table school_hours force row level security;
create policy own_organisation on school_hours
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on school_hours to schoolplein_app;

create table closed_days (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('holiday', 'study-day')),
  name text not null check (length(name) between 1 and 80),
  from_on date not null,
  to_on date not null,
  primary key (organisation_id, id),
  check (to_on >= from_on)
);
alter table closed_days enable row level security;
alter table closed_days force row level security;
create policy own_organisation on closed_days
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on closed_days to schoolplein_app;

create table school_year (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  starts_on date not null,
  ends_on date not null,
  primary key (organisation_id, id),
  unique (organisation_id, starts_on),
  check (ends_on > starts_on)
);
alter table school_year enable row level security;
alter table school_year force row level security;
create policy own_organisation on school_year
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on school_year to schoolplein_app;

-- A group lives one school year. year is EDEXML's jaargroep: 1 to 8, C for a combination, others as in the standard.
create table school_group (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  school_year_id uuid not null,
  kind text not null check (kind in ('home', 'composed')),
  name text not null check (length(name) between 1 and 64),
  year text check (year ~ '^([0-8BDSVCNH]|1[1-6])$'),
  source_key text,
  primary key (organisation_id, id),
  unique (organisation_id, school_year_id, source_key),
  foreign key (organisation_id, school_year_id) references school_year (organisation_id, id)
);
alter table school_group enable row level security;
alter table school_group force row level security;
create policy own_organisation on school_group
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (name, year, source_key), delete on school_group to schoolplein_app;

-- A pupil's place in a group; year is the pupil's own, which a combination group never overrules.
create table group_pupil (
  organisation_id uuid not null references organisation,
  group_id uuid not null,
  pupil_id uuid not null,
  year text check (year ~ '^([0-8BDSVCNH]|1[1-6])$'),
  from_on date not null,
  to_on date,
  primary key (organisation_id, group_id, pupil_id, from_on),
  foreign key (organisation_id, group_id) references school_group (organisation_id, id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  check (to_on is null or to_on >= from_on)
);
create index group_pupil_pupil on group_pupil (organisation_id, pupil_id);
alter table group_pupil enable row level security;
alter table group_pupil force row level security;
create policy own_organisation on group_pupil
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (year, to_on), delete on group_pupil to schoolplein_app;

-- Who teaches a group. weekdays empty means every day; a substitute has one row per stretch of days.
create table group_teacher (
  organisation_id uuid not null references organisation,
  group_id uuid not null,
  person_id uuid not null,
  weekdays smallint[] not null default '{}',
  from_on date not null,
  to_on date,
  primary key (organisation_id, group_id, person_id, from_on),
  foreign key (organisation_id, group_id) references school_group (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (to_on is null or to_on >= from_on)
);
create index group_teacher_person on group_teacher (organisation_id, person_id);
alter table group_teacher enable row level security;
alter table group_teacher force row level security;
create policy own_organisation on group_teacher
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (weekdays, to_on), delete on group_teacher to schoolplein_app;

-- Who stands in which relation to a pupil, and what each may. information_only: no authority, asks the school for
-- important facts (art. 1:377c BW).
create table guardianship (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  pupil_id uuid not null,
  guardian_id uuid not null,
  authority text not null check (authority in ('yes', 'no', 'unknown')),
  lives_with boolean not null default true,
  may_be_contacted boolean not null default true,
  may_collect boolean not null default true,
  information_only boolean not null default false,
  call_order smallint not null default 1,
  details sealed not null,
  from_on date not null default current_date,
  to_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade,
  check (not information_only or authority = 'no'),
  check (to_on is null or to_on >= from_on)
);
create unique index guardianship_pair on guardianship (organisation_id, pupil_id, guardian_id, from_on);
create index guardianship_guardian on guardianship (organisation_id, guardian_id);
alter table guardianship enable row level security;
alter table guardianship force row level security;
create policy own_organisation on guardianship
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (authority, lives_with, may_be_contacted, may_collect, information_only, call_order,
  details, to_on), delete on guardianship to schoolplein_app;

-- The floor under protected identity: whatever a module asks, the row is not there for anyone but the person, the own
-- guardians and the named few. Work without a person (an import, a job) says so by app.system.
create policy protected_identity on person as restrictive for select
  using (not protected
    or id = nullif(current_setting('app.person', true), '')::uuid
    or current_setting('app.system', true) = 'on'
    or exists (select from protected_reader r where r.organisation_id = person.organisation_id
      and r.person_id = person.id and r.reader_id = nullif(current_setting('app.person', true), '')::uuid)
    or exists (select from guardianship g where g.organisation_id = person.organisation_id
      and g.pupil_id = person.id and g.guardian_id = nullif(current_setting('app.person', true), '')::uuid
      and not g.information_only and (g.to_on is null or g.to_on >= current_date)));

-- A court's or the school's restriction on one guardianship, with who saw the evidence. to_on is its last day.
create table guardianship_restriction (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  guardianship_id uuid not null,
  kind text not null check (kind in ('no-information', 'no-contact', 'no-collecting')),
  from_on date not null,
  to_on date,
  evidence_seen_by uuid not null,
  evidence_seen_on date not null,
  note sealed,
  primary key (organisation_id, id),
  foreign key (organisation_id, guardianship_id) references guardianship (organisation_id, id) on delete cascade,
  foreign key (organisation_id, evidence_seen_by) references person (organisation_id, id),
  check (to_on is null or to_on >= from_on)
);
create index guardianship_restriction_of on guardianship_restriction (organisation_id, guardianship_id);
alter table guardianship_restriction enable row level security;
alter table guardianship_restriction force row level security;
create policy own_organisation on guardianship_restriction
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (to_on), delete on guardianship_restriction to schoolplein_app;

-- A one-time link that lets a person make or join an account. Only the hash of the code is kept.
create table invitation (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  accepted boolean not null default false,
  primary key (organisation_id, id),
  unique (organisation_id, code_hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create unique index invitation_open on invitation (organisation_id, person_id) where ended_at is null;
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own_organisation on invitation
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (ended_at, accepted), delete on invitation to schoolplein_app;

-- An uploaded administration file between upload and applying: counts only; the file itself is sealed and expires.
create table roster_import (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  file_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  state text not null check (state in ('waiting', 'applied', 'dropped')),
  applied_at timestamptz,
  report jsonb not null,
  primary key (organisation_id, id)
);
alter table roster_import enable row level security;
alter table roster_import force row level security;
create policy own_organisation on roster_import
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (file_id, state, applied_at, report), delete on roster_import to schoolplein_app;
