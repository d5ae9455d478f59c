-- Whom the school was warned about before everything of theirs goes, and for which day: so that it is told once. Another day, since
-- the school chose another period or somebody came back and left again, is told again.
create table retention_warning (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  goes_on date not null,
  warned_at timestamptz not null,
  primary key (organisation_id, person_id, goes_on),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
alter table retention_warning enable row level security;
alter table retention_warning force row level security;
create policy own_organisation on retention_warning
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on retention_warning to schoolplein_app;
