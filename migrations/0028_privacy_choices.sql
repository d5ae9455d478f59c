-- What an organisation decides about the personal data it processes, each time with a reason; and which modules it does
-- without.

-- Modules that are off, by their names: read with the host at every request.
alter table organisation add modules_off text[] not null default '{}';
grant update (modules_off) on organisation to schoolplein_app;

-- One decision about one thing: the ground of a purpose, who is responsible and to be reached, the modules. The newest number counts;
-- what was decided before stays, and nobody changes it. value holds facts about the organisation, never about a person.
create table privacy_choice (
  organisation_id uuid not null references organisation,
  about text not null check (length(about) between 1 and 60),
  number integer not null check (number > 0),
  value jsonb not null,
  reason text not null check (length(reason) between 1 and 500),
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (organisation_id, about, number),
  foreign key (organisation_id, chosen_by) references person (organisation_id, id) on delete set null (chosen_by)
);
alter table privacy_choice enable row level security;
alter table privacy_choice force row level security;
create policy own_organisation on privacy_choice
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on privacy_choice to schoolplein_app;
