-- Which product an organisation takes from its supplier, and how that ends (docs/decisions/0074): facts about organisations, no
-- person's name. Between two organisations, so of neither: the customer's own work changes it, a supplier reads it.
-- ends_on: the first day without; from then on nothing changes in the product, from destroyed_from on nothing is left of it.
create table contract (
  customer_id uuid not null references organisation on delete cascade,
  product text not null check (product in ('website', 'portal', 'plaza', 'm365')),
  began_on date not null,
  noticed_at timestamptz,
  ends_on date check (ends_on > began_on),
  destroyed_from date generated always as ((ends_on + interval '2 months')::date) stored,
  held_for text check (held_for in ('court', 'authority', 'complaint', 'agreement')),
  held_at timestamptz,
  destroying_at timestamptz,
  rows_gone integer not null default 0,
  keys_gone integer not null default 0,
  destroyed_at timestamptz,
  certificate jsonb,
  primary key (customer_id, product),
  check ((ends_on is null) = (noticed_at is null)),
  check ((held_for is null) = (held_at is null)),
  check (destroying_at is null or ends_on is not null),
  check ((destroyed_at is null) = (certificate is null))
);
alter table contract enable row level security;
alter table contract force row level security;
create policy customer on contract
  using (customer_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (customer_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy supplier_reads on contract for select
  using (exists (select from organisation o
    where o.id = nullif(current_setting('app.organisation', true), '')::uuid and o.kind = 'supplier'));
grant select, insert, update on contract to schoolplein_app;
