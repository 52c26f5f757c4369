-- What operators read holds no phone number and no mail address, in texts neither: they look at a number deliberately, and viewers never do.

-- The text without mail addresses and without numbers of five and more digits, in any script, whatever stands between the digits: up to five
-- blanks, brackets, dots, dashes, slashes or characters without a width. Commas and colons end a number, so that times and lists stay.
create or replace function callback_private.masked_text(p_text text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_digit constant text := '[0-9\u00b2\u00b3\u00b9\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef'
    '\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0de6-\u0def\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049'
    '\u1090-\u1099\u17e0-\u17e9\u1810-\u1819\u1946-\u194f\u19d0-\u19d9\u1a80-\u1a89\u1a90-\u1a99\u1b50-\u1b59\u1bb0-\u1bb9\u1c40-\u1c49'
    '\u1c50-\u1c59\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u24ea\ua620-\ua629\ua8d0-\ua8d9\ua900-\ua909\ua9d0-\ua9d9\ua9f0-\ua9f9'
    '\uaa50-\uaa59\uabf0-\uabf9\uff10-\uff19\U000104a0-\U000104a9\U00010d30-\U00010d39\U00010d40-\U00010d49\U00011066-\U0001106f'
    '\U000110f0-\U000110f9\U00011136-\U0001113f\U000111d0-\U000111d9\U000112f0-\U000112f9\U00011450-\U00011459\U000114d0-\U000114d9'
    '\U00011650-\U00011659\U000116c0-\U000116c9\U000116d0-\U000116e3\U00011730-\U00011739\U000118e0-\U000118e9\U00011950-\U00011959'
    '\U00011bf0-\U00011bf9\U00011c50-\U00011c59\U00011d50-\U00011d59\U00011da0-\U00011da9\U00011de0-\U00011de9\U00011f50-\U00011f59\U00016130-\U00016139'
    '\U00016a60-\U00016a69\U00016ac0-\U00016ac9\U00016b50-\U00016b59\U00016d70-\U00016d79\U0001ccf0-\U0001ccf9\U0001d7ce-\U0001d7ff'
    '\U0001e140-\U0001e149\U0001e2f0-\U0001e2f9\U0001e4f0-\U0001e4f9\U0001e5f1-\U0001e5fa\U0001e950-\U0001e959\U0001fbf0-\U0001fbf9]';
  v_in_mail constant text := '[^\s@\uff20\ufe6b<>(),;]';
  v_gap constant text := '[ \t\n\r().+*~/_\-\u00a0\u00ad\u00b7\u034f\u061c\u1680\u180e\u2000-\u2015\u2022\u2024\u2027-\u202f\u2044\u205f-\u206f'
    '\u20e3\u2212\u3000\u301c\u30fb\u30fc\ufe00-\ufe0f\ufeff\uff08\uff09\uff0b\uff0d\uff0e\uff0f]';
begin
  return regexp_replace(
    regexp_replace(p_text, format('%1$s+\s?[@\uff20\ufe6b]\s?%1$s*[.\uff0e\u3002]%1$s+', v_in_mail), '•••••', 'g'),
    format('%1$s(%2$s{0,5}%1$s){4,}', v_digit, v_gap), '•••••', 'g');
end
$$;

-- The same in every text of a JSON value, but ids, times and addresses of pictures. Where an answer of the two sides' operations has the buyer's
-- number, it is p_phone.
create or replace function callback_private.masked_json(p_value jsonb, p_phone text default null, p_key text default null)
returns jsonb language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_text constant text := p_value #>> '{}';
begin
  return case jsonb_typeof(p_value)
    when 'object' then (
      select coalesce(jsonb_object_agg(e.key, callback_private.masked_json(e.value, p_phone, e.key)), '{}') from jsonb_each(p_value) e)
    when 'array' then (
      select coalesce(jsonb_agg(callback_private.masked_json(i.value, p_phone, p_key) order by i.place), '[]')
      from jsonb_array_elements(p_value) with ordinality i (value, place))
    when 'string' then case
      when p_key in ('phone', 'requester_phone', 'requester_phone_masked') then coalesce(to_jsonb(p_phone), 'null')
      when p_key ~ '^(.*_)?(id|at|until|url|image|start|end)$'
        or v_text ~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(T[0-9:.]+(Z|[+-]\d\d:?\d\d))?)$' then p_value
      else to_jsonb(callback_private.masked_text(v_text)) end
    else p_value end;
end
$$;
