-- What somebody asks of the school about personal data (art. 15 to 21 GDPR) and complaints about it, with the clock of art. 12(3):
-- `due_on` is what the school promises (28 days), `limit_on` what the law allows at most. Words are sealed under the key of who asks.
-- What a parent asked about a child stays, for the parent, when the child is erased.

create table rights_request (
  organisation_id uuid not null references organisation,
  id uuid not null,
  asked_by uuid not null,
  person_id uuid,
  kind text not null check (kind in
    ('access', 'portability', 'correction', 'erasure', 'restriction', 'objection', 'withdrawal', 'complaint')),
  way text not null check (way in ('here', 'letter', 'mail', 'desk', 'phone', 'supplier')),
  words sealed not null,
  received_on date not null,
  due_on date not null,
  limit_on date not null,
  extended_at timestamptz,
  entered_by uuid,
  identity_seen text check (identity_seen in
    ('signed-in', 'identity-card', 'passport', 'driving-licence', 'residence-permit', 'known', 'authorisation')),
  identity_by uuid,
  identity_at timestamptz,
  state text not null default 'open' check (state in ('open', 'granted', 'refused', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid,
  carry_out_on date,
  carried_out_at timestamptz,
  reminded_at_days integer,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete set null (person_id),
  foreign key (organisation_id, entered_by) references person (organisation_id, id) on delete set null (entered_by),
  foreign key (organisation_id, identity_by) references person (organisation_id, id) on delete set null (identity_by),
  foreign key (organisation_id, ended_by) references person (organisation_id, id) on delete set null (ended_by),
  check (due_on <= limit_on and received_on <= due_on),
  check ((identity_seen is null) = (identity_at is null)),
  check ((state = 'open') = (ended_at is null)),
  check (carried_out_at is null or (state = 'granted' and carry_out_on is not null)),
  -- Nobody decides about what they asked themselves.
  check (state not in ('granted', 'refused') or ended_by is distinct from asked_by)
);
create index rights_request_asked_by on rights_request (organisation_id, asked_by);
create index rights_request_person on rights_request (organisation_id, person_id);
create index rights_request_open on rights_request (organisation_id, limit_on) where state = 'open';
-- One erasure of a person at a time, whatever a program asks.
create unique index rights_request_erasure on rights_request (organisation_id, person_id)
  where kind = 'erasure' and (state = 'open' or state = 'granted');
alter table rights_request enable row level security;
alter table rights_request force row level security;
create policy own_organisation on rights_request
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (due_on, limit_on, extended_at, identity_seen, identity_by, identity_at, state, ended_at, ended_by,
  carry_out_on, carried_out_at, reminded_at_days), delete on rights_request to schoolplein_app;

-- What happened to it, step by step: nothing here is ever changed.
create table rights_step (
  organisation_id uuid not null references organisation,
  id uuid not null,
  request_id uuid not null,
  number integer not null check (number > 0),
  what text not null check (what in ('received', 'identity', 'extended', 'granted', 'refused',
    'withdrawn', 'undone', 'carried-out', 'lifted', 'escalated')),
  words sealed,
  at timestamptz not null,
  by_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, request_id, number),
  foreign key (organisation_id, request_id) references rights_request (organisation_id, id) on delete cascade,
  foreign key (organisation_id, by_id) references person (organisation_id, id) on delete set null (by_id)
);
alter table rights_step enable row level security;
alter table rights_step force row level security;
create policy own_organisation on rights_step
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on rights_step to schoolplein_app;

-- Data that are kept and not used (art. 18 GDPR), or no longer used for something after an objection (art. 21). The id is that of
-- the request it follows from.
create table processing_restriction (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  ground text not null check (ground in ('restriction', 'objection')),
  began_on date not null,
  ends_on date check (ends_on > began_on),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index processing_restriction_person on processing_restriction (organisation_id, person_id);
alter table processing_restriction enable row level security;
alter table processing_restriction force row level security;
create policy own_organisation on processing_restriction
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (ends_on), delete on processing_restriction to schoolplein_app;
