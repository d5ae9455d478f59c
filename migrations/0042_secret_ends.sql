-- Until when Entra honours the secret, as its page of certificates and secrets says: nobody tells it otherwise.
alter table microsoft_connection add column secret_ends_on date;
grant update (secret_ends_on) on microsoft_connection to schoolplein_app;

-- Who signs out everywhere also ends what is under way to another school.
create policy own_account_ends on hop_token for delete
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy own_account_is_found on hop_token for select
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
