-- Pictures and documents of the site, and who is on a picture: what a consent decides about.

-- A picture that was uploaded for the site; its sizes stand in image_file. `children` is what its editor says about it: a
-- picture about which nothing was said yet cannot be published.
create table site_picture (
  organisation_id uuid not null references organisation,
  id uuid not null,
  alt text not null default '' check (length(alt) <= 250),
  -- Which ninth of it has to stay in view when something is cut off: 0 is above left, 4 the middle, 8 below right.
  focus smallint not null default 4 check (focus between 0 and 8),
  children text not null default 'unknown' check (children in ('unknown', 'none', 'some')),
  width integer,
  height integer,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references image (organisation_id, id) on delete cascade,
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by)
);
alter table site_picture enable row level security;
alter table site_picture force row level security;
create policy own_organisation on site_picture
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_picture to schoolplein_app;

create table site_picture_pupil (
  organisation_id uuid not null references organisation,
  picture_id uuid not null,
  pupil_id uuid not null,
  primary key (organisation_id, picture_id, pupil_id),
  foreign key (organisation_id, picture_id) references site_picture (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade
);
create index site_picture_pupil_pupil on site_picture_pupil (organisation_id, pupil_id);
alter table site_picture_pupil enable row level security;
alter table site_picture_pupil force row level security;
create policy own_organisation on site_picture_pupil
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on site_picture_pupil to schoolplein_app;

create table site_document (
  organisation_id uuid not null references organisation,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  type text not null,
  bytes bigint not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references stored_file (organisation_id, id) on delete cascade,
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by)
);
alter table site_document enable row level security;
alter table site_document force row level security;
create policy own_organisation on site_document
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_document to schoolplein_app;

-- A published picture or document: its bytes stay where they are kept, sealed, and are opened when they are asked for.
alter table published_file
  add image_id uuid,
  add variant text,
  add file_id uuid,
  add check (num_nonnulls(image_id, file_id) <= 1 and (image_id is null) = (variant is null));
comment on column published_file.moved_to is 'where it sends on to instead';
