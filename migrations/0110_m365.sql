-- The school's Microsoft 365: what Schoolplein keeps of it, what it wrote there, and every change as a plan that is
-- approved before it is carried out. A tenant object is named by its id there; what stands in it about a person is sealed.

create table m365_setup (
  organisation_id uuid not null references organisation,
  consented_at timestamptz,
  checked_at timestamptz,
  given text[] not null default '{}',
  problem text,
  domain text,
  domains text[] not null default '{}',
  skus jsonb not null default '[]',
  pupil_pattern text not null default '{roepnaam}.{achternaam}' check (length(pupil_pattern) between 3 and 60),
  staff_pattern text not null default '{voorletter}.{achternaam}' check (length(staff_pattern) between 3 and 60),
  pupil_sku uuid,
  staff_sku uuid,
  makes_staff boolean not null default true,
  makes_teams boolean not null default true,
  group_prefix text not null default '' check (length(group_prefix) <= 12),
  by_itself boolean not null default false,
  max_removals integer not null default 5 check (max_removals between 0 and 10000),
  max_share smallint not null default 5 check (max_share between 0 and 100),
  keep_blocked_days smallint not null default 90 check (keep_blocked_days between 1 and 730),
  teachers_keep_days smallint not null default 60 check (teachers_keep_days between 0 and 730),
  lease text,
  lease_until timestamptz,
  changed_at timestamptz not null,
  primary key (organisation_id)
);
alter table m365_setup enable row level security;
alter table m365_setup force row level security;
create policy own_organisation on m365_setup
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on m365_setup to schoolplein_app;

-- Whose account is which, and what was last written into it: anything else that stands there was changed by hand.
create table m365_account (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  object_id uuid not null,
  state text not null check (state in ('active', 'blocked', 'removed')),
  origin text not null check (origin in ('made', 'linked')),
  written sealed not null,
  starter sealed,
  starter_at timestamptz,
  licence uuid,
  kept text[] not null default '{}',
  made_at timestamptz not null,
  blocked_on date,
  removed_on date,
  primary key (organisation_id, person_id),
  unique (organisation_id, object_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
alter table m365_account enable row level security;
alter table m365_account force row level security;
create policy own_organisation on m365_account
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (object_id, state, written, starter, starter_at, licence, kept, blocked_on, removed_on), delete
  on m365_account to schoolplein_app;

-- Accounts that have to go from the tenant because the person went from here: by an erasure, or at the end of a period.
create table m365_erasure (
  organisation_id uuid not null references organisation,
  object_id uuid not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (organisation_id, object_id)
);
alter table m365_erasure enable row level security;
alter table m365_erasure force row level security;
create policy own_organisation on m365_erasure
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (done_at), delete on m365_erasure to schoolplein_app;

-- Whatever deletes the row of an account, the account in the tenant follows: nobody has to remember it.
create function m365_account_follows() returns trigger language plpgsql as $$
begin
  if old.state <> 'removed' then
    insert into m365_erasure (organisation_id, object_id, asked_at) values (old.organisation_id, old.object_id, now())
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger m365_account_follows after delete on m365_account for each row execute function m365_account_follows();

create table m365_group (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('class', 'pupils', 'staff')),
  school_group_id uuid,
  alias text not null check (length(alias) between 3 and 64),
  object_id uuid,
  written_name text,
  kept boolean not null default false,
  team text not null default 'none' check (team in ('none', 'asked', 'there')),
  operation text,
  made_at timestamptz,
  archived_on date,
  closed_on date,
  primary key (organisation_id, id),
  unique (organisation_id, alias),
  unique (organisation_id, school_group_id),
  foreign key (organisation_id, school_group_id) references school_group (organisation_id, id)
    on delete set null (school_group_id)
);
alter table m365_group enable row level security;
alter table m365_group force row level security;
create policy own_organisation on m365_group
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (object_id, written_name, kept, team, operation, made_at, archived_on, closed_on), delete
  on m365_group to schoolplein_app;

-- Whom Schoolplein put into a group. Who is in it there and not here was added by hand, and stays.
create table m365_member (
  organisation_id uuid not null references organisation,
  group_id uuid not null,
  person_id uuid not null,
  owner boolean not null,
  kept boolean not null default false,
  written_at timestamptz not null,
  primary key (organisation_id, group_id, person_id),
  foreign key (organisation_id, group_id) references m365_group (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index m365_member_person on m365_member (organisation_id, person_id);
alter table m365_member enable row level security;
alter table m365_member force row level security;
create policy own_organisation on m365_member
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (owner, kept, written_at), delete on m365_member to schoolplein_app;

create table m365_plan (
  organisation_id uuid not null references organisation,
  id uuid not null,
  state text not null check (state in ('waiting', 'applying', 'stopped', 'done', 'dropped')),
  cause text not null check (cause in ('asked', 'night', 'joined')),
  made_at timestamptz not null,
  made_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  held text,
  problem text,
  resume_at timestamptz,
  tries smallint not null default 0,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by),
  foreign key (organisation_id, approved_by) references person (organisation_id, id) on delete set null (approved_by)
);
create unique index m365_plan_open on m365_plan (organisation_id) where ended_at is null;
alter table m365_plan enable row level security;
alter table m365_plan force row level security;
create policy own_organisation on m365_plan
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (state, approved_at, approved_by, problem, resume_at, tries, ended_at), delete
  on m365_plan to schoolplein_app;

-- One step: what it does, to whom, why, and what came of it. This is the log too.
create table m365_step (
  organisation_id uuid not null references organisation,
  plan_id uuid not null,
  id integer not null,
  phase smallint not null,
  action text not null,
  category text check (category in ('new', 'change', 'move', 'leave', 'conflict')),
  reason text not null,
  person_id uuid,
  group_id uuid,
  detail sealed,
  group_name text,
  state text not null check (state in ('waiting', 'doing', 'half', 'done', 'skipped', 'failed', 'conflict')),
  problem text,
  done_at timestamptz,
  primary key (organisation_id, plan_id, id),
  foreign key (organisation_id, plan_id) references m365_plan (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, group_id) references m365_group (organisation_id, id) on delete cascade
);
create index m365_step_open on m365_step (organisation_id, plan_id, phase) where state in ('waiting', 'doing', 'half');
create index m365_step_person on m365_step (organisation_id, person_id) where person_id is not null;
create index m365_step_group on m365_step (organisation_id, group_id) where group_id is not null;
alter table m365_step enable row level security;
alter table m365_step force row level security;
create policy own_organisation on m365_step
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (phase, action, category, group_name, detail, state, problem, done_at), delete on m365_step to schoolplein_app;

-- A new password that a teacher asked for a pupil: the pupil sees it too.
create table m365_reset (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  asked_by uuid,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  problem text,
  secret sealed,
  done_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete set null (asked_by)
);
create index m365_reset_person on m365_reset (organisation_id, person_id, asked_at);
create unique index m365_reset_open on m365_reset (organisation_id, person_id) where state = 'waiting';
alter table m365_reset enable row level security;
alter table m365_reset force row level security;
create policy own_organisation on m365_reset
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (state, problem, secret, done_at), delete on m365_reset to schoolplein_app;
