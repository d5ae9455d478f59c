-- Next year's groups while they are being prepared. Nothing here gives a right or stands in a list: on the chosen day one
-- transaction makes groups, places and assignments of it, under the same ids.

create table school_year_plan (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  starts_on date not null,
  takes_effect_on date not null,
  state text not null check (state in ('draft', 'prepared', 'in-force', 'dropped')),
  changed_by uuid,
  changed_at timestamptz not null,
  prepared_by uuid,
  prepared_at timestamptz,
  in_force_at timestamptz,
  primary key (organisation_id, id),
  check (takes_effect_on >= starts_on)
);
-- One plan per school year; who begins a second one at the same moment finds the first.
create unique index school_year_plan_one on school_year_plan (organisation_id, starts_on) where state <> 'dropped';
alter table school_year_plan enable row level security;
alter table school_year_plan force row level security;
create policy own_organisation on school_year_plan
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (takes_effect_on, state, changed_by, changed_at, prepared_by, prepared_at, in_force_at), delete
  on school_year_plan to schoolplein_app;

-- A group to be, under the id that it will have.
create table planned_group (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  kind text not null check (kind in ('home', 'composed')),
  name text not null check (length(name) between 1 and 64),
  year text check (year ~ '^([0-8BDSVCNH]|1[1-6])$'),
  source_key text,
  primary key (organisation_id, id),
  unique (organisation_id, plan_id, source_key),
  foreign key (organisation_id, plan_id) references school_year_plan (organisation_id, id) on delete cascade
);
alter table planned_group enable row level security;
alter table planned_group force row level security;
create policy own_organisation on planned_group
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (name, year, source_key), delete on planned_group to schoolplein_app;

-- Where a pupil goes: a home group, or no group for who leaves the school. Without a row nobody has decided.
create table planned_place (
  organisation_id uuid not null references organisation,
  plan_id uuid not null,
  pupil_id uuid not null,
  group_id uuid,
  year text check (year ~ '^([0-8BDSVCNH]|1[1-6])$'),
  primary key (organisation_id, plan_id, pupil_id),
  foreign key (organisation_id, plan_id) references school_year_plan (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, group_id) references planned_group (organisation_id, id) on delete cascade
);
create index planned_place_group on planned_place (organisation_id, group_id);
create index planned_place_pupil on planned_place (organisation_id, pupil_id);
alter table planned_place enable row level security;
alter table planned_place force row level security;
create policy own_organisation on planned_place
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (group_id, year), delete on planned_place to schoolplein_app;

-- A pupil's place in a group beside the home group, as the administration's file has it.
create table planned_composed_place (
  organisation_id uuid not null references organisation,
  group_id uuid not null,
  pupil_id uuid not null,
  primary key (organisation_id, group_id, pupil_id),
  foreign key (organisation_id, group_id) references planned_group (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade
);
create index planned_composed_place_pupil on planned_composed_place (organisation_id, pupil_id);
alter table planned_composed_place enable row level security;
alter table planned_composed_place force row level security;
create policy own_organisation on planned_composed_place
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on planned_composed_place to schoolplein_app;

-- Who will teach a group; no weekdays means every day.
create table planned_teacher (
  organisation_id uuid not null references organisation,
  group_id uuid not null,
  person_id uuid not null,
  weekdays smallint[] not null default '{}',
  primary key (organisation_id, group_id, person_id),
  foreign key (organisation_id, group_id) references planned_group (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index planned_teacher_person on planned_teacher (organisation_id, person_id);
alter table planned_teacher enable row level security;
alter table planned_teacher force row level security;
create policy own_organisation on planned_teacher
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (weekdays), delete on planned_teacher to schoolplein_app;

-- From which day the groups of a school year count, when that is later than its first day.
alter table school_year add column in_force_from date;
grant update (in_force_from) on school_year to schoolplein_app;
