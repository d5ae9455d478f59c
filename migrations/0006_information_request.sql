-- What a guardian without authority asks the school (art. 1:377c BW). The words are sealed under the guardian's key; no
-- child is named by the system, because whoever asks this way sees nothing of a child.

create table information_request (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  guardian_id uuid not null,
  request sealed not null,
  created_at timestamptz not null default now(),
  handled_at timestamptz,
  handled_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade,
  check ((handled_at is null) = (handled_by is null))
);
create index information_request_waiting on information_request (organisation_id, created_at) where handled_at is null;
alter table information_request enable row level security;
alter table information_request force row level security;
create policy own_organisation on information_request
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (handled_at, handled_by), delete on information_request to schoolplein_app;
