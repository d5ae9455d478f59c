-- The ground: organisations, their hosts, keys of the vault, the log that proves who did and saw what, files.
-- A tenant table has organisation_id first in every key and a forced policy. Binary columns hold sealed values and
-- nothing else, so that a reader of the driver's answer knows what bytes mean.

create domain sealed as bytea check (octet_length(value) >= 46);

-- Public facts: who may be reached on which host. Everyone may read them, an organisation changes only its own.
create table organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('board', 'school', 'partner', 'supplier')),
  board_id uuid references organisation,
  name text not null check (length(name) between 1 and 120),
  mark text not null default 'square',
  hue smallint not null default 65 check (hue between 0 and 359),
  chroma double precision not null default 0.02 check (chroma between 0.02 and 0.12),
  language text not null default 'nl' check (language in ('nl', 'en')),
  created_at timestamptz not null default now()
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy everyone_reads on organisation for select using (true);
create policy own_writes on organisation for all
  using (id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, update (name, mark, hue, chroma, language) on organisation to schoolplein_app;

create table host (
  name text primary key check (name = lower(name)),
  organisation_id uuid not null references organisation
);
alter table host enable row level security;
alter table host force row level security;
create policy everyone_reads on host for select using (true);
create policy own_writes on host for all
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select on host to schoolplein_app;

-- A generation is one pair of master and epoch key (kept in a file, never here). A key names its generation, so a
-- generation cannot be dropped while a living key still needs it, however many servers are writing. proof is derived from
-- the pair and tells whether a ring is the one of this database; nothing can be opened with it.
create table vault_generation (
  id integer primary key,
  proof text not null,
  created_at timestamptz not null default now()
);
alter table vault_generation enable row level security;
alter table vault_generation force row level security;
create policy everyone_reads on vault_generation for select using (true);
create policy operator_writes on vault_generation for all to schoolplein_owner using (true) with check (true);
grant select on vault_generation to schoolplein_app;

-- One data key per subject (a person, a conversation, an album). Destroying it leaves the row as a tombstone, so that a
-- restore of an older backup knows what must stay unreadable.
create table vault_key (
  organisation_id uuid not null references organisation,
  id uuid not null,
  subject_id uuid not null,
  wrapped text,
  generation integer references vault_generation,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (organisation_id, id),
  check ((wrapped is null) = (destroyed_at is not null)),
  check ((wrapped is null) = (generation is null))
);
-- Also over tombstones: a subject whose key was destroyed never gets another one.
create unique index vault_key_subject on vault_key (organisation_id, subject_id);
create index vault_key_generation on vault_key (organisation_id, generation) where generation is not null;
alter table vault_key enable row level security;
alter table vault_key force row level security;
create policy own_organisation on vault_key
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on vault_key to schoolplein_app;

-- What was done and what was opened: ids and kinds, never a name, so that the chain survives an erasure.
-- Requests only append; a job numbers and chains the lines and spreads opened subjects into disclosure_subject.
create table audit_line (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  person_id uuid,
  action text not null,
  place text not null,
  subjects uuid[] not null default '{}',
  kinds text[] not null default '{}',
  sequence bigint,
  hash text,
  primary key (organisation_id, id),
  check ((sequence is null) = (hash is null))
);
create unique index audit_line_sequence on audit_line (organisation_id, sequence) where sequence is not null;
create index audit_line_waiting on audit_line (organisation_id, at) where sequence is null;
alter table audit_line enable row level security;
alter table audit_line force row level security;
create policy own_organisation on audit_line
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (sequence, hash), delete on audit_line to schoolplein_app;

create table disclosure_subject (
  organisation_id uuid not null references organisation,
  subject_id uuid not null,
  at timestamptz not null,
  line_id uuid not null,
  primary key (organisation_id, subject_id, at, line_id),
  foreign key (organisation_id, line_id) references audit_line (organisation_id, id) on delete cascade
);
alter table disclosure_subject enable row level security;
alter table disclosure_subject force row level security;
create policy own_organisation on disclosure_subject
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on disclosure_subject to schoolplein_app;

-- Where the chain stood at the end of each month, and stands in this one: a chain cut short does not reach it, older lines
-- can go and what remains still verifies.
create table audit_checkpoint (
  organisation_id uuid not null references organisation,
  month date not null,
  sequence bigint not null,
  hash text not null,
  primary key (organisation_id, month)
);
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint force row level security;
create policy own_organisation on audit_checkpoint
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (sequence, hash) on audit_checkpoint to schoolplein_app;

-- Where a sealed file lies; its bytes are in the file store.
create table file (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  subject_id uuid not null,
  purpose text not null,
  bytes bigint not null check (bytes >= 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organisation_id, id)
);
create index file_expiry on file (organisation_id, expires_at);
alter table file enable row level security;
alter table file force row level security;
create policy own_organisation on file
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on file to schoolplein_app;
