-- The way back in for who lost a second factor, or everything: somebody of the office saw who it is, somebody else of the
-- office agrees, and a code on paper then works once. `seen`: which document was shown; never its number, never a copy.
create table account_recovery (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  lost text not null check (lost in ('factor', 'everything')),
  seen text not null check (seen in ('passport', 'identity-card', 'driving-licence', 'residence-permit', 'known')),
  state text not null check (state in ('waiting', 'approved', 'used', 'stopped')),
  started_by uuid not null,
  started_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, code_hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, started_by) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, decided_by) references person (organisation_id, id) on delete cascade,
  -- Two people, and neither of them the one concerned: whatever a program asks.
  check (started_by <> person_id and decided_by <> person_id and decided_by <> started_by),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (code_hash is null)),
  check ((state in ('used', 'stopped')) = (ended_at is not null))
);
create unique index account_recovery_open on account_recovery (organisation_id, person_id) where ended_at is null;
alter table account_recovery enable row level security;
alter table account_recovery force row level security;
create policy own_organisation on account_recovery
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (state, decided_by, decided_at, code_hash, expires_at, ended_at), delete
  on account_recovery to schoolplein_app;
