-- A copy of what the school knows of a person, asked by that person or by who has authority over them (art. 15(3) and 20
-- GDPR). The file itself is sealed in the file store and goes after a few days; that it was given stays a while longer.
create table data_copy (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null check (state in ('making', 'review', 'ready', 'ended')),
  step smallint not null default 0,
  reviewed_by uuid,
  reviewed_at timestamptz,
  file_id uuid,
  bytes bigint,
  ready_at timestamptz,
  expires_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, reviewed_by) references person (organisation_id, id) on delete set null (reviewed_by),
  check ((state = 'ready') = (file_id is not null)),
  check (state <> 'ready' or (ready_at is not null and expires_at is not null and bytes is not null))
);
create unique index data_copy_open on data_copy (organisation_id, person_id, asked_by) where state <> 'ended';
create index data_copy_asked_by on data_copy (organisation_id, asked_by);
alter table data_copy enable row level security;
alter table data_copy force row level security;
create policy own_organisation on data_copy
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (state, step, reviewed_by, reviewed_at, file_id, bytes, ready_at, expires_at), delete
  on data_copy to schoolplein_app;

-- A text in which somebody else might be named, as the school lets it go along: whole, with passages blanked, or not.
create table data_copy_text (
  organisation_id uuid not null references organisation,
  id uuid not null,
  copy_id uuid not null,
  place text not null,
  released sealed not null,
  primary key (organisation_id, id),
  unique (organisation_id, copy_id, place),
  foreign key (organisation_id, copy_id) references data_copy (organisation_id, id) on delete cascade
);
alter table data_copy_text enable row level security;
alter table data_copy_text force row level security;
create policy own_organisation on data_copy_text
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on data_copy_text to schoolplein_app;
