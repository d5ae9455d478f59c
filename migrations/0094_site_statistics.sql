-- Statistics of the public site without cookies or identifiers. Two tables live until midnight and are unlogged: they stand in
-- no write-ahead log and in no backup, and a crash empties them. What stays are counts.

-- The salt of a day: without it nobody, we neither, can say from which network or browser a visitor's number was made.
create unlogged table site_salt (
  organisation_id uuid not null references organisation,
  day date not null,
  salt uuid not null,
  primary key (organisation_id, day)
);
alter table site_salt enable row level security;
alter table site_salt force row level security;
create policy own_organisation on site_salt
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on site_salt to schoolplein_app;

-- Whom the day has counted already: a number made with the salt of the day, and nothing beside it.
create unlogged table site_visitor (
  organisation_id uuid not null references organisation,
  day date not null,
  visitor uuid not null,
  primary key (organisation_id, day, visitor)
);
alter table site_visitor enable row level security;
alter table site_visitor force row level security;
create policy own_organisation on site_visitor
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on site_visitor to schoolplein_app;

-- Counts of a day, each by one thing only, so that no two of them together point at somebody.
create table site_count (
  organisation_id uuid not null references organisation,
  day date not null,
  by_what text not null check (by_what in ('all', 'page', 'country', 'referrer', 'device')),
  value text not null check (length(value) between 1 and 200),
  views integer not null check (views >= 0),
  visitors integer not null check (visitors >= 0),
  primary key (organisation_id, day, by_what, value)
);
alter table site_count enable row level security;
alter table site_count force row level security;
create policy own_organisation on site_count
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_count to schoolplein_app;
