-- How somebody was invited and what became of it. A code is never stored: it is derived from the invitation's id with a key
-- outside the database, so that a letter can be printed again and a mail tried again; its hash stands here as before.
alter table invitation
  add column channel text not null default 'link' check (channel in ('link', 'letter', 'mail')),
  add column round_id uuid,
  add column mail text check (mail in ('waiting', 'sent', 'refused', 'stopped')),
  add column asked_again_at timestamptz,
  add column parted_at timestamptz,
  add column parted_by uuid,
  -- Where accepting made two people one: whose guardianships moved to whom, and which.
  add column moved_from uuid,
  add column moved_to uuid,
  add column moved uuid[];
create index invitation_person on invitation (organisation_id, person_id);
grant update (mail, asked_again_at, parted_at, parted_by, moved_from, moved_to, moved) on invitation to schoolplein_app;

-- One press on "invite": a group, the team or all guardians, as a job. `request_key` makes a form sent twice one round, and
-- only one round at a time is under way.
create table invitation_round (
  organisation_id uuid not null references organisation,
  id uuid not null default gen_random_uuid(),
  request_key uuid not null,
  whom text not null check (whom in ('group', 'team', 'school')),
  group_id uuid,
  channel text not null check (channel in ('letter', 'mail', 'best')),
  started_by uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  planned integer not null,
  letters integer not null default 0,
  mails integer not null default 0,
  primary key (organisation_id, id),
  unique (organisation_id, request_key),
  foreign key (organisation_id, group_id) references school_group (organisation_id, id) on delete cascade,
  check ((whom = 'group') = (group_id is not null))
);
create unique index invitation_round_one on invitation_round (organisation_id) where finished_at is null;
alter table invitation_round enable row level security;
alter table invitation_round force row level security;
create policy own_organisation on invitation_round
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (finished_at, letters, mails), delete on invitation_round to schoolplein_app;

-- The language in which somebody reads letters of the school. What somebody speaks says where they come from: sealed.
create table letter_language (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  choice sealed not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
alter table letter_language enable row level security;
alter table letter_language force row level security;
create policy own_organisation on letter_language
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (choice), delete on letter_language to schoolplein_app;

-- A guardian who is a colleague too is one person: accepting moves the guardianships, undoing moves them back.
grant update (guardian_id) on guardianship to schoolplein_app;
