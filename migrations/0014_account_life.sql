-- Account life: access that ended, people who turned out to be one, and what was done with somebody.

-- access_version counts the changes of what somebody may see, so that what an open page was promised before it no longer
-- counts. merged_into: this person turned out to be another one; the row stays, with what could not go along.
alter table person add column access_version integer not null default 0;
alter table person add column merged_into uuid;
alter table person add foreign key (organisation_id, merged_into) references person (organisation_id, id)
  on delete set null (merged_into);
grant update (access_version, merged_into) on person to schoolplein_app;
grant update (guardian_id) on guardianship to schoolplein_app;
grant update (guardianship_id) on guardianship_restriction to schoolplein_app;
grant update (request) on information_request to schoolplein_app;

-- Two who look alike and are not the same: nobody is asked about them again.
create table told_apart (
  organisation_id uuid not null references organisation,
  one_id uuid not null,
  other_id uuid not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (organisation_id, one_id, other_id),
  foreign key (organisation_id, one_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, other_id) references person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, decided_by) references person (organisation_id, id) on delete set null (decided_by),
  check (one_id < other_id)
);
alter table told_apart enable row level security;
alter table told_apart force row level security;
create policy own_organisation on told_apart
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on told_apart to schoolplein_app;

-- What was done with somebody is read on the person's page; what was opened is much more and has its own index.
create index audit_line_deeds on audit_line using gin (subjects) where action <> 'opened';

-- Lets every row that names one person name another, in whatever table it stands, so that no module's rows are forgotten
-- when two turn out to be one. A row that would be there twice stays where it was. The row policies hold: the owner passes
-- none of them.
create function follow_person(gone uuid, kept uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own uuid := nullif(current_setting('app.organisation', true), '')::uuid;
  place record;
  line record;
begin
  for place in
    select c.conrelid::regclass as name, a.attname as col
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = 'person'::regclass
    order by c.conrelid::regclass::text, a.attname
  loop
    for line in
      execute format('select ctid from %s where organisation_id = $1 and %I = $2', place.name, place.col) using own, gone
    loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', place.name, place.col) using kept, line.ctid;
      exception when unique_violation or check_violation then
        null;
      end;
    end loop;
  end loop;
end $$;
revoke all on function follow_person(uuid, uuid) from public;
grant execute on function follow_person(uuid, uuid) to schoolplein_app;
