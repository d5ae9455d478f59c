-- Between which organisations an incident was told (docs/decisions/0069): each has a register of its own, and knows under which
-- number the other has it. came: whether the other told us. found: how many people the other computed that it affects there.
create table incident_link (
  organisation_id uuid not null references organisation,
  incident_id uuid not null,
  other_organisation uuid not null references organisation,
  other_incident uuid not null,
  came boolean not null,
  passed_at timestamptz not null,
  found integer check (found >= 0),
  primary key (organisation_id, incident_id, other_organisation),
  foreign key (organisation_id, incident_id) references incident (organisation_id, id) on delete cascade
);
alter table incident_link enable row level security;
alter table incident_link force row level security;
create policy own_organisation on incident_link
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (found), delete on incident_link to schoolplein_app;
