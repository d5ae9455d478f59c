-- Tiles of the start page: links of the school, of a group and of one person (docs/decisions/0065).

-- group_id: null for the school's own. for_whom: who of the school sees it; a group's is for who is in it and who teaches it.
-- removed_at: can be put back until the night's run takes it away.
create table tile (
  organisation_id uuid not null references organisation,
  id uuid not null,
  group_id uuid,
  for_whom text not null check (for_whom in ('everyone', 'pupils', 'team')),
  title text not null check (title <> ''),
  address text not null check (address like 'https://%'),
  symbol text not null,
  colour text not null,
  position integer not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, group_id) references school_group (organisation_id, id) on delete cascade
);
create index tile_group on tile (organisation_id, group_id, position);
alter table tile enable row level security;
alter table tile force row level security;
create policy own_organisation on tile
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (for_whom, title, address, symbol, colour, position, removed_at), delete on tile to schoolplein_app;

-- Which sites somebody goes to says something about them: sealed, under their own key.
create table own_tile (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  words sealed not null,
  position integer not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index own_tile_person on own_tile (organisation_id, person_id, position);
alter table own_tile enable row level security;
alter table own_tile force row level security;
create policy own_organisation on own_tile
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (words, position, removed_at), delete on own_tile to schoolplein_app;
