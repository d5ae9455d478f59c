-- What a school or board tells its processor about the processing it decides on (docs/decisions/0037): facts of its register without a
-- person's name but that of whom one turns to, which its privacy statement publishes as well. Only a supplier reads those of others.
create table processing_published (
  controller_id uuid primary key references organisation on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  lines jsonb not null,
  published_at timestamptz not null
);
alter table processing_published enable row level security;
alter table processing_published force row level security;
create policy controller on processing_published
  using (controller_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (controller_id = nullif(current_setting('app.organisation', true), '')::uuid);
create policy processor_reads on processing_published for select
  using (exists (select from organisation o
    where o.id = nullif(current_setting('app.organisation', true), '')::uuid and o.kind = 'supplier'));
grant select, insert, update (hash, lines, published_at), delete on processing_published to schoolplein_app;
