-- A family is also told that the other home wishes to come together.
alter table conversation_notice drop constraint conversation_notice_kind_check;
alter table conversation_notice add constraint conversation_notice_kind_check
  check (kind in ('booked', 'cancelled', 'moved', 'swapped', 'kept', 'teacher', 'parted', 'together'));
