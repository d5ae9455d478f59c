-- A support window (docs/decisions/0068): who is concerned, or the school, lets the supplier look at some kinds of data of one
-- person for at most four hours. The window and every look stand at the school; the supplier only sees that there is one.

create table support_window (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  opened_by uuid,
  opened_as text not null check (opened_as in ('person', 'guardian', 'school')),
  supplier_id uuid not null references organisation,
  kinds text[] not null check (cardinality(kinds) > 0),
  reason text not null check (reason in ('not-shown', 'wrong', 'stuck', 'not-told', 'other')),
  words sealed not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, opened_by) references person (organisation_id, id) on delete set null (opened_by),
  foreign key (organisation_id, closed_by) references person (organisation_id, id) on delete set null (closed_by),
  check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours'),
  check (supplier_id <> organisation_id)
);
create index support_window_person on support_window (organisation_id, person_id, opened_at);
create index support_window_opened_by on support_window (organisation_id, opened_by);
create index support_window_closed_by on support_window (organisation_id, closed_by);
alter table support_window enable row level security;
alter table support_window force row level security;
create policy own_organisation on support_window
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
-- Never made longer or wider: a window only closes.
grant select, insert, update (closed_at, closed_by), delete on support_window to schoolplein_app;

-- Each time that somebody of the supplier looked. viewer: who, by name; that person is somebody at another organisation.
create table support_look (
  organisation_id uuid not null references organisation,
  id uuid not null,
  window_id uuid not null,
  person_id uuid not null,
  viewer sealed not null,
  looked_at timestamptz not null,
  kinds text[] not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, window_id) references support_window (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
create index support_look_window on support_look (organisation_id, window_id, looked_at);
create index support_look_person on support_look (organisation_id, person_id);
alter table support_look enable row level security;
alter table support_look force row level security;
create policy own_organisation on support_look
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on support_look to schoolplein_app;

-- What the supplier knows of it: that there is a window, at whom, and until when. Between two organisations, so of neither; no
-- person, no reason, no kinds.
create table support_window_listed (
  customer_id uuid not null references organisation on delete cascade,
  window_id uuid not null,
  supplier_id uuid not null references organisation,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  primary key (customer_id, window_id)
);
create index support_window_listed_supplier on support_window_listed (supplier_id, ends_at);
alter table support_window_listed enable row level security;
alter table support_window_listed force row level security;
create policy customer on support_window_listed
  using (customer_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy supplier_reads on support_window_listed for select
  using (supplier_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (closed_at), delete on support_window_listed to schoolplein_app;

-- Whatever becomes of a window, the list says so with the same commit, and the supplier's pages hear it.
create function support_window_is_listed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into support_window_listed (window_id, customer_id, supplier_id, opened_at, ends_at, closed_at)
      values (new.id, new.organisation_id, new.supplier_id, new.opened_at, new.ends_at, new.closed_at);
  elsif tg_op = 'UPDATE' then
    update support_window_listed set closed_at = new.closed_at
      where customer_id = new.organisation_id and window_id = new.id;
    perform pg_notify('schoolplein', json_build_array(new.supplier_id, 'customer-window/' || new.id)::text);
  else
    delete from support_window_listed where customer_id = old.organisation_id and window_id = old.id;
  end if;
  perform pg_notify('schoolplein', json_build_array(coalesce(new.supplier_id, old.supplier_id), 'customer-windows')::text);
  return null;
end $$;
create trigger support_window_is_listed after insert or update or delete on support_window
  for each row execute function support_window_is_listed();
