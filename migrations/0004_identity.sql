-- What proves who somebody is. None of it belongs to an organisation, since an account may be several people: each table
-- has a policy of its own, by the account that is signing in, by the passkey that was shown, or by the keyed hashes under
-- which guesses are counted. Nothing here can be turned back into a password, an address or a device.

create table password (
  account_id uuid primary key references account on delete cascade,
  hash text not null check (hash like '$argon2id$%'),
  changed_at timestamptz not null
);
alter table password enable row level security;
alter table password force row level security;
create policy own_account on password
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
grant select, insert, update (hash, changed_at), delete on password to schoolplein_app;

-- The secret of an app that shows codes (RFC 6238), and the last step whose code was used: a code works once.
create table totp (
  account_id uuid primary key references account on delete cascade,
  secret sealed not null,
  last_step bigint not null,
  created_at timestamptz not null
);
alter table totp enable row level security;
alter table totp force row level security;
create policy own_account on totp
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
grant select, insert, update (last_step), delete on totp to schoolplein_app;

-- One row per code that still works; using one deletes it.
create table recovery_code (
  account_id uuid not null references account on delete cascade,
  code_hash text not null,
  primary key (account_id, code_hash)
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy own_account on recovery_code
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
grant select, insert, delete on recovery_code to schoolplein_app;

-- A passkey belongs to one host (WebAuthn's relying party). Somebody who signs in with one shows its id first.
create table passkey (
  id text primary key check (id ~ '^[A-Za-z0-9_-]+$' and length(id) between 16 and 1400),
  account_id uuid not null references account on delete cascade,
  host text not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name sealed not null,
  created_at timestamptz not null,
  used_at timestamptz not null
);
create index passkey_account on passkey (account_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy own_account on passkey
  using (account_id = nullif(current_setting('app.account', true), '')::uuid
    or id = nullif(current_setting('app.passkey', true), ''))
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
grant select, insert, update (counter, name, used_at), delete on passkey to schoolplein_app;

-- Browsers in which an account was signed in before: guesses from elsewhere never make them wait.
create table known_device (
  account_id uuid not null references account on delete cascade,
  device_hash text not null check (device_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  primary key (account_id, device_hash)
);
alter table known_device enable row level security;
alter table known_device force row level security;
create policy own_account on known_device
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy expired_goes on known_device for delete using (expires_at < now());
create policy expired_is_found on known_device for select using (expires_at < now());
grant select, insert, update (expires_at), delete on known_device to schoolplein_app;

-- Wrong guesses, counted under keyed hashes of what was guessed at and from where. It tells nobody which addresses exist.
create table throttle (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  failures integer not null,
  failed_at timestamptz not null,
  expires_at timestamptz not null
);
create index throttle_expiry on throttle (expires_at);
alter table throttle enable row level security;
alter table throttle force row level security;
create policy own_keys on throttle
  using (key = any (string_to_array(current_setting('app.throttle', true), ',')))
  with check (key = any (string_to_array(current_setting('app.throttle', true), ',')));
create policy expired_goes on throttle for delete using (expires_at < now());
create policy expired_is_found on throttle for select using (expires_at < now());
grant select, insert, update (failures, failed_at, expires_at), delete on throttle to schoolplein_app;

-- Challenges of passkeys that were answered: each works once. Unanswered ones are nowhere, since they are signed.
create table used_challenge (
  challenge_hash text primary key check (challenge_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null
);
alter table used_challenge enable row level security;
alter table used_challenge force row level security;
create policy everyone_reads on used_challenge for select using (true);
create policy anyone_adds on used_challenge for insert with check (true);
create policy expired_goes on used_challenge for delete using (expires_at < now());
grant select, insert, delete on used_challenge to schoolplein_app;

-- `pending`: the password was right and the second factor is still to come; it opens nothing else.
-- `confirmed_at`: when a password or passkey was last given, for deeds that ask for it again.
alter table session add column pending boolean not null default false;
alter table session add column confirmed_at timestamptz not null default now();
grant update (confirmed_at) on session to schoolplein_app;
