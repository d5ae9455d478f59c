-- What a restriction concerns: kinds of data and purposes ("kind:image", "purpose:attendance"); none named means all of them.
alter table processing_restriction add concerns text[] not null default '{}';
