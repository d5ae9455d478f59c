-- When school told guardians that something waits for an answer, and how many: not who.
create table consent_reminder (
  organisation_id uuid not null references organisation,
  id uuid not null,
  sent_by uuid,
  sent_at timestamptz not null,
  mails integer not null check (mails >= 0),
  letters integer not null check (letters >= 0),
  primary key (organisation_id, id),
  foreign key (organisation_id, sent_by) references person (organisation_id, id) on delete set null (sent_by)
);
alter table consent_reminder enable row level security;
alter table consent_reminder force row level security;
create policy own_organisation on consent_reminder
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on consent_reminder to schoolplein_app;
