-- Messages between home and school. A conversation is the subject of a key of its own: what is said in it, its files and its
-- reports are sealed under that key, which is destroyed with it (docs/decisions/0044).

-- kind: with the team of a group; a letter of the school to chosen guardians; one guardian's answer to such a letter.
-- owner_id: who of the team it is with: who sent the letter, or to whom it was handed over. waits_since: the first message
-- of a guardian that school has not answered; promised_on: the day by which school promised to.
create table message_thread (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('team', 'letter', 'reply')),
  group_id uuid,
  answers_id uuid,
  owner_id uuid,
  shared boolean not null default false,
  begun_at timestamptz not null,
  last_at timestamptz not null,
  waits_since timestamptz,
  promised_on date,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, group_id) references school_group (organisation_id, id),
  foreign key (organisation_id, answers_id) references message_thread (organisation_id, id) on delete cascade,
  foreign key (organisation_id, owner_id) references person (organisation_id, id) on delete set null (owner_id),
  check (kind <> 'team' or group_id is not null),
  check ((kind = 'reply') = (answers_id is not null))
);
create index message_thread_group on message_thread (organisation_id, group_id, last_at);
create index message_thread_owner on message_thread (organisation_id, owner_id, last_at);
create index message_thread_answers on message_thread (organisation_id, answers_id);
create index message_thread_end on message_thread (organisation_id, last_at);
alter table message_thread enable row level security;
alter table message_thread force row level security;
create policy own_organisation on message_thread
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (owner_id, last_at, waits_since, promised_on, closed_at), delete on message_thread to schoolplein_app;

-- Which guardians a conversation is with, and about which child. is_current: the one in which this guardian writes to the team
-- of that group now; there is one at a time, whatever two telephones do at one moment.
create table message_member (
  organisation_id uuid not null references organisation,
  thread_id uuid not null,
  guardian_id uuid not null,
  pupil_id uuid not null,
  group_id uuid,
  is_current boolean not null,
  primary key (organisation_id, thread_id, guardian_id, pupil_id),
  foreign key (organisation_id, thread_id) references message_thread (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  check (group_id is not null or not is_current)
);
create unique index message_member_current on message_member (organisation_id, group_id, guardian_id, pupil_id) where is_current;
create index message_member_guardian on message_member (organisation_id, guardian_id);
create index message_member_pupil on message_member (organisation_id, pupil_id);
alter table message_member enable row level security;
alter table message_member force row level security;
create policy own_organisation on message_member
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (is_current), delete on message_member to schoolplein_app;

-- What was said, and what happened to a conversation. request_key: a form sent twice is one message. answer_by and answered_at:
-- whether school answered a guardian within what it promises.
create table message (
  organisation_id uuid not null references organisation,
  id uuid not null,
  thread_id uuid not null,
  kind text not null check (kind in ('text', 'handed', 'returned', 'closed', 'shared', 'parted')),
  author_id uuid not null,
  from_school boolean not null,
  to_id uuid,
  sent_at timestamptz not null,
  record sealed,
  corrected_at timestamptz,
  answer_by date,
  answered_at timestamptz,
  request_key uuid,
  primary key (organisation_id, id),
  unique (organisation_id, author_id, request_key),
  foreign key (organisation_id, thread_id) references message_thread (organisation_id, id) on delete cascade,
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, to_id) references person (organisation_id, id) on delete set null (to_id),
  check ((kind = 'text') = (record is not null))
);
create index message_thread_sent on message (organisation_id, thread_id, sent_at);
create index message_promised on message (organisation_id, answer_by) where answer_by is not null;
alter table message enable row level security;
alter table message force row level security;
create policy own_organisation on message
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (record, corrected_at, answer_by, answered_at), delete on message to schoolplein_app;

-- A picture (made anew) or a PDF that goes with a message; its bytes stand sealed in the file store under its id.
create table message_file (
  organisation_id uuid not null references organisation,
  id uuid not null,
  message_id uuid not null,
  thread_id uuid not null,
  kind text not null check (kind in ('picture', 'pdf')),
  bytes bigint not null check (bytes > 0),
  record sealed not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, message_id) references message (organisation_id, id) on delete cascade,
  foreign key (organisation_id, thread_id) references message_thread (organisation_id, id) on delete cascade
);
create index message_file_message on message_file (organisation_id, message_id);
create index message_file_thread on message_file (organisation_id, thread_id);
alter table message_file enable row level security;
alter table message_file force row level security;
create policy own_organisation on message_file
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on message_file to schoolplein_app;

-- Until which message somebody read a conversation, and when: both sides see it of each other. By the message and not by the
-- clock: what arrived while a page was being made was not read with it.
create table message_seen (
  organisation_id uuid not null references organisation,
  thread_id uuid not null,
  person_id uuid not null,
  read_to timestamptz not null,
  seen_at timestamptz not null,
  primary key (organisation_id, thread_id, person_id),
  foreign key (organisation_id, thread_id) references message_thread (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index message_seen_person on message_seen (organisation_id, person_id);
alter table message_seen enable row level security;
alter table message_seen force row level security;
create policy own_organisation on message_seen
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (read_to, seen_at), delete on message_seen to schoolplein_app;

-- A guardian who wants one conversation with another guardian who lives elsewhere; it is there once the other asked too.
create table message_wish (
  organisation_id uuid not null references organisation,
  group_id uuid not null,
  guardian_id uuid not null,
  other_id uuid not null,
  asked_at timestamptz not null,
  primary key (organisation_id, group_id, guardian_id, other_id),
  foreign key (organisation_id, group_id) references school_group (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, other_id) references person (organisation_id, id) on delete cascade,
  check (guardian_id <> other_id)
);
create index message_wish_other on message_wish (organisation_id, other_id);
alter table message_wish enable row level security;
alter table message_wish force row level security;
create policy own_organisation on message_wish
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on message_wish to schoolplein_app;

-- A message that somebody reported to the school, and why.
create table message_report (
  organisation_id uuid not null references organisation,
  id uuid not null,
  message_id uuid not null,
  thread_id uuid not null,
  reporter_id uuid not null,
  reported_at timestamptz not null,
  reason sealed not null,
  handled_by uuid,
  handled_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, message_id, reporter_id),
  foreign key (organisation_id, message_id) references message (organisation_id, id) on delete cascade,
  foreign key (organisation_id, thread_id) references message_thread (organisation_id, id) on delete cascade,
  foreign key (organisation_id, reporter_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, handled_by) references person (organisation_id, id) on delete set null (handled_by)
);
create index message_report_thread on message_report (organisation_id, thread_id);
create index message_report_reporter on message_report (organisation_id, reporter_id);
alter table message_report enable row level security;
alter table message_report force row level security;
create policy own_organisation on message_report
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (handled_by, handled_at), delete on message_report to schoolplein_app;
