-- Of which moment of its clock the keepers of an incident were reminded: hours left, the least so far (docs/decisions/0069).
alter table incident add column reminded_at_hours integer;
grant update (reminded_at_hours) on incident to schoolplein_app;
