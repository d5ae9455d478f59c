-- The privacy statement as it was published, version by version, and that the log was verified.

-- The words as they were made from the declarations and the choices of that moment; nobody changes them. core_hash is of what
-- is processed, why and how long: another one is a change that people are told of.
create table privacy_statement (
  organisation_id uuid not null references organisation,
  number integer not null check (number > 0),
  words jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  core_hash text not null check (core_hash ~ '^[0-9a-f]{64}$'),
  material boolean not null,
  published_at timestamptz not null,
  primary key (organisation_id, number)
);
alter table privacy_statement enable row level security;
alter table privacy_statement force row level security;
create policy own_organisation on privacy_statement
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on privacy_statement to schoolplein_app;

-- Up to which version somebody has seen what changed; until then their first page says that there is something to read.
create table privacy_statement_seen (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  number integer not null,
  seen_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, number) references privacy_statement (organisation_id, number)
);
alter table privacy_statement_seen enable row level security;
alter table privacy_statement_seen force row level security;
create policy own_organisation on privacy_statement_seen
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (number, seen_at), delete on privacy_statement_seen to schoolplein_app;

-- That the chain of the log was walked, and up to where it held; broken is the first line that did not.
create table audit_verification (
  organisation_id uuid not null references organisation,
  verified_at timestamptz not null,
  lines integer not null,
  sequence bigint not null,
  hash text not null,
  broken bigint,
  primary key (organisation_id, verified_at)
);
alter table audit_verification enable row level security;
alter table audit_verification force row level security;
create policy own_organisation on audit_verification
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on audit_verification to schoolplein_app;
