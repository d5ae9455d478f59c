-- What somebody has to know of: one row for each reader of each thing of a module. No words: the module shows them from its
-- own rows, to who may still see them. answer_by orders the list; a thing leaves it when it was answered, or read, or when
-- until_at has come. told_at: when a message about it left.
create table attention_item (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  module text not null check (module ~ '^[a-z][a-z0-9-]{0,40}$'),
  subject_id uuid not null,
  class text not null check (class in ('urgent', 'answer', 'to-know')),
  answer_by date,
  given_at timestamptz not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  read_at timestamptz,
  answered_at timestamptz,
  told_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, person_id, module, subject_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade,
  check ((class = 'answer') = (answer_by is not null)),
  check (until_at > from_at)
);
create index attention_item_subject on attention_item (organisation_id, module, subject_id);
create index attention_item_until on attention_item (organisation_id, until_at);
alter table attention_item enable row level security;
alter table attention_item force row level security;
create policy own_organisation on attention_item
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on attention_item to schoolplein_app;
