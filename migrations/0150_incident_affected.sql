-- Whom an incident affects, computed from the log of looks and from the data map (docs/decisions/0069): how it was searched for,
-- and who was found. A person stands in it by a number only.

-- source: the log (who opened what, where and when) or the map (everybody in what table_name holds).
create table incident_search (
  organisation_id uuid not null references organisation,
  id uuid not null,
  incident_id uuid not null,
  source text not null check (source in ('log', 'map')),
  viewer_id uuid,
  about text,
  from_at timestamptz,
  until_at timestamptz check (until_at > from_at),
  kinds text[] not null,
  table_name text,
  found integer not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (organisation_id, id),
  check (case source when 'log' then from_at is not null and until_at is not null and table_name is null
    else table_name is not null and from_at is null and until_at is null and viewer_id is null and about is null end),
  foreign key (organisation_id, incident_id) references incident (organisation_id, id) on delete cascade,
  foreign key (organisation_id, viewer_id) references person (organisation_id, id) on delete set null (viewer_id),
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by)
);
create index incident_search_incident on incident_search (organisation_id, incident_id);
create index incident_search_viewer on incident_search (organisation_id, viewer_id);
create index incident_search_made_by on incident_search (organisation_id, made_by);
alter table incident_search enable row level security;
alter table incident_search force row level security;
create policy own_organisation on incident_search
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on incident_search to schoolplein_app;

create table incident_affected (
  organisation_id uuid not null references organisation,
  incident_id uuid not null,
  person_id uuid not null,
  kinds text[] not null,
  primary key (organisation_id, incident_id, person_id),
  foreign key (organisation_id, incident_id) references incident (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index incident_affected_person on incident_affected (organisation_id, person_id);
alter table incident_affected enable row level security;
alter table incident_affected force row level security;
create policy own_organisation on incident_affected
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on incident_affected to schoolplein_app;
