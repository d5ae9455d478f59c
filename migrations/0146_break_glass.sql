-- The supplier looks without being asked (docs/decisions/0068): only in an emergency, asked by one employee and given by another,
-- for an hour. What opens is an ordinary support window, made by the school's own work, which tells school and board with it.

alter table support_window drop constraint support_window_opened_as_check;
alter table support_window add check (opened_as in ('person', 'guardian', 'school', 'break-glass'));
alter table support_window drop constraint support_window_reason_check;
alter table support_window
  add check (reason in ('not-shown', 'wrong', 'stuck', 'not-told', 'other', 'danger', 'breach', 'outage'));
alter table support_window alter column words drop not null;
alter table support_window add check ((words is null) = (opened_as = 'break-glass'));
alter table support_window add check (opened_as <> 'break-glass' or ends_at <= opened_at + interval '1 hour');

-- Between two organisations, so of neither; no name and no free text. person_id: a number from a log or from the school. Who
-- asked and gave are people of the supplier.
create table break_glass (
  id uuid primary key,
  supplier_id uuid not null references organisation,
  customer_id uuid not null references organisation on delete cascade,
  person_id uuid not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  reason text not null check (reason in ('danger', 'breach', 'outage')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  given_by uuid check (given_by <> asked_by),
  given_at timestamptz check (given_at >= asked_at and given_at <= asked_at + interval '1 hour'),
  check ((given_by is null) = (given_at is null)),
  check (supplier_id <> customer_id)
);
create index break_glass_supplier on break_glass (supplier_id, asked_at);
create index break_glass_customer on break_glass (customer_id, given_at);
alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy supplier_reads on break_glass for select
  using (supplier_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy supplier_asks on break_glass for insert
  with check (supplier_id = nullif(current_setting('app.organisation', true), '')::uuid and given_at is null);
create policy supplier_gives on break_glass for update
  using (supplier_id = nullif(current_setting('app.organisation', true), '')::uuid and given_at is null)
  with check (supplier_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy customer_reads on break_glass for select
  using (customer_id = nullif(current_setting('app.organisation', true), '')::uuid and given_at is not null);
create policy board_reads on break_glass for select
  using (given_at is not null and exists (select from organisation o
    where o.id = customer_id and o.board_id = nullif(current_setting('app.organisation', true), '')::uuid));
-- Nobody wipes what happened before its year is over.
create policy goes_after_a_year on break_glass for delete
  using (asked_at < now() - interval '364 days'
    and nullif(current_setting('app.organisation', true), '')::uuid in (supplier_id, customer_id));
grant select, insert, update (given_by, given_at), delete on break_glass to schoolplein_app;

-- With the second yes the school and its board hear it.
create function break_glass_knocks() returns trigger language plpgsql as $$
declare
  board uuid;
begin
  perform graphile_worker.knock(new.customer_id);
  select board_id into board from organisation where id = new.customer_id;
  if board is not null then
    perform graphile_worker.knock(board);
  end if;
  return null;
end $$;
create trigger break_glass_knocks after update of given_at on break_glass
  for each row execute function break_glass_knocks();

-- A list that leaves the supplier's own screens: of more than fifty people a second employee gives it.
create table support_export (
  organisation_id uuid not null references organisation,
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  people integer not null,
  given_by uuid check (given_by <> asked_by),
  given_at timestamptz,
  fetched_at timestamptz check (fetched_at is null or people <= 50 or given_at is not null),
  primary key (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, given_by) references person (organisation_id, id) on delete cascade,
  check ((given_by is null) = (given_at is null))
);
create index support_export_asked_by on support_export (organisation_id, asked_by);
create index support_export_given_by on support_export (organisation_id, given_by);
alter table support_export enable row level security;
alter table support_export force row level security;
create policy own_organisation on support_export
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (given_by, given_at, fetched_at), delete on support_export to schoolplein_app;
