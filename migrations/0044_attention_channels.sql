-- How somebody is told: of each kind of message by mail or by push, and when the one digest of the family comes. It belongs
-- to the account, because a family with two schools has one digest. digest_at: when the last one left, so that two schools
-- send one.
create table attention_choice (
  account_id uuid primary key references account on delete cascade,
  digest_hour smallint not null default 17 check (digest_hour between 6 and 21),
  digest_at timestamptz,
  mail text[] not null default '{urgent,answer,to-know}' check (mail <@ '{urgent,answer,to-know}'::text[]),
  push text[] not null default '{}' check (push <@ '{urgent,answer,to-know}'::text[])
);
alter table attention_choice enable row level security;
alter table attention_choice force row level security;
create policy own_account on attention_choice
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
grant select, insert, update on attention_choice to schoolplein_app;

-- Browsers that take messages of this school. One goes with the session in which it was allowed: signing out ends it.
create table push_subscription (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  session_hash text not null references session on delete cascade,
  endpoint_hash text not null,
  subscription sealed not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, endpoint_hash),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index push_subscription_person on push_subscription (organisation_id, person_id);
create index push_subscription_session on push_subscription (session_hash);
alter table push_subscription enable row level security;
alter table push_subscription force row level security;
create policy own_organisation on push_subscription
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on push_subscription to schoolplein_app;

-- When somebody of the team wants to be told: hours on their working days. Who has none is told at any moment.
create table attention_hours (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_time time not null,
  until_time time not null,
  primary key (organisation_id, person_id, weekday),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check (from_time < until_time)
);
alter table attention_hours enable row level security;
alter table attention_hours force row level security;
create policy own_organisation on attention_hours
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on attention_hours to schoolplein_app;
