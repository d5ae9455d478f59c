-- Results for guardians and pupils: off until a school chooses it (docs/decisions/0063).
alter table organisation alter column modules_off set default '{results-home}';
update organisation set modules_off = array_append(modules_off, 'results-home')
  where not ('results-home' = any (modules_off));
