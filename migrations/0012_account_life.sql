-- What happens to an account after it was made: links that do one thing once, what changed lately, and two accounts
-- that become one. Like all that belongs to an account, none of it belongs to an organisation.

-- A link that was mailed: to choose a new password, or to prove that a new address is one's own. The token follows from
-- the id by a key outside the database, so that a mail that is sent again is the same mail again. `address`: the new one.
create table account_link (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  organisation_id uuid not null references organisation,
  purpose text not null check (purpose in ('password', 'address')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  address sealed,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check ((address is null) = (purpose = 'password'))
);
create index account_link_account on account_link (account_id);
create index account_link_expiry on account_link (expires_at);
alter table account_link enable row level security;
alter table account_link force row level security;
create policy own_account on account_link
  using (account_id = nullif(current_setting('app.account', true), '')::uuid
    or token_hash = nullif(current_setting('app.link', true), ''))
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy expired_goes on account_link for delete using (expires_at < now() - interval '2 days');
create policy expired_is_found on account_link for select using (expires_at < now() - interval '2 days');
grant select, insert, update (expires_at, ended_at), delete on account_link to schoolplein_app;

-- What changed about signing in, for the owner to see. `former`: the address that was told too, since it is no longer
-- the account's. The school's office may add a line about who signs in here, and reads none.
create table account_event (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  organisation_id uuid not null references organisation,
  at timestamptz not null,
  what text not null check (what ~ '^[a-z-]{3,40}$'),
  former sealed
);
create index account_event_account on account_event (account_id, at);
create index account_event_age on account_event (at);
alter table account_event enable row level security;
alter table account_event force row level security;
create policy own_account on account_event
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy own_organisation_adds on account_event for insert
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid
    and exists (select from account_person p where p.account_id = account_event.account_id
      and p.organisation_id = nullif(current_setting('app.organisation', true), '')::uuid));
create policy old_goes on account_event for delete using (at < now() - interval '1 year');
create policy old_is_found on account_event for select using (at < now() - interval '1 year');
grant select, insert, delete on account_event to schoolplein_app;

-- Browsers that an account knows are shown to its owner: which kind, and when last.
alter table known_device add column device text not null default '?';
alter table known_device add column seen_at timestamptz not null default now();
grant update (device, seen_at) on known_device to schoolplein_app;

-- Two accounts of one owner become one: `app.merged` is set to the second one after it was proven too, and its people,
-- in whatever organisation, may then move to the first one and nowhere else.
create policy merged_is_found on account_person for select
  using (account_id = nullif(current_setting('app.merged', true), '')::uuid);
create policy merged_moves on account_person for update
  using (account_id = nullif(current_setting('app.merged', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
grant update (account_id) on account_person to schoolplein_app;
