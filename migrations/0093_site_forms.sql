-- Forms on the public site (contact, and any simple form), and what visitors sent with them.

-- kind: a contact form; a complaint or a request about personal data, which the school's officer sees with its clock; or anything.
-- sender: whether who sends it must say a name and mail address. fields: what is asked, as the school typed it.
-- keep_months: how long after the last activity what was sent goes; nothing is the general term (three years).
create table site_form (
  organisation_id uuid not null references organisation,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  kind text not null check (kind in ('contact', 'complaint', 'privacy', 'other')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  sender text not null check (sender in ('required', 'optional')),
  title text not null check (length(title) between 1 and 120),
  intro text not null check (length(intro) <= 2000),
  thanks text not null check (length(thanks) <= 1000),
  fields jsonb not null check (jsonb_typeof(fields) = 'array' and jsonb_array_length(fields) <= 20),
  keep_months smallint check (keep_months between 1 and 36),
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, slug),
  foreign key (organisation_id, changed_by) references person (organisation_id, id) on delete set null (changed_by)
);
alter table site_form enable row level security;
alter table site_form force row level security;
create policy own_organisation on site_form
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_form to schoolplein_app;

-- Who of the team reads what is sent; without rows it is the office.
create table site_form_reader (
  organisation_id uuid not null references organisation,
  form_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, form_id, person_id),
  foreign key (organisation_id, form_id) references site_form (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index site_form_reader_person on site_form_reader (organisation_id, person_id);
alter table site_form_reader enable row level security;
alter table site_form_reader force row level security;
create policy own_organisation on site_form_reader
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on site_form_reader to schoolplein_app;

-- What somebody sent. It is a subject of its own: a key for each, which is destroyed with it. sender_id: who was signed in when they sent it.
-- link_hash: of the token in the one mail that opens it for its sender. due_on, limit_on: the clock of a request about data.
create table site_submission (
  organisation_id uuid not null references organisation,
  id uuid not null,
  form_id uuid not null,
  sender_id uuid,
  language text not null check (language in ('nl', 'en')),
  answers sealed not null,
  link_hash text not null,
  state text not null check (state in ('waiting', 'maybe-spam', 'answered', 'closed')),
  held_because text check (held_because in ('too-quick', 'hidden-field', 'many', 'links', 'words')),
  received_at timestamptz not null,
  active_at timestamptz not null,
  ends_on date,
  due_on date,
  limit_on date,
  primary key (organisation_id, id),
  unique (organisation_id, link_hash),
  foreign key (organisation_id, form_id) references site_form (organisation_id, id) on delete cascade,
  foreign key (organisation_id, sender_id) references person (organisation_id, id) on delete cascade,
  check ((due_on is null) = (limit_on is null)),
  check (state <> 'maybe-spam' or held_because is not null)
);
create index site_submission_form on site_submission (organisation_id, form_id, received_at);
create index site_submission_sender on site_submission (organisation_id, sender_id) where sender_id is not null;
alter table site_submission enable row level security;
alter table site_submission force row level security;
create policy own_organisation on site_submission
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (answers, state, active_at, ends_on), delete on site_submission to schoolplein_app;

-- What happened to it, step by step: answers of the school, what the sender wrote back. Words are sealed under its key.
create table site_submission_step (
  organisation_id uuid not null references organisation,
  id uuid not null,
  submission_id uuid not null,
  number integer not null check (number > 0),
  what text not null check (what in ('received', 'held', 'released', 'answered', 'wrote-back', 'corrected', 'noted', 'closed', 'reopened')),
  words sealed,
  at timestamptz not null,
  by_id uuid,
  request_key uuid,
  primary key (organisation_id, id),
  unique (organisation_id, submission_id, number),
  unique (organisation_id, submission_id, request_key),
  foreign key (organisation_id, submission_id) references site_submission (organisation_id, id) on delete cascade,
  foreign key (organisation_id, by_id) references person (organisation_id, id) on delete set null (by_id)
);
alter table site_submission_step enable row level security;
alter table site_submission_step force row level security;
create policy own_organisation on site_submission_step
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on site_submission_step to schoolplein_app;

-- How much came from one network, or went to one address, in an hour: by a number made with the salt of the day (site_salt), so that
-- it says nothing afterwards. Unlogged: it stands in no backup.
create unlogged table site_form_rate (
  organisation_id uuid not null references organisation,
  hour timestamptz not null,
  who uuid not null,
  times integer not null check (times > 0),
  primary key (organisation_id, hour, who)
);
alter table site_form_rate enable row level security;
alter table site_form_rate force row level security;
create policy own_organisation on site_form_rate
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on site_form_rate to schoolplein_app;
