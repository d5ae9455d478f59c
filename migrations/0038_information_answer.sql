-- What the school tells a parent without authority (art. 1:377c BW), after somebody looked at what may be told. The words are
-- sealed under the parent's key, like the question.
alter table information_request
  add outcome text check (outcome in ('told', 'partly', 'refused', 'spoken')),
  add answer sealed,
  add check (outcome is null or handled_at is not null),
  add check ((answer is null) = (outcome is null));
grant update (outcome, answer) on information_request to schoolplein_app;
