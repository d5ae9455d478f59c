-- Files on their way in: parts of one, and what became of it until a module takes it over.
create table upload (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  -- What it is for, as a module named it, and the module's own row that it belongs to.
  purpose text not null check (length(purpose) between 1 and 40),
  for_id uuid,
  name sealed not null,
  bytes bigint not null check (bytes > 0),
  received bigint not null default 0 check (received between 0 and bytes),
  state text not null default 'receiving' check (state in ('receiving', 'checking', 'ready', 'refused')),
  problem text check ((problem is not null) = (state = 'refused')),
  image_id uuid,
  stored_file_id uuid,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index upload_person on upload (organisation_id, person_id);
create index upload_for on upload (organisation_id, for_id);
alter table upload enable row level security;
alter table upload force row level security;
create policy own_organisation on upload
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (for_id, received, state, problem, image_id, stored_file_id), delete on upload to schoolplein_app;

create table upload_part (
  organisation_id uuid not null references organisation,
  upload_id uuid not null,
  starts_at bigint not null check (starts_at >= 0),
  file_id uuid not null,
  primary key (organisation_id, upload_id, starts_at),
  foreign key (organisation_id, upload_id) references upload (organisation_id, id) on delete cascade
);
alter table upload_part enable row level security;
alter table upload_part force row level security;
create policy own_organisation on upload_part
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on upload_part to schoolplein_app;

-- A document that was kept as it came (pictures are made anew, see 0020).
create table stored_file (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- Whose key seals it: a person, or the file itself.
  subject_id uuid not null,
  file_id uuid not null,
  type text not null check (type in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp')),
  bytes bigint not null check (bytes > 0),
  name sealed not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (organisation_id, id)
);
create index stored_file_subject on stored_file (organisation_id, subject_id);
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy own_organisation on stored_file
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on stored_file to schoolplein_app;
