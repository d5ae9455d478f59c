-- What an import of the pupil administration's file needs beside people and groups.

-- A group that is no longer in the file. It keeps its row, because placements and days of absence point to it, but not
-- its key: that may come back for another group.
alter table school_group add column ended_on date;
grant update (ended_on) on school_group to schoolplein_app;

-- Whether dates of birth are taken over from the file. Off until the school says otherwise (art. 25(2) GDPR).
alter table school add column keeps_birth_dates boolean not null default false;
grant update (keeps_birth_dates) on school to schoolplein_app;
