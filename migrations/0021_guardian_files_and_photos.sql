-- A file of guardians between upload and applying. mapping says which column goes where, by its place; report has numbers
-- only. The file itself is sealed and expires.
create table guardian_import (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  file_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  state text not null check (state in ('waiting', 'applied', 'dropped')),
  applied_at timestamptz,
  mapping jsonb not null,
  report jsonb,
  primary key (organisation_id, id)
);
alter table guardian_import enable row level security;
alter table guardian_import force row level security;
create policy own_organisation on guardian_import
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (file_id, state, applied_at, mapping, report), delete on guardian_import to schoolplein_app;

-- A photo of somebody of the team, and who may see it: colleagues only, or the guardians of the pupils they teach too. The
-- choice stays when the photo goes.
create table staff_photo (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  image_id uuid,
  shown_to text not null default 'guardians' check (shown_to in ('team', 'guardians')),
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, image_id) references image (organisation_id, id)
);
create index staff_photo_image on staff_photo (organisation_id, image_id);
alter table staff_photo enable row level security;
alter table staff_photo force row level security;
create policy own_organisation on staff_photo
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (image_id, shown_to), delete on staff_photo to schoolplein_app;

-- Whether guardians see photos of their own children's teachers. Off until the school says otherwise (art. 25(2) GDPR).
alter table school add column photos_for_guardians boolean not null default false;
grant update (photos_for_guardians) on school to schoolplein_app;
