-- Suppliers of tests who deliver results over SOAP (UWLR 2.2), each with a key of its own, and what they delivered (docs/decisions/0064).

-- key_hash: a keyed hash; the key is shown once and kept nowhere.
create table uwlr_supplier (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null check (name <> ''),
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, key_hash),
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by)
);
alter table uwlr_supplier enable row level security;
alter table uwlr_supplier force row level security;
create policy own_organisation on uwlr_supplier
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update (withdrawn_at), delete on uwlr_supplier to schoolplein_app;

-- refusal: in our own words, with a line number; nothing of what was delivered stands in it.
create table uwlr_delivery (
  organisation_id uuid not null references organisation,
  id uuid not null,
  supplier_id uuid not null,
  received_at timestamptz not null,
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  same integer not null check (same >= 0),
  unknown integer not null check (unknown >= 0),
  refusal text,
  primary key (organisation_id, id),
  foreign key (organisation_id, supplier_id) references uwlr_supplier (organisation_id, id) on delete cascade
);
create index uwlr_delivery_supplier on uwlr_delivery (organisation_id, supplier_id, received_at desc);
alter table uwlr_delivery enable row level security;
alter table uwlr_delivery force row level security;
create policy own_organisation on uwlr_delivery
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, delete on uwlr_delivery to schoolplein_app;
