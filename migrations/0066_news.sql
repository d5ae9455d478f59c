-- News of the school: for groups or the whole school, now or later, with photos and files.
create table news (
  organisation_id uuid not null references organisation,
  id uuid not null,
  author_id uuid,
  -- For the whole school, or for the groups of news_group.
  whole_school boolean not null,
  class text not null check (class in ('urgent', 'answer', 'to-know')),
  answer_by date check ((answer_by is not null) or class <> 'answer' or state = 'draft'),
  words sealed not null,
  state text not null check (state in ('draft', 'scheduled', 'published', 'withdrawn')),
  publish_at timestamptz,
  published_at timestamptz check ((published_at is not null) = (state in ('published', 'withdrawn'))),
  expires_on date,
  pinned boolean not null,
  corrected_at timestamptz,
  -- The news of the board's office that this is a copy of.
  from_board uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete set null (author_id)
);
create index news_published on news (organisation_id, published_at);
create index news_author on news (organisation_id, author_id);
create unique index news_from_board on news (organisation_id, from_board) where from_board is not null;
alter table news enable row level security;
alter table news force row level security;
create policy own_organisation on news
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on news to schoolplein_app;
grant update (author_id, whole_school, class, answer_by, words, state, publish_at, published_at, expires_on, pinned,
  corrected_at, changed_at) on news to schoolplein_app;

create table news_group (
  organisation_id uuid not null references organisation,
  news_id uuid not null,
  group_id uuid not null,
  primary key (organisation_id, news_id, group_id),
  foreign key (organisation_id, news_id) references news (organisation_id, id) on delete cascade,
  foreign key (organisation_id, group_id) references school_group (organisation_id, id) on delete cascade
);
create index news_group_group on news_group (organisation_id, group_id);
alter table news_group enable row level security;
alter table news_group force row level security;
create policy own_organisation on news_group
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on news_group to schoolplein_app;

-- What stood there before each correction.
create table news_version (
  organisation_id uuid not null references organisation,
  id uuid not null,
  news_id uuid not null,
  words sealed not null,
  until_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, news_id) references news (organisation_id, id) on delete cascade
);
create index news_version_news on news_version (organisation_id, news_id);
alter table news_version enable row level security;
alter table news_version force row level security;
create policy own_organisation on news_version
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on news_version to schoolplein_app;

create table news_photo (
  organisation_id uuid not null references organisation,
  id uuid not null,
  news_id uuid not null,
  image_id uuid not null,
  chosen_at timestamptz not null,
  alt sealed not null,
  -- How many children are in it; empty while nobody said. A name that goes leaves fewer rows than this, and the photo hidden.
  people smallint check (people >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, news_id) references news (organisation_id, id) on delete cascade,
  foreign key (organisation_id, image_id) references image (organisation_id, id)
);
create index news_photo_news on news_photo (organisation_id, news_id);
create index news_photo_image on news_photo (organisation_id, image_id);
alter table news_photo enable row level security;
alter table news_photo force row level security;
create policy own_organisation on news_photo
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (alt, people), delete on news_photo to schoolplein_app;

-- Who is in it, and whether the school may show that now.
create table news_photo_pupil (
  organisation_id uuid not null references organisation,
  photo_id uuid not null,
  pupil_id uuid not null,
  may boolean not null,
  primary key (organisation_id, photo_id, pupil_id),
  foreign key (organisation_id, photo_id) references news_photo (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade
);
create index news_photo_pupil_pupil on news_photo_pupil (organisation_id, pupil_id);
alter table news_photo_pupil enable row level security;
alter table news_photo_pupil force row level security;
create policy own_organisation on news_photo_pupil
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (may), delete on news_photo_pupil to schoolplein_app;

create table news_file (
  organisation_id uuid not null references organisation,
  id uuid not null,
  news_id uuid not null,
  stored_file_id uuid not null,
  chosen_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, news_id) references news (organisation_id, id) on delete cascade,
  foreign key (organisation_id, stored_file_id) references stored_file (organisation_id, id)
);
create index news_file_news on news_file (organisation_id, news_id);
create index news_file_stored on news_file (organisation_id, stored_file_id);
alter table news_file enable row level security;
alter table news_file force row level security;
create policy own_organisation on news_file
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on news_file to schoolplein_app;

create table news_reaction (
  organisation_id uuid not null references organisation,
  news_id uuid not null,
  person_id uuid not null,
  reaction text not null check (reaction in ('thanks', 'lovely', 'proud')),
  at timestamptz not null,
  primary key (organisation_id, news_id, person_id),
  foreign key (organisation_id, news_id) references news (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index news_reaction_person on news_reaction (organisation_id, person_id);
alter table news_reaction enable row level security;
alter table news_reaction force row level security;
create policy own_organisation on news_reaction
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (reaction, at), delete on news_reaction to schoolplein_app;

create table news_read (
  organisation_id uuid not null references organisation,
  news_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  -- Said so, where the school asked for it.
  confirmed boolean not null,
  primary key (organisation_id, news_id, person_id),
  foreign key (organisation_id, news_id) references news (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index news_read_person on news_read (organisation_id, person_id);
alter table news_read enable row level security;
alter table news_read force row level security;
create policy own_organisation on news_read
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (confirmed), delete on news_read to schoolplein_app;

-- Pictures and documents that nothing names any more are found by these.
alter table upload add foreign key (organisation_id, image_id) references image (organisation_id, id);
alter table upload add foreign key (organisation_id, stored_file_id) references stored_file (organisation_id, id);
