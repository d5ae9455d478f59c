-- The school's logo: which picture it is, how large, and on which grounds it needs a plate behind it to be seen. Shown to
-- every visitor of the host, as name and colours are.
alter table organisation add logo jsonb check (logo is null or jsonb_typeof(logo) = 'object');
grant update (logo) on organisation to schoolplein_app;
