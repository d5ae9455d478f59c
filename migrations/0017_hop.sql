-- Going from one organisation's host to another's as the same account: a token that works once, there, within a minute.
-- It says how well somebody proved who they are, so that arriving makes nobody stronger than they were.
create table hop_token (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  account_id uuid not null,
  organisation_id uuid not null,
  strong boolean not null,
  confirmed_at timestamptz,
  tenant_id uuid,
  tenant_strong boolean not null,
  expires_at timestamptz not null,
  foreign key (account_id, organisation_id) references account_person on delete cascade
);
alter table hop_token enable row level security;
alter table hop_token force row level security;
create policy own_account on hop_token for insert
  with check (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy shown_where_it_leads on hop_token for select
  using (token_hash = nullif(current_setting('app.hop', true), '')
    and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy used_where_it_leads on hop_token for delete
  using (token_hash = nullif(current_setting('app.hop', true), '')
    and organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy expired_goes on hop_token for delete using (expires_at < now());
create policy expired_is_found on hop_token for select using (expires_at < now());
grant select, insert, delete on hop_token to schoolplein_app;
