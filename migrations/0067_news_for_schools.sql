-- News that a board's office writes once for its schools (docs/decisions/0043): what it sent, and the post to each school.
create table news_for_schools (
  organisation_id uuid not null references organisation,
  id uuid not null,
  author_id uuid,
  class text not null check (class in ('urgent', 'to-know')),
  words sealed not null,
  schools uuid[] not null check (cardinality(schools) > 0),
  sent_at timestamptz not null,
  request_key uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_key),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete set null (author_id)
);
create index news_for_schools_author on news_for_schools (organisation_id, author_id);
alter table news_for_schools enable row level security;
alter table news_for_schools force row level security;
create policy own_organisation on news_for_schools
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on news_for_schools to schoolplein_app;

-- Between two organisations, so of neither. Only the board of a school puts something in for it.
create table news_post (
  id uuid primary key,
  from_organisation uuid not null references organisation,
  to_organisation uuid not null references organisation,
  class text not null check (class in ('urgent', 'to-know')),
  content sealed not null,
  sent_at timestamptz not null
);
create index news_post_to on news_post (to_organisation, sent_at);
alter table news_post enable row level security;
alter table news_post force row level security;
create policy board_sends on news_post for insert
  with check (from_organisation = nullif(current_setting('app.organisation', true), '')::uuid
    and exists (select from organisation school where school.id = to_organisation and school.board_id = from_organisation));
create policy receiver_reads on news_post for select
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
create policy receiver_takes on news_post for delete
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on news_post to schoolplein_app;

create function news_post_knocks() returns trigger language plpgsql as $$
begin
  perform graphile_worker.knock(new.to_organisation);
  return null;
end $$;
create trigger news_post_knocks after insert on news_post
  for each row execute function news_post_knocks();
