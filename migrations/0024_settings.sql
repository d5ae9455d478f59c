-- What a school decides about itself: what was changed when and by whom, with what stood before, so that it can be told
-- in words and put back; hosts of its own; regions, breaks and more kinds of closed days.

-- One change of one setting. before and after are facts about the school (a name, a colour, days, hosts), never about a
-- person; number counts per setting, and a form says up to which one it had seen.
create table setting_change (
  organisation_id uuid not null references organisation,
  setting text not null check (setting in ('look', 'hours', 'closed-days', 'hosts')),
  number integer not null check (number > 0),
  before jsonb not null,
  after jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, setting, number),
  foreign key (organisation_id, changed_by) references person (organisation_id, id) on delete set null (changed_by)
);
alter table setting_change enable row level security;
alter table setting_change force row level security;
create policy own_organisation on setting_change
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on setting_change to schoolplein_app;

-- Links in mails name the main host; without one that is the first by name. A host that redirects sends on to it.
alter table host
  add main boolean not null default false,
  add redirects boolean not null default false,
  add check (not (main and redirects));
create unique index host_main on host (organisation_id) where main;
grant insert (name, organisation_id), update (main, redirects), delete on host to schoolplein_app;

-- A host that an organisation says is its own, until a record in the DNS proves it. Two may say so of one name: whoever
-- proves it gets it, and host has room for one.
create table host_claim (
  organisation_id uuid not null references organisation,
  name text not null check (name = lower(name) and length(name) <= 253),
  token text not null check (length(token) between 20 and 60),
  claimed_at timestamptz not null,
  checked_at timestamptz,
  answer text check (answer in ('nothing', 'other', 'no-answer', 'proven')),
  proven_at timestamptz,
  points_at text[] not null default '{}',
  primary key (organisation_id, name)
);
alter table host_claim enable row level security;
alter table host_claim force row level security;
create policy own_organisation on host_claim
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (checked_at, answer, proven_at, points_at), delete on host_claim to schoolplein_app;

alter table school add region text check (region in ('north', 'middle', 'south'));
grant update (region) on school to schoolplein_app;

-- When the afternoon begins after the break; without a break that is at noon.
alter table school_hours add resumes time, add check (resumes is null or (resumes >= noon and resumes < ends));

alter table closed_days drop constraint closed_days_kind_check,
  add constraint closed_days_kind_check check (kind in ('holiday', 'public-holiday', 'study-day', 'day-off'));
