-- A group beside the home groups that the school made itself: no file of the administration changes or ends it.
alter table planned_group add column by_hand boolean not null default false;
alter table school_group add column by_hand boolean not null default false;
