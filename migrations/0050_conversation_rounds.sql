-- Conversation rounds: when teachers have time, which family comes when. What must never happen is held by keys: a slot is
-- given once (unique slot), a teacher and a guardian are in one place at a time (one row for every five minutes). Unique
-- keys and no exclusion constraint: no extension is needed, and they distribute by organisation (docs/decisions/0038).

-- minutes: how long one conversation takes. Families with several children book from siblings_at on, all from opens_at
-- until closes_at. apart: whether guardians who live apart come together or each have an own slot.
create table conversation_round (
  organisation_id uuid not null references organisation,
  id uuid not null,
  title text not null check (length(title) between 1 and 80),
  minutes smallint not null check (minutes between 5 and 30 and minutes % 5 = 0),
  siblings_at timestamptz not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  apart text not null check (apart in ('together', 'apart')),
  door_names boolean not null,
  video boolean not null,
  request_key uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, request_key),
  check (siblings_at <= opens_at and opens_at < closes_at)
);
alter table conversation_round enable row level security;
alter table conversation_round force row level security;
create policy own_organisation on conversation_round
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (title, siblings_at, opens_at, closes_at), delete on conversation_round to schoolplein_app;

-- A time at which a family can come. closed_at: the teacher took it out; nobody books it.
create table conversation_slot (
  organisation_id uuid not null references organisation,
  id uuid not null,
  round_id uuid not null,
  group_id uuid not null,
  starts_at timestamptz not null check (extract(epoch from starts_at)::bigint % 300 = 0),
  ends_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, round_id, group_id, starts_at),
  foreign key (organisation_id, round_id) references conversation_round (organisation_id, id) on delete cascade,
  foreign key (organisation_id, group_id) references school_group (organisation_id, id),
  check (ends_at > starts_at)
);
alter table conversation_slot enable row level security;
alter table conversation_slot force row level security;
create policy own_organisation on conversation_slot
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (closed_at), delete on conversation_slot to schoolplein_app;

-- Who of the team sits there: one row for every five minutes, so that nobody is asked to be in two places.
create table conversation_seat (
  organisation_id uuid not null references organisation,
  teacher_id uuid not null,
  at timestamptz not null check (extract(epoch from at)::bigint % 300 = 0),
  slot_id uuid not null,
  primary key (organisation_id, teacher_id, at),
  foreign key (organisation_id, teacher_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, slot_id) references conversation_slot (organisation_id, id) on delete cascade
);
create index conversation_seat_slot on conversation_seat (organisation_id, slot_id);
alter table conversation_seat enable row level security;
alter table conversation_seat force row level security;
create policy own_organisation on conversation_seat
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on conversation_seat to schoolplein_app;

-- A conversation about a pupil. side: who comes as one: the pupil for guardians who come together, one guardian who comes
-- alone. A pupil has one conversation in a round for each side.
create table conversation_booking (
  organisation_id uuid not null references organisation,
  id uuid not null,
  round_id uuid not null,
  slot_id uuid not null,
  pupil_id uuid not null,
  side uuid not null,
  by_video boolean not null,
  via text not null check (via in ('guardian', 'phone')),
  booked_by uuid,
  booked_at timestamptz not null,
  primary key (organisation_id, id),
  constraint conversation_booking_slot unique (organisation_id, slot_id),
  constraint conversation_booking_once unique (organisation_id, round_id, pupil_id, side),
  foreign key (organisation_id, round_id) references conversation_round (organisation_id, id) on delete cascade,
  foreign key (organisation_id, slot_id) references conversation_slot (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, booked_by) references person (organisation_id, id) on delete set null (booked_by)
);
alter table conversation_booking enable row level security;
alter table conversation_booking force row level security;
create policy own_organisation on conversation_booking
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (by_video), delete on conversation_booking to schoolplein_app;

-- Who comes: one row for every five minutes, so that a family is never in two places at once.
create table conversation_guest (
  organisation_id uuid not null references organisation,
  guardian_id uuid not null,
  at timestamptz not null check (extract(epoch from at)::bigint % 300 = 0),
  booking_id uuid not null,
  constraint conversation_guest_once primary key (organisation_id, guardian_id, at),
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, booking_id) references conversation_booking (organisation_id, id) on delete cascade
);
create index conversation_guest_booking on conversation_guest (organisation_id, booking_id);
alter table conversation_guest enable row level security;
alter table conversation_guest force row level security;
create policy own_organisation on conversation_guest
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on conversation_guest to schoolplein_app;

-- What was done under which key, so that a form that arrives again, however late, changes nothing.
create table conversation_deed (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  request_key uuid not null,
  done_at timestamptz not null,
  primary key (organisation_id, person_id, request_key),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
alter table conversation_deed enable row level security;
alter table conversation_deed force row level security;
create policy own_organisation on conversation_deed
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on conversation_deed to schoolplein_app;

-- Who wants to hear when a time comes free.
create table conversation_wait (
  organisation_id uuid not null references organisation,
  id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  guardian_id uuid not null,
  since timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, round_id, pupil_id, guardian_id),
  foreign key (organisation_id, round_id) references conversation_round (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade
);
alter table conversation_wait enable row level security;
alter table conversation_wait force row level security;
create policy own_organisation on conversation_wait
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on conversation_wait to schoolplein_app;
