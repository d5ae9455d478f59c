-- Consent: what the school asks, in which words, what guardians (or a pupil of 16) answered, and whose data may be used now.

-- What the school asks. Audience and rule never change: another audience or rule is another question.
create table consent_purpose (
  organisation_id uuid not null references organisation,
  id uuid not null,
  template text not null check (template in ('photo-website', 'photo-social', 'photo-app', 'photo-class', 'photo-press',
    'contact-list', 'medical', 'newsletter', 'own')),
  audience text not null check (audience in ('internet', 'social', 'school', 'group', 'press', 'team', 'family')),
  rule text not null check (rule in ('one', 'all', 'confirmed')),
  pictures boolean not null,
  position integer not null,
  -- The newest text, and the oldest one under which an answer still counts.
  number integer not null check (number > 0),
  asks_from integer not null check (asks_from between 1 and number),
  created_by uuid,
  created_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references person (organisation_id, id) on delete set null (created_by),
  foreign key (organisation_id, ended_by) references person (organisation_id, id) on delete set null (ended_by)
);
create unique index consent_purpose_open on consent_purpose (organisation_id, template)
  where ended_at is null and template <> 'own';
alter table consent_purpose enable row level security;
alter table consent_purpose force row level security;
create policy own_organisation on consent_purpose
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (number, asks_from, ended_by, ended_at) on consent_purpose to schoolplein_app;

-- The words of each version. They never change: nobody may update them.
create table consent_text (
  organisation_id uuid not null references organisation,
  purpose_id uuid not null,
  number integer not null check (number > 0),
  words jsonb not null,
  asks_again boolean not null,
  published_by uuid,
  published_at timestamptz not null,
  primary key (organisation_id, purpose_id, number),
  foreign key (organisation_id, purpose_id) references consent_purpose (organisation_id, id),
  foreign key (organisation_id, published_by) references person (organisation_id, id) on delete set null (published_by)
);
alter table consent_text enable row level security;
alter table consent_text force row level security;
create policy own_organisation on consent_text
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on consent_text to schoolplein_app;

-- Each answer, under the words it was given to. One that is replaced ends and stays.
create table consent_answer (
  organisation_id uuid not null references organisation,
  id uuid not null,
  purpose_id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  number integer not null,
  language text not null check (language in ('nl', 'en')),
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  yes boolean not null,
  -- A no that took back a yes.
  withdraws boolean not null check (not (yes and withdraws)),
  channel text not null check (channel in ('app', 'paper', 'phone')),
  given_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, recorded_by) references person (organisation_id, id) on delete set null (recorded_by),
  foreign key (organisation_id, purpose_id, number) references consent_text (organisation_id, purpose_id, number)
);
create unique index consent_answer_now on consent_answer (organisation_id, pupil_id, purpose_id, person_id)
  where ended_at is null;
create index consent_answer_person on consent_answer (organisation_id, person_id);
alter table consent_answer enable row level security;
alter table consent_answer force row level security;
create policy own_organisation on consent_answer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (ended_at), delete on consent_answer to schoolplein_app;

-- Who decides: the guardians, or the pupil, who is 16. The year of the 16th birthday says when to look; the day stays sealed.
create table consent_age (
  organisation_id uuid not null references organisation,
  pupil_id uuid not null,
  sixteen_in smallint,
  own boolean not null,
  by_office boolean not null,
  primary key (organisation_id, pupil_id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade
);
alter table consent_age enable row level security;
alter table consent_age force row level security;
create policy own_organisation on consent_age
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (sixteen_in, own, by_office), delete on consent_age to schoolplein_app;

-- For whom modules were last told that they may: what differs from the answers is told, once.
create table consent_granted (
  organisation_id uuid not null references organisation,
  purpose_id uuid not null,
  pupil_id uuid not null,
  primary key (organisation_id, purpose_id, pupil_id),
  foreign key (organisation_id, purpose_id) references consent_purpose (organisation_id, id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade
);
alter table consent_granted enable row level security;
alter table consent_granted force row level security;
create policy own_organisation on consent_granted
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on consent_granted to schoolplein_app;
