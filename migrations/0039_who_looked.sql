-- Who looked: in which role, at whose page, and quick answers about ten million lines (docs/decisions/0032).

-- role: in which role somebody was on that page. about: whose page it was, when the address names a person whose data were
-- opened. Both go into the hash of a line that has one of them, so that older lines still verify.
alter table audit_line add column role text check (length(role) between 1 and 40);
alter table audit_line add column about uuid;

-- A line is written once more when it is chained; these indexes take it only then. What waits is found by audit_line_waiting.
create index audit_line_viewer on audit_line (organisation_id, person_id, at, id)
  where action = 'opened' and sequence is not null;
create index audit_line_opened on audit_line (organisation_id, at, id) where action = 'opened' and sequence is not null;
create index audit_line_supplier on audit_line (organisation_id, at)
  where action = 'opened' and role in ('supplier', 'supplier-support', 'partner');

-- Who looked stands in the index itself: whose looks are not asked for are passed over there.
-- The key to audit_line goes: without an index of its own it would read the whole table for each line that expires.
alter table disclosure_subject add column viewer_id uuid;
alter table disclosure_subject no force row level security;
alter table audit_line no force row level security;
update disclosure_subject d set viewer_id = l.person_id
  from audit_line l where l.organisation_id = d.organisation_id and l.id = d.line_id;
alter table disclosure_subject force row level security;
alter table audit_line force row level security;
alter table disclosure_subject drop constraint disclosure_subject_organisation_id_line_id_fkey;
alter table disclosure_subject drop constraint disclosure_subject_pkey;
alter table disclosure_subject add primary key (organisation_id, subject_id, at, line_id) include (viewer_id);
