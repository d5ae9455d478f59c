-- What the administration calls the school in its OneRoster files: a file of changes names no BRIN.
alter table school add column source_key text;
grant update (source_key) on school to schoolplein_app;
