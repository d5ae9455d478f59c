-- What one organisation tells another (docs/decisions/0079): between two organisations, so of neither. The sender can only put
-- something in, the receiver only take it out. The content is sealed under a key of the receiver's.
create table post (
  id uuid primary key,
  number bigint generated always as identity,
  from_organisation uuid not null references organisation,
  to_organisation uuid not null references organisation,
  kind text not null,
  content sealed not null,
  sent_at timestamptz not null,
  check (from_organisation <> to_organisation)
);
create index post_to on post (to_organisation, number);
alter table post enable row level security;
alter table post force row level security;
create policy sender on post for insert
  with check (from_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
create policy receiver_reads on post for select
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
create policy receiver_takes on post for delete
  using (to_organisation = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on post to schoolplein_app;

-- Whatever puts something in the post, the receiver hears it, with the same commit.
create function post_knocks() returns trigger language plpgsql as $$
begin
  perform graphile_worker.knock(new.to_organisation);
  return null;
end $$;
create trigger post_knocks after insert on post
  for each row execute function post_knocks();
