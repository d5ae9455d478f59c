-- Who asked for no account: it goes after two weeks unless they sign in before, and the school reaches them by letter.
create table no_account (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
alter table no_account enable row level security;
alter table no_account force row level security;
create policy own_organisation on no_account
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on no_account to schoolplein_app;

-- What a school promises and keeps to: within how many school days an answer comes, and between which times messages reach
-- the team on school days. Facts about the school, about nobody.
create table message_rules (
  organisation_id uuid primary key references organisation,
  answer_within smallint check (answer_within between 1 and 10),
  team_from time,
  team_until time,
  check ((team_from is null) = (team_until is null)),
  check (team_from < team_until)
);
alter table message_rules enable row level security;
alter table message_rules force row level security;
create policy own_organisation on message_rules
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on message_rules to schoolplein_app;
