-- A pupil goes to another school of this installation. The offer and the answers of the guardians are rows of the school that
-- sends; what goes along stands in a package that the school it is for can find and open with a code, once.

create table pupil_move (
  organisation_id uuid not null references organisation,
  id uuid not null,
  pupil_id uuid not null,
  to_organisation uuid not null references organisation,
  last_day date not null,
  offered_by uuid,
  offered_at timestamptz not null,
  ended_at timestamptz,
  accepted boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, pupil_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, offered_by) references person (organisation_id, id) on delete set null (offered_by)
);
create unique index pupil_move_open on pupil_move (organisation_id, pupil_id) where ended_at is null;
alter table pupil_move enable row level security;
alter table pupil_move force row level security;
create policy own_organisation on pupil_move
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (ended_at, accepted), delete on pupil_move to schoolplein_app;

-- What each guardian says: whether the pupil's data may go, and whether the own address, telephone and account go along.
-- noted_by: the office wrote down what a guardian without an account said on paper.
create table pupil_move_answer (
  organisation_id uuid not null references organisation,
  move_id uuid not null,
  guardian_id uuid not null,
  allows boolean not null,
  contact boolean not null,
  noted_by uuid,
  answered_at timestamptz not null,
  primary key (organisation_id, move_id, guardian_id),
  foreign key (organisation_id, move_id) references pupil_move (organisation_id, id) on delete cascade,
  foreign key (organisation_id, guardian_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, noted_by) references person (organisation_id, id) on delete set null (noted_by)
);
alter table pupil_move_answer enable row level security;
alter table pupil_move_answer force row level security;
create policy own_organisation on pupil_move_answer
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (allows, contact, noted_by, answered_at), delete on pupil_move_answer to schoolplein_app;

-- Between two organisations, so of neither: the sender sees and takes back its own; the receiver sees only the one whose
-- code it holds. The content is sealed under a key of the receiver's and the code, and goes when it was taken.
create table move_package (
  id uuid primary key,
  from_organisation uuid not null references organisation,
  to_organisation uuid not null references organisation,
  code_hash text not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  protected boolean not null,
  content sealed,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  check (from_organisation <> to_organisation),
  check ((content is null) = (taken_at is not null))
);
create index move_package_from on move_package (from_organisation);
alter table move_package enable row level security;
alter table move_package force row level security;
create policy sender on move_package
  using (from_organisation = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (from_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
create policy receiver_finds on move_package for select
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid
    and code_hash = nullif(current_setting('app.move_code', true), ''));
create policy receiver_takes on move_package for update
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid
    and code_hash = nullif(current_setting('app.move_code', true), ''))
  with check (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (content, taken_at), delete on move_package to schoolplein_app;

-- What joining two people turned out not to need: rows follow by the owner's function, and keep their key.
revoke update (request) on information_request from schoolplein_app;
