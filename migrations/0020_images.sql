-- Pictures that were uploaded: a photo of somebody, the school's logo. Only what was made of them is kept, each variant as
-- a sealed file in the file store.
create table image (
  organisation_id uuid not null references organisation,
  id uuid not null,
  -- Whose key seals it: a person, or the organisation itself.
  subject_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (organisation_id, id)
);
create index image_subject on image (organisation_id, subject_id);
alter table image enable row level security;
alter table image force row level security;
create policy own_organisation on image
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on image to schoolplein_app;

create table image_file (
  organisation_id uuid not null references organisation,
  image_id uuid not null,
  variant text not null check (length(variant) between 1 and 40),
  type text not null check (type in ('webp', 'jpeg')),
  -- Its name in the file store; never used twice.
  file_id uuid not null,
  bytes bigint not null check (bytes > 0),
  primary key (organisation_id, image_id, variant, type),
  foreign key (organisation_id, image_id) references image (organisation_id, id) on delete cascade
);
alter table image_file enable row level security;
alter table image_file force row level security;
create policy own_organisation on image_file
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on image_file to schoolplein_app;
