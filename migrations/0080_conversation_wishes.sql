-- Conversation rounds, whole: wishes of guardians who live apart, swapping, the order of the waiting list, rooms and links,
-- what families are told of, and days that move (docs/decisions/0038, 0046).

-- Where one is: the room and the link for a conversation by video, per group of a round.
create table conversation_place (
  organisation_id uuid not null references organisation,
  round_id uuid not null,
  group_id uuid not null,
  room text check (length(room) between 1 and 60),
  video_url text check (length(video_url) between 9 and 500),
  primary key (organisation_id, round_id, group_id),
  foreign key (organisation_id, round_id) references conversation_round (organisation_id, id) on delete cascade,
  foreign key (organisation_id, group_id) references school_group (organisation_id, id)
);
alter table conversation_place enable row level security;
alter table conversation_place force row level security;
create policy own_organisation on conversation_place
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (room, video_url), delete on conversation_place to schoolplein_app;

-- What a guardian wishes about a pupil whose guardians live apart: to come together, or to come alone.
create table conversation_wish (
  organisation_id uuid not null references organisation,
  round_id uuid not null,
  pupil_id uuid not null,
  guardian_id uuid not null,
  wish text not null check (wish in ('together', 'apart')),
  wished_at timestamptz not null,
  primary key (organisation_id, round_id, pupil_id, guardian_id),
  foreign key (organisation_id, round_id) references conversation_round (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade
);
alter table conversation_wish enable row level security;
alter table conversation_wish force row level security;
create policy own_organisation on conversation_wish
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (wish, wished_at), delete on conversation_wish to schoolplein_app;

-- One family asks another for its time. It ends by itself when one of the two appointments changes: its row goes with them.
create table conversation_swap (
  organisation_id uuid not null references organisation,
  id uuid not null,
  offered_booking uuid not null,
  wanted_booking uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, offered_booking, wanted_booking),
  foreign key (organisation_id, offered_booking) references conversation_booking (organisation_id, id) on delete cascade,
  foreign key (organisation_id, wanted_booking) references conversation_booking (organisation_id, id) on delete cascade,
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete cascade,
  check (offered_booking <> wanted_booking)
);
create index conversation_swap_wanted on conversation_swap (organisation_id, wanted_booking);
alter table conversation_swap enable row level security;
alter table conversation_swap force row level security;
create policy own_organisation on conversation_swap
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on conversation_swap to schoolplein_app;

-- What a family is told of: its conversation was cancelled, moved, swapped, or is with somebody else.
create table conversation_notice (
  organisation_id uuid not null references organisation,
  id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  kind text not null check (kind in ('booked', 'cancelled', 'moved', 'swapped', 'kept', 'teacher', 'parted')),
  was_at timestamptz not null,
  now_at timestamptz,
  told_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, round_id) references conversation_round (organisation_id, id) on delete cascade,
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade
);
alter table conversation_notice enable row level security;
alter table conversation_notice force row level security;
create policy own_organisation on conversation_notice
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on conversation_notice to schoolplein_app;

-- A time that came free is kept for the first who waits, until then.
alter table conversation_wait add column offered_slot uuid, add column offered_until timestamptz,
  add check (offered_slot is null or offered_until is not null),
  add foreign key (organisation_id, offered_slot) references conversation_slot (organisation_id, id)
    on delete set null (offered_slot);
create index conversation_wait_offered on conversation_wait (organisation_id, offered_slot);
grant update (since, offered_slot, offered_until) on conversation_wait to schoolplein_app;

-- A day that moves: the appointments stay, their times change.
grant update (starts_at, ends_at) on conversation_slot to schoolplein_app;
create index conversation_slot_round on conversation_slot (organisation_id, round_id, starts_at);

-- Whose appointment it is, when who comes with whom changes.
grant update (side) on conversation_booking to schoolplein_app;
