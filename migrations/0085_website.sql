-- The public website of an organisation: its pages with every version, what they are made of, and what strangers get.

-- One site for each organisation. `live`: strangers see it at the address of the organisation; before that only editors.
create table site (
  organisation_id uuid not null references organisation primary key,
  theme text not null check (theme in ('lighthouse', 'mill', 'tide', 'square')),
  -- What the school says about itself at the foot of each page. Published facts, as on its building.
  tagline text not null default '' check (length(tagline) <= 200),
  address text not null default '' check (length(address) <= 300),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  live boolean not null default false,
  made_at timestamptz not null
);

-- A page or a news article. What it says stands in its revisions: `draft` is what its editors see, `published` what strangers
-- see. A page that was removed keeps its versions until they go by themselves.
create table site_page (
  organisation_id uuid not null references organisation,
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('home', 'page', 'newsroom', 'article')),
  slug text not null check (slug = '' or slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  position integer not null default 0,
  in_menu boolean not null default true,
  draft integer not null,
  published integer,
  published_at timestamptz,
  publish_at timestamptz,
  -- The last day on which it stands on the site.
  expires_on date,
  -- Who looks after it, and the day on which they look whether it is still right.
  owner_id uuid,
  review_on date,
  made_at timestamptz not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references site_page (organisation_id, id),
  foreign key (organisation_id, owner_id) references person (organisation_id, id) on delete set null (owner_id),
  check ((kind = 'home') = (slug = '')),
  check (kind = 'home' or parent_id is not null)
);
create unique index site_page_address on site_page (organisation_id, parent_id, slug) nulls not distinct
  where removed_at is null;

-- What a page said at a moment. Undoing goes to `previous`; nothing that was typed is ever overwritten.
create table site_revision (
  organisation_id uuid not null references organisation,
  page_id uuid not null,
  number integer not null check (number > 0),
  previous integer,
  content jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  published_at timestamptz,
  -- Since when no one sees it any more: neither editors nor strangers.
  replaced_at timestamptz,
  primary key (organisation_id, page_id, number),
  foreign key (organisation_id, page_id) references site_page (organisation_id, id) on delete cascade,
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by)
);

-- An address where a page stood before. It names the page and no address, so that it leads to where that page is now and
-- cannot go round in a circle.
create table site_redirect (
  organisation_id uuid not null references organisation,
  path text not null check (path like '/%' and length(path) <= 1000),
  page_id uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, path),
  foreign key (organisation_id, page_id) references site_page (organisation_id, id) on delete cascade
);

-- Everything strangers can get, ready to be sent: pages, the feed, the map of the site. Only what is published stands here, so
-- that the search of the site can find nothing else.
create table published_file (
  organisation_id uuid not null references organisation,
  path text not null check (path like '/%' and length(path) <= 1000),
  type text not null,
  etag text not null,
  body text not null,
  -- Where it sends on to instead, or the picture it is.
  moved_to text,
  -- What it is called and says, for the search; nothing for what is no page.
  title text,
  summary text,
  words text,
  search tsvector generated always as (
    setweight(to_tsvector('dutch', coalesce(title, '')), 'A') ||
    setweight(to_tsvector('dutch', coalesce(summary, '')), 'B') ||
    to_tsvector('dutch', coalesce(words, ''))) stored,
  primary key (organisation_id, path)
);
create index published_file_search on published_file using gin (search);

-- What happens at school, as the agenda of the site shows it.
create table site_event (
  organisation_id uuid not null references organisation,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  text text not null default '' check (length(text) <= 500),
  place text not null default '' check (length(place) <= 120),
  from_on date not null,
  to_on date not null,
  starts time,
  ends time,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by),
  check (to_on >= from_on)
);

alter table site enable row level security;
alter table site force row level security;
create policy own_organisation on site
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site to schoolplein_app;

alter table site_page enable row level security;
alter table site_page force row level security;
create policy own_organisation on site_page
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_page to schoolplein_app;

alter table site_revision enable row level security;
alter table site_revision force row level security;
create policy own_organisation on site_revision
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_revision to schoolplein_app;

alter table site_redirect enable row level security;
alter table site_redirect force row level security;
create policy own_organisation on site_redirect
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_redirect to schoolplein_app;

alter table published_file enable row level security;
alter table published_file force row level security;
create policy own_organisation on published_file
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on published_file to schoolplein_app;

alter table site_event enable row level security;
alter table site_event force row level security;
create policy own_organisation on site_event
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_event to schoolplein_app;
