-- What everybody of the team has to have read: a message with perhaps a file, a day by which, and a confirmation of each for
-- each version. Words and file stand under a key of the must-read itself (docs/decisions/0060).

-- roles: who of the team; whoever gets such a role while it runs is asked too. version: the newest.
create table must_read (
  organisation_id uuid not null references organisation,
  id uuid not null,
  author_id uuid,
  roles text[] not null check (cardinality(roles) > 0),
  due_on date not null,
  version integer not null check (version > 0),
  begun_at timestamptz not null,
  closed_at timestamptz,
  reminded_on date,
  request_key uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_key),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete set null (author_id)
);
create index must_read_open on must_read (organisation_id, due_on) where closed_at is null;
create index must_read_author on must_read (organisation_id, author_id);
alter table must_read enable row level security;
alter table must_read force row level security;
create policy own_organisation on must_read
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (roles, due_on, version, closed_at, reminded_on), delete on must_read to schoolplein_app;

-- Never changed: what somebody confirmed stays what it was. words_hash: SHA-256 of the words and of the file, so that a print
-- can be laid beside it.
create table must_read_version (
  organisation_id uuid not null references organisation,
  id uuid not null,
  must_read_id uuid not null,
  version integer not null check (version > 0),
  words sealed not null,
  words_hash text not null check (words_hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, must_read_id, version),
  foreign key (organisation_id, must_read_id) references must_read (organisation_id, id) on delete cascade
);
alter table must_read_version enable row level security;
alter table must_read_version force row level security;
create policy own_organisation on must_read_version
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on must_read_version to schoolplein_app;

-- Who was asked to read which version, and confirmed it when.
create table must_read_reading (
  organisation_id uuid not null references organisation,
  must_read_id uuid not null,
  version integer not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz check (confirmed_at >= asked_at),
  primary key (organisation_id, must_read_id, version, person_id),
  foreign key (organisation_id, must_read_id) references must_read (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index must_read_reading_person on must_read_reading (organisation_id, person_id);
alter table must_read_reading enable row level security;
alter table must_read_reading force row level security;
create policy own_organisation on must_read_reading
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (confirmed_at), delete on must_read_reading to schoolplein_app;
