-- What somebody says against a restriction, once, and what the school answers. It goes with the restriction.
create table terms_objection (
  organisation_id uuid not null references organisation,
  restriction_id uuid not null,
  person_id uuid not null,
  words sealed not null,
  sent_at timestamptz not null,
  answer sealed,
  answered_by uuid,
  answered_at timestamptz,
  read_at timestamptz,
  primary key (organisation_id, restriction_id),
  foreign key (organisation_id, restriction_id) references terms_restriction (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, answered_by) references person (organisation_id, id) on delete cascade,
  check (answered_by <> person_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index terms_objection_person on terms_objection (organisation_id, person_id);
alter table terms_objection enable row level security;
alter table terms_objection force row level security;
create policy own_organisation on terms_objection
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (answer, answered_by, answered_at, read_at), delete on terms_objection to schoolplein_app;
