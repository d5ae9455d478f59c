-- A complaint that somebody at a school writes to the supplier (docs/decisions/0036). Three tables: what the person wrote and was
-- answered (at the school, sealed for the person), what the supplier received (at the supplier, sealed under a key of the
-- complaint's own), and the post between the two, which is empty again as soon as a job took it in.

create table complaint_to_supplier (
  organisation_id uuid not null references organisation,
  id uuid not null,
  asked_by uuid not null,
  supplier_id uuid not null references organisation,
  words sealed not null,
  sent_at timestamptz not null,
  due_on date not null,
  answer sealed,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete cascade,
  check ((answer is null) = (answered_at is null)),
  check (supplier_id <> organisation_id)
);
create index complaint_to_supplier_asked_by on complaint_to_supplier (organisation_id, asked_by);
alter table complaint_to_supplier enable row level security;
alter table complaint_to_supplier force row level security;
create policy own_organisation on complaint_to_supplier
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (answer, answered_at), delete on complaint_to_supplier to schoolplein_app;

create table complaint_received (
  organisation_id uuid not null references organisation,
  id uuid not null,
  from_organisation uuid not null references organisation,
  content sealed not null,
  received_on date not null,
  due_on date not null,
  answer sealed,
  answered_at timestamptz,
  answered_by uuid,
  reminded_at_days integer,
  primary key (organisation_id, id),
  foreign key (organisation_id, answered_by) references person (organisation_id, id) on delete set null (answered_by),
  check ((answer is null) = (answered_at is null))
);
alter table complaint_received enable row level security;
alter table complaint_received force row level security;
create policy own_organisation on complaint_received
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (answer, answered_at, answered_by, reminded_at_days), delete on complaint_received to schoolplein_app;

-- Between two organisations, so of neither: the sender puts something in, the receiver takes it out. The content is sealed under a
-- key of the receiver's.
create table complaint_post (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null,
  from_organisation uuid not null references organisation,
  to_organisation uuid not null references organisation,
  what text not null check (what in ('complaint', 'answer', 'withdrawn')),
  content sealed,
  sent_at timestamptz not null default now(),
  check (from_organisation <> to_organisation),
  check ((content is null) = (what = 'withdrawn'))
);
create index complaint_post_to on complaint_post (to_organisation, sent_at);
alter table complaint_post enable row level security;
alter table complaint_post force row level security;
create policy sender on complaint_post for insert
  with check (from_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
create policy receiver_reads on complaint_post for select
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
create policy receiver_takes on complaint_post for delete
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on complaint_post to schoolplein_app;

-- Whatever puts something in the post, the receiver hears it, with the same commit.
create function complaint_post_knocks() returns trigger language plpgsql as $$
begin
  perform graphile_worker.knock(new.to_organisation);
  return null;
end $$;
create trigger complaint_post_knocks after insert on complaint_post
  for each row execute function complaint_post_knocks();

-- However a complaint goes here (taken back, the person erased, its period over), it goes at the supplier too.
create function complaint_goes_there_too() returns trigger language plpgsql as $$
begin
  insert into complaint_post (complaint_id, from_organisation, to_organisation, what)
    values (old.id, old.organisation_id, old.supplier_id, 'withdrawn');
  return null;
end $$;
create trigger complaint_goes_there_too after delete on complaint_to_supplier
  for each row execute function complaint_goes_there_too();
