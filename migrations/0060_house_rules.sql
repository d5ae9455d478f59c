-- The school's house rules about messages, which are kept to and not only printed: which roles of the team may send something
-- urgent, how often a family is told of something in one week at most, and between which times.
alter table message_rules
  add column urgent_roles text[] not null default '{teacher,substitute,support,principal,administrator}'
    check (urgent_roles <@ '{teacher,substitute,support,principal,administrator}'::text[]),
  add column week_most smallint check (week_most between 1 and 50),
  add column family_from time,
  add column family_until time,
  add check ((family_from is null) = (family_until is null)),
  add check (family_from < family_until);

-- When somebody of the team was reminded of an answer that the school promised.
alter table attention_item add column reminded_at timestamptz;
