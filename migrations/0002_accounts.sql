-- Ways to sign in. An account belongs to no organisation: it may be several people. Each of these tables has a policy
-- of its own: a request reaches only the session it holds the token of, the account that session belongs to, and, while
-- somebody signs in, the account with exactly the address that was typed.

create table account (
  id uuid primary key default gen_random_uuid(),
  address sealed not null,
  address_hash text not null unique,
  language text not null default 'nl' check (language in ('nl', 'en')),
  created_at timestamptz not null default now(),
  last_active_on date not null default current_date
);
alter table account enable row level security;
alter table account force row level security;
create policy own_account on account
  using (id = nullif(current_setting('app.account', true), '')::uuid
    or address_hash = nullif(current_setting('app.address_hash', true), ''))
  with check (id = nullif(current_setting('app.account', true), '')::uuid);
grant select, insert, update (address, address_hash, language, last_active_on), delete on account to schoolplein_app;

create table account_key (
  account_id uuid primary key references account on delete cascade deferrable initially deferred,
  id uuid not null unique,
  wrapped text not null,
  generation integer not null references vault_generation
);
alter table account_key enable row level security;
alter table account_key force row level security;
create policy own_account on account_key
  using (account_id = nullif(current_setting('app.account', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy operator_rewraps on account_key for all to schoolplein_owner using (true) with check (true);
grant select, insert, update, delete on account_key to schoolplein_app;

-- Which people an account is. The organisation may see and end it; the account may list it.
create table account_person (
  account_id uuid not null references account on delete cascade,
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (account_id, organisation_id),
  unique (organisation_id, person_id)
);
alter table account_person enable row level security;
alter table account_person force row level security;
create policy own_account_or_organisation on account_person
  using (account_id = nullif(current_setting('app.account', true), '')::uuid
    or organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on account_person to schoolplein_app;

-- Sessions are stored by the hash of their token, one per host.
create table session (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null references account on delete cascade,
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  strong boolean not null,
  device text not null,
  language text not null check (language in ('nl', 'en')),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on session (account_id);
create index session_person on session (organisation_id, person_id);
alter table session enable row level security;
alter table session force row level security;
create policy own_session on session
  using (token_hash = nullif(current_setting('app.session', true), '')
    or account_id = nullif(current_setting('app.account', true), '')::uuid
    or organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
grant select, insert, update (seen_at, expires_at, strong, language), delete on session to schoolplein_app;
