-- Terms of use: what guardians and the team agree to, version by version, and what the school does when somebody breaks them.

-- The text the school is working on. `revision` counts, so that a form says which one it had seen.
create table terms_draft (
  organisation_id uuid not null references organisation,
  audience text not null check (audience in ('guardian', 'team')),
  words jsonb not null,
  revision integer not null check (revision > 0),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, audience),
  foreign key (organisation_id, changed_by) references person (organisation_id, id) on delete set null (changed_by)
);
alter table terms_draft enable row level security;
alter table terms_draft force row level security;
create policy own_organisation on terms_draft
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (words, revision, changed_by, changed_at), delete on terms_draft to schoolplein_app;

-- What was published. Its words never change: nobody may update them. Until its day it can be withdrawn.
create table terms_version (
  organisation_id uuid not null references organisation,
  audience text not null check (audience in ('guardian', 'team')),
  number integer not null check (number > 0),
  words jsonb not null,
  in_force_on date not null,
  published_by uuid,
  published_at timestamptz not null,
  withdrawn_at timestamptz check ((withdrawn_at at time zone 'Europe/Amsterdam')::date < in_force_on),
  primary key (organisation_id, audience, number),
  foreign key (organisation_id, published_by) references person (organisation_id, id) on delete set null (published_by)
);
alter table terms_version enable row level security;
alter table terms_version force row level security;
create policy own_organisation on terms_version
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (withdrawn_at) on terms_version to schoolplein_app;

-- Who agreed to which version, when, and to which words: the hash of the text in the language in which it was shown.
create table terms_acceptance (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  audience text not null,
  number integer not null,
  language text not null check (language in ('nl', 'en')),
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  accepted_at timestamptz not null,
  primary key (organisation_id, person_id, audience, number),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, audience, number) references terms_version (organisation_id, audience, number)
);
alter table terms_acceptance enable row level security;
alter table terms_acceptance force row level security;
create policy own_organisation on terms_acceptance
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on terms_acceptance to schoolplein_app;

-- What somebody did against the terms, and what the school told them about it. Evidence is looked at, never copied.
create table terms_breach (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('others-data', 'unkind', 'misuse', 'other')),
  record sealed not null,
  seen_by uuid not null,
  seen_on date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  read_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, seen_by) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, noted_by) references person (organisation_id, id) on delete cascade,
  check (noted_by <> person_id and seen_by <> person_id)
);
create index terms_breach_person on terms_breach (organisation_id, person_id);
alter table terms_breach enable row level security;
alter table terms_breach force row level security;
create policy own_organisation on terms_breach
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (read_at), delete on terms_breach to schoolplein_app;

-- What somebody may not do here for a while, with reason and end. Longer than a week takes a second person, whatever a
-- program asks.
create table terms_restriction (
  organisation_id uuid not null references organisation,
  id uuid not null,
  breach_id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('writing', 'everything')),
  reason sealed not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  state text not null check (state in ('waiting', 'in-force', 'ended')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, breach_id) references terms_breach (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, confirmed_by) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, ended_by) references person (organisation_id, id) on delete cascade,
  check (asked_by <> person_id and confirmed_by <> person_id and confirmed_by <> asked_by and ended_by <> person_id),
  check (state <> 'in-force' or confirmed_by is not null or to_on - from_on < 7),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((state = 'ended') = (ended_at is not null))
);
create unique index terms_restriction_open on terms_restriction (organisation_id, person_id) where state <> 'ended';
create index terms_restriction_breach on terms_restriction (organisation_id, breach_id);
alter table terms_restriction enable row level security;
alter table terms_restriction force row level security;
create policy own_organisation on terms_restriction
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (state, confirmed_by, confirmed_at, ended_by, ended_at), delete
  on terms_restriction to schoolplein_app;
