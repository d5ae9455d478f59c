-- News of the team with its discussion. Words stand under a key of the news itself (docs/decisions/0066).

-- kind: need to know, or nice to know. whole_text: the mail holds the words; otherwise only that there is something to read.
create table team_news (
  organisation_id uuid not null references organisation,
  id uuid not null,
  author_id uuid,
  kind text not null check (kind in ('need', 'nice')),
  whole_text boolean not null,
  words sealed not null,
  published_at timestamptz not null,
  last_at timestamptz not null check (last_at >= published_at),
  request_key uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_key),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete set null (author_id)
);
create index team_news_published on team_news (organisation_id, published_at);
create index team_news_author on team_news (organisation_id, author_id);
alter table team_news enable row level security;
alter table team_news force row level security;
create policy own_organisation on team_news
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (last_at), delete on team_news to schoolplein_app;

-- Who it was given to, or took part in the discussion.
create table team_news_reader (
  organisation_id uuid not null references organisation,
  news_id uuid not null,
  person_id uuid not null,
  given_at timestamptz not null,
  primary key (organisation_id, news_id, person_id),
  foreign key (organisation_id, news_id) references team_news (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index team_news_reader_person on team_news_reader (organisation_id, person_id);
alter table team_news_reader enable row level security;
alter table team_news_reader force row level security;
create policy own_organisation on team_news_reader
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on team_news_reader to schoolplein_app;

create table team_news_reply (
  organisation_id uuid not null references organisation,
  id uuid not null,
  news_id uuid not null,
  author_id uuid,
  record sealed not null,
  written_at timestamptz not null,
  request_key uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_key),
  foreign key (organisation_id, news_id) references team_news (organisation_id, id) on delete cascade,
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete set null (author_id)
);
create index team_news_reply_news on team_news_reply (organisation_id, news_id, written_at);
create index team_news_reply_author on team_news_reply (organisation_id, author_id);
alter table team_news_reply enable row level security;
alter table team_news_reply force row level security;
create policy own_organisation on team_news_reply
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on team_news_reply to schoolplein_app;
