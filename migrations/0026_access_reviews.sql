-- The yearly review of who has which role and special access: what there was when it began, and what was decided of it.
-- Ids without a key to person: the record stays what it was when somebody is gone.
create table access_review (
  organisation_id uuid not null references organisation,
  id uuid not null,
  started_by uuid,
  started_at timestamptz not null,
  finished_by uuid,
  finished_at timestamptz,
  people integer,
  ended integer,
  left_open integer,
  state_hash text check (state_hash ~ '^[0-9a-f]{64}$'),
  primary key (organisation_id, id),
  check (num_nulls(finished_at, people, ended, left_open, state_hash) in (0, 5))
);
create unique index access_review_open on access_review (organisation_id) where finished_at is null;
alter table access_review enable row level security;
alter table access_review force row level security;
create policy own_organisation on access_review
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
-- What is finished is a record: nobody changes it any more, whatever a module asks.
create policy finished_stays on access_review as restrictive for update using (finished_at is null) with check (true);
grant select, insert, update (finished_by, finished_at, people, ended, left_open, state_hash), delete on access_review
  to schoolplein_app;

-- One piece of access: a role, a group of a substitute (its id), or a protected person whom somebody may see (their id).
create table access_review_item (
  organisation_id uuid not null references organisation,
  review_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('role', 'group', 'reader')),
  what text not null check (length(what) between 1 and 40),
  since date not null,
  decision text check (decision in ('stays', 'ends', 'gone')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (organisation_id, review_id, person_id, kind, what),
  foreign key (organisation_id, review_id) references access_review (organisation_id, id) on delete cascade,
  check ((decision is null) = (decided_at is null))
);
alter table access_review_item enable row level security;
alter table access_review_item force row level security;
create policy own_organisation on access_review_item
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy finished_stays on access_review_item as restrictive for update using (exists (select from access_review r
  where r.organisation_id = access_review_item.organisation_id and r.id = access_review_item.review_id
    and r.finished_at is null));
grant select, insert, update (decision, decided_by, decided_at), delete on access_review_item to schoolplein_app;
