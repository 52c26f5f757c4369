-- What operators with the role viewer read of texts that people wrote: without phone numbers and mail addresses.

-- Five digits or more are masked, also where spaces, dots, slashes, brackets or dashes stand between them, in every script
-- that our people write numbers in. Dates and prices may be masked too: better that than a number.
create or replace function callback_private.masked_text(p_text text)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return regexp_replace(
    regexp_replace(p_text, '[^\s@<>(),;]+@[^\s@<>(),;]+', '•••••', 'g'),
    '[0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]([\s\u00A0\u2009\u202F./()\u2010-\u2015-]{0,3}[0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]){4,}',
    '•••••', 'g');
end
$$;

-- The same in every text of a JSON value; ids and times stay.
create or replace function callback_private.masked_json(p_value jsonb)
returns jsonb language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_text constant text := p_value #>> '{}';
begin
  return case jsonb_typeof(p_value)
    when 'object' then (
      select coalesce(jsonb_object_agg(e.key, callback_private.masked_json(e.value)), '{}') from jsonb_each(p_value) e)
    when 'array' then (
      select coalesce(jsonb_agg(callback_private.masked_json(e.value) order by e.place), '[]')
      from jsonb_array_elements(p_value) with ordinality e (value, place))
    when 'string' then
      case when v_text ~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(T[0-9:.]+(Z|[+-]\d\d:?\d\d))?)$'
        then p_value else to_jsonb(callback_private.masked_text(v_text)) end
    else p_value end;
end
$$;
