-- Signing in with Microsoft (Entra ID, OpenID Connect). An organisation names its own tenant and application; an account
-- is tied to a Microsoft account by a keyed hash of its `tid` and `oid`, never by a mail address.

create table microsoft_connection (
  organisation_id uuid not null references organisation,
  tenant_id uuid not null,
  client_id uuid not null,
  secret sealed not null,
  trusts_mfa boolean not null,
  changed_at timestamptz not null,
  primary key (organisation_id)
);
alter table microsoft_connection enable row level security;
alter table microsoft_connection force row level security;
create policy own_organisation on microsoft_connection
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (tenant_id, client_id, secret, trusts_mfa, changed_at), delete
  on microsoft_connection to schoolplein_app;

-- Whether the sign-in page offers Microsoft, and whether the team has no other way: a public fact, like the name.
alter table organisation add column microsoft text not null default 'off' check (microsoft in ('off', 'offered', 'team'));
grant update (microsoft) on organisation to schoolplein_app;

-- Whose Microsoft account is whose. Somebody who comes from Microsoft shows the hash first; an organisation may count
-- those of its own people.
create table microsoft_identity (
  identity_hash text primary key check (identity_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null references account on delete cascade,
  tenant_id uuid not null,
  created_at timestamptz not null,
  unique (account_id, tenant_id)
);
alter table microsoft_identity enable row level security;
alter table microsoft_identity force row level security;
create policy own_account on microsoft_identity
  using (account_id = nullif(current_setting('app.account', true), '')::uuid
    or identity_hash = nullif(current_setting('app.identity', true), ''))
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy own_people on microsoft_identity for select
  using (exists (select from account_person tie where tie.account_id = microsoft_identity.account_id
    and tie.organisation_id = nullif(current_setting('app.organisation', true), '')::uuid));
grant select, insert, delete on microsoft_identity to schoolplein_app;

-- Through which tenant somebody came in, whether it asked a second factor, and its own session (a keyed hash), so that
-- signing out there ends this one. Who only came through Microsoft never gave a password or passkey: no `confirmed_at`.
alter table session add column tenant_id uuid;
alter table session add column tenant_strong boolean not null default false;
alter table session add column tenant_session text check (tenant_session ~ '^[0-9a-f]{64}$');
alter table session alter column confirmed_at drop not null;
create index session_tenant on session (organisation_id, tenant_session) where tenant_session is not null;
