-- The types of events, and which sides of a request learn of each. History and live updates show an event to a reader
-- only where its audience names their side, so a type that names only the operator stays internal. To add a type, add a
-- line. One that is taken out stays in the table, for the events that have it.

insert into callback_private.event_types (name, audience) values
  ('request_created', '{buyer,seller,operator}'),
  ('status_changed', '{buyer,seller,operator}'),
  ('request_edited', '{buyer,seller,operator}'),
  ('call_attempted', '{buyer,seller,operator}'),
  ('completion_confirmed', '{buyer,seller,operator}'),
  ('completion_contradicted', '{buyer,seller,operator}'),
  ('acknowledgement_undone', '{buyer,seller,operator}'),
  ('request_extended', '{buyer,seller,operator}'),
  ('request_expiring', '{buyer,seller,operator}'),
  ('seller_note_changed', '{seller}'),
  ('request_snoozed', '{seller}'),
  ('request_held', '{buyer,operator}'),
  ('code_sent', '{buyer,operator}'),
  ('phone_confirmed', '{buyer,operator}'),
  ('request_not_sent', '{buyer,operator}'),
  ('phone_revealed', '{operator}'),
  ('seller_reminded', '{seller,operator}'),
  ('request_deleted', '{buyer,seller,operator}')
on conflict (name) do update set audience = excluded.audience;

-- The types that a side learns of.
create or replace function callback_private.event_types_for(p_side text)
returns text[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(select t.name from callback_private.event_types t where p_side = any (t.audience));
end
$$;
