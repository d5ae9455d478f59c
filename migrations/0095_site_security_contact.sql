-- Where somebody reports a weakness (security.txt, RFC 9116): a mail address or an https page; policy: how the organisation deals with it.
create table site_security_contact (
  organisation_id uuid not null references organisation,
  contact text not null check (contact ~ '^(mailto:[^\s]+@[^\s]+|https://[^\s]+|tel:\+[0-9-]+)$' and length(contact) <= 300),
  policy text check (policy ~ '^https://[^\s]+$' and length(policy) <= 300),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id) on delete set null (changed_by)
);
alter table site_security_contact enable row level security;
alter table site_security_contact force row level security;
create policy own_organisation on site_security_contact
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on site_security_contact to schoolplein_app;
