-- Absences: what guardians and the office report, what teachers see, who called whom. Why a child is away and what the
-- school decided about it are sealed (they tell about health or belief); days and times are plain, because lists and
-- hours are made of them.

-- One report about one pupil. to_on empty means until better; times only on a single day. The same form sent twice is
-- one report: its key is unique per pupil.
create table absence (
  organisation_id uuid not null references organisation,
  id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  to_on date,
  from_time time,
  until_time time,
  reason sealed not null,
  word sealed,
  via text not null check (via in ('guardian', 'phone', 'office')),
  reporter_id uuid,
  noted_by uuid,
  reported_at timestamptz not null,
  request_key uuid not null,
  withdrawn_at timestamptz,
  decision sealed,
  decided_by uuid,
  decided_at timestamptz,
  handed_over_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, request_key, pupil_id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, reporter_id) references person (organisation_id, id) on delete set null (reporter_id),
  foreign key (organisation_id, noted_by) references person (organisation_id, id) on delete set null (noted_by),
  foreign key (organisation_id, decided_by) references person (organisation_id, id) on delete set null (decided_by),
  check (to_on is null or to_on >= from_on),
  check (from_time is null and until_time is null or to_on is not distinct from from_on),
  check (from_time is null or until_time is null or from_time < until_time),
  check ((decision is null) = (decided_at is null))
);
create index absence_pupil on absence (organisation_id, pupil_id, from_on);
create index absence_days on absence (organisation_id, to_on, from_on);
create index absence_handed_over on absence (organisation_id, handed_over_at);
alter table absence enable row level security;
alter table absence force row level security;
create policy own_organisation on absence
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (from_on, to_on, from_time, until_time, reason, word, withdrawn_at, decision, decided_by,
  decided_at, handed_over_at), delete on absence to schoolplein_app;

-- What a teacher tapped: one mark per pupil and day, the last one counts. arrived_at is the time of who was late.
create table attendance_mark (
  organisation_id uuid not null references organisation,
  pupil_id uuid not null,
  on_day date not null,
  state text not null check (state in ('present', 'late', 'absent')),
  arrived_at time,
  marked_by uuid,
  marked_at timestamptz not null,
  handed_over_at timestamptz,
  primary key (organisation_id, pupil_id, on_day),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, marked_by) references person (organisation_id, id) on delete set null (marked_by),
  check (arrived_at is null or state = 'late')
);
create index attendance_mark_day on attendance_mark (organisation_id, on_day);
create index attendance_mark_handed_over on attendance_mark (organisation_id, handed_over_at);
alter table attendance_mark enable row level security;
alter table attendance_mark force row level security;
create policy own_organisation on attendance_mark
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (state, arrived_at, marked_by, marked_at, handed_over_at), delete on attendance_mark to schoolplein_app;

-- A call (or a message) about a child who was neither seen nor reported.
create table absence_call (
  organisation_id uuid not null references organisation,
  id uuid not null,
  pupil_id uuid not null,
  on_day date not null,
  guardian_id uuid not null,
  called_by uuid,
  called_at timestamptz not null,
  outcome text not null check (outcome in ('reached', 'coming', 'no-answer', 'messaged')),
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, called_by) references person (organisation_id, id) on delete set null (called_by)
);
create index absence_call_day on absence_call (organisation_id, on_day, pupil_id);
alter table absence_call enable row level security;
alter table absence_call force row level security;
create policy own_organisation on absence_call
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on absence_call to schoolplein_app;
