-- A form that comes twice is one story: the random number it carries stands with what was begun with it.
alter table news add column request_key uuid;
create unique index news_sent_once on news (organisation_id, author_id, request_key) where request_key is not null;
