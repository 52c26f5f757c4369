-- How each column of the host views is read from the marketplace's own columns.
--
-- Every function takes the columns that catalogue.sql describes and answers {sql, certainty, remark}:
-- `certain` when the name says it, `guess` when its meaning was inferred (the remark tells a person what to check),
-- `missing` when nothing fits (the remark tells the consequence). The expressions stay simple, so that the planner
-- flattens the views and finds a person or a listing by the host's own primary key.

create or replace function pg_temp.host_answer(p_sql text, p_certainty text, p_remark text default null)
returns jsonb
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object('sql', p_sql, 'certainty', p_certainty, 'remark', pg_temp.host_plain(p_remark));
$$;

-- A column as trimmed text, NULL when blank.
create or replace function pg_temp.host_trimmed(p_column jsonb) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
as $$
  select format('nullif(btrim(%s%s), '''')', p_column ->> 'ref',
    case when p_column ->> 'type' <> 'text' then '::text' else '' end);
$$;

-- The first text column among the words; the first p_plain of them are names that leave no doubt.
create or replace function pg_temp.host_text(
  p_columns jsonb, p_words text[], p_plain integer, p_missing text, p_kinds text[] default '{text,enum}')
returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_column jsonb := pg_temp.host_pick(p_columns, p_kinds, p_words);
  v_sql text := pg_temp.host_trimmed(v_column);
begin
  if v_column is null then
    return pg_temp.host_answer('null::text', 'missing', p_missing);
  elsif v_column ->> 'others' is not null then
    return pg_temp.host_answer(v_sql, 'guess', format('from %s; could also be %s',
      v_column ->> 'label', v_column ->> 'others'));
  elsif array_position(p_words, v_column ->> 'word') > p_plain then
    return pg_temp.host_answer(v_sql, 'guess', format('from %s', v_column ->> 'label'));
  end if;
  return pg_temp.host_answer(v_sql, 'certain');
end;
$$;

-- A phone number: one of the words, else whatever is called a person's number (agent_phone, landlord_whatsapp); else
-- the one that people sign in by, which Supabase keeps without its plus sign.
create or replace function pg_temp.host_phone(p_columns jsonb, p_words text[], p_plain integer,
  p_missing text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_others constant text[] := array(
    select distinct c ->> 'word' from jsonb_array_elements(p_columns) c
    where c ->> 'word' ~ '(^|_)(phone|mobile|whatsapp|telephone|cell)(_?(number|no|num))?$'
      and c ->> 'word' <> all (p_words)
      and c ->> 'word' !~ '^(sign_in|verified|has|is|show|hide|previous|old|emergency)_' order by 1);
  v_sign_in constant jsonb := pg_temp.host_pick(p_columns, '{text}', '{sign_in_phone}');
  v_answer constant jsonb := pg_temp.host_text(p_columns, p_words || v_others, p_plain, p_missing, '{text}');
begin
  if v_answer ->> 'certainty' = 'missing' and v_sign_in is not null then
    return pg_temp.host_answer(format('''+'' || nullif(ltrim(%s, ''+ ''), '''')', v_sign_in ->> 'ref'), 'guess',
      'from auth.users.phone, by which people sign in');
  end if;
  return v_answer;
end;
$$;

-- A point in time; without a zone it is taken as UTC.
create or replace function pg_temp.host_time(p_columns jsonb, p_words text[], p_missing text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_column jsonb := pg_temp.host_pick(p_columns, '{time}', p_words);
begin
  if v_column is null then
    return pg_temp.host_answer('null::timestamptz', 'missing', p_missing);
  elsif v_column ->> 'type' = 'timestamp with time zone' then
    return pg_temp.host_answer(v_column ->> 'ref', 'certain');
  end if;
  return pg_temp.host_answer(format('%s::timestamp at time zone ''UTC''', v_column ->> 'ref'), 'guess',
    format('%s is taken to be in UTC', v_column ->> 'label'));
end;
$$;

create or replace function pg_temp.host_full_name(p_columns jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_text constant text[] := '{text}';
  v_whole jsonb := pg_temp.host_pick(p_columns, v_text, '{full_name,fullname,name,display_name,displayname,real_name}');
  v_first jsonb := pg_temp.host_pick(p_columns, v_text, '{first_name,firstname,given_name,forename}');
  v_last jsonb := pg_temp.host_pick(p_columns, v_text, '{last_name,lastname,family_name,surname}');
  v_alias jsonb := pg_temp.host_pick(p_columns, v_text, '{username,user_name,nickname,handle}');
  v_sql text;
begin
  if v_whole is not null then
    v_sql := pg_temp.host_trimmed(v_whole);
  elsif v_first is not null and v_last is not null then
    -- Not by concat_ws(), which no index can hold.
    v_sql := format('nullif(btrim(coalesce(%s, '''') || '' '' || coalesce(%s, '''')), '''')',
      pg_temp.host_trimmed(v_first), pg_temp.host_trimmed(v_last));
  elsif coalesce(v_first, v_last) is not null then
    v_sql := pg_temp.host_trimmed(coalesce(v_first, v_last));
  elsif v_alias is not null then
    return pg_temp.host_answer(pg_temp.host_trimmed(v_alias), 'guess',
      format('only %s is there; people will see this as the name', v_alias ->> 'label'));
  else
    return pg_temp.host_answer('null::text', 'missing', 'no name column; without one nobody can request a callback');
  end if;
  if v_alias is not null then
    return pg_temp.host_answer(format('coalesce(%s, %s)', v_sql, pg_temp.host_trimmed(v_alias)),
      'guess', format('%s where the name is blank', v_alias ->> 'label'));
  end if;
  return pg_temp.host_answer(v_sql, 'certain');
end;
$$;

create or replace function pg_temp.host_is_verified(p_columns jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_flag jsonb := pg_temp.host_pick(p_columns, '{bool}',
    '{is_verified,verified,identity_verified,is_identity_verified,id_verified}');
  v_status jsonb := pg_temp.host_pick(p_columns, '{text,enum}',
    '{verification_status,verified_status,kyc_status,verification_state}');
  v_time jsonb := pg_temp.host_pick(p_columns, '{time}', '{verified_at,identity_verified_at,verified_on}');
  v_values text[];
  v_sql text;
begin
  if v_flag is not null then
    return pg_temp.host_answer(format('coalesce(%s, false)', v_flag ->> 'ref'), 'certain');
  elsif v_status is not null then
    v_values := pg_temp.host_values(v_status);
    v_sql := pg_temp.host_in(v_status, v_values, '{verified,approved}');
    return pg_temp.host_answer(coalesce(v_sql, 'false'), case when v_sql is null then 'missing' else 'guess' end,
      format('known values of %s: %s', v_status ->> 'label', coalesce(array_to_string(v_values, ', '), 'none')));
  elsif v_time is not null then
    return pg_temp.host_answer(format('%s is not null', v_time ->> 'ref'), 'certain');
  end if;
  return pg_temp.host_answer('false', 'missing', 'no sign of verification; nobody counts as verified');
end;
$$;

-- `column in (…)` with those of the known values that are among the words, spelled as the host does; NULL when none is.
-- When no value is known the words themselves are used.
create or replace function pg_temp.host_in(p_column jsonb, p_values text[], p_words text[]) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_list text;
begin
  select string_agg(quote_literal(u.value), ', ' order by u.place) into v_list
  from unnest(coalesce(p_values, p_words)) with ordinality u (value, place)
  where pg_temp.host_value_word(u.value) = any (p_words);
  return format('coalesce(%s in (' || v_list || '), false)',
    case when p_values is null then format('lower(%s)', p_column ->> 'ref') else p_column ->> 'ref' end);
end;
$$;

-- 'For Sale', 'for-sale' and 'forSale' are the same value.
create or replace function pg_temp.host_value_word(p_value text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select pg_temp.host_word(translate(p_value, ' -', '__'));
$$;

-- A yes or no put together from flags, states and dates. p_words holds the vocabulary: `yes` and `no` flags, `state`
-- columns with their `good` and `bad` values, `ended` dates that end it once they are set, `until` dates that matter
-- only behind. `from_then` names dates at which a `no` flag or an `ended` date stops to count: a ban that is over.
create or replace function pg_temp.host_condition(p_columns jsonb, p_words jsonb, p_missing text)
returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_parts text[] := '{}';
  v_remarks text[] := '{}';
  v_column jsonb;
  v_state jsonb;
  v_stem text;
  v_stops jsonb;
begin
  for v_column in select c from jsonb_array_elements(p_columns) c loop
    v_stem := regexp_replace(v_column ->> 'word', '^is_|_at$', '', 'g');
    v_stops := pg_temp.host_pick(p_columns, '{time}',
      array(select jsonb_array_elements_text(p_words #> array['from_then', v_stem])));
    case
      when v_stops is not null and v_column ->> 'kind' = 'bool' and p_words -> 'no' ? (v_column ->> 'word') then
        v_parts := v_parts || format('coalesce(%s <= now(), not coalesce(%s, false))',
          v_stops ->> 'ref', v_column ->> 'ref');
      when v_stops is not null and v_column ->> 'kind' = 'time' and p_words -> 'ended' ? (v_column ->> 'word') then
        v_parts := v_parts || format('coalesce(%s <= now(), %s is null)', v_stops ->> 'ref', v_column ->> 'ref');
      when v_column ->> 'kind' = 'bool' and p_words -> 'yes' ? (v_column ->> 'word') then
        v_parts := v_parts || format('coalesce(%s, false)', v_column ->> 'ref');
      when v_column ->> 'kind' = 'bool' and p_words -> 'no' ? (v_column ->> 'word') then
        v_parts := v_parts || format('not coalesce(%s, false)', v_column ->> 'ref');
      when v_column ->> 'kind' = 'time' and p_words -> 'ended' ? (v_column ->> 'word') then
        v_parts := v_parts || format('%s is null', v_column ->> 'ref');
      when v_column ->> 'kind' = 'time' and p_words -> 'until' ? (v_column ->> 'word') then
        v_parts := v_parts || format('coalesce(%s > now(), true)', v_column ->> 'ref');
      when v_column ->> 'kind' = 'time' and exists (
        select from jsonb_each(p_words -> 'from_then') f where f.value ? (v_column ->> 'word')) then
        v_parts := v_parts || format('coalesce(%s <= now(), true)', v_column ->> 'ref');
      when v_column ->> 'kind' in ('text', 'enum') and p_words -> 'state' ? (v_column ->> 'word') then
        v_state := pg_temp.host_state(v_column, p_words);
        v_parts := v_parts || (v_state ->> 'sql');
        v_remarks := array_remove(v_remarks || (v_state ->> 'remark'), null);
      else
        null;
    end case;
  end loop;
  v_parts := array_remove(v_parts, null);
  if v_parts = '{}' then
    return pg_temp.host_answer('true', 'missing', concat_ws('; ', p_missing,
      nullif(array_to_string(v_remarks, '; '), '')));
  end if;
  return pg_temp.host_answer(array_to_string(v_parts, ' and '),
    case when v_remarks = '{}' then 'certain' else 'guess' end, nullif(array_to_string(v_remarks, '; '), ''));
end;
$$;

-- A state column, judged by its good values, else by its bad ones; no sql when none of its values is understood.
create or replace function pg_temp.host_state(p_column jsonb, p_words jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_values text[] := pg_temp.host_values(p_column);
  v_good text[] := array(select jsonb_array_elements_text(p_words -> 'good'));
  v_bad text[] := array(select jsonb_array_elements_text(p_words -> 'bad'));
  v_known text[] := array(select pg_temp.host_value_word(v) from unnest(v_values) v);
  v_list text := array_to_string(v_values, ', ');
begin
  if v_values is null and p_column ->> 'kind' = 'text' and p_column ->> 'word' <> 'state' then
    return pg_temp.host_answer(pg_temp.host_in(p_column, null, v_good), 'guess',
      format('no value of %s is known yet; these were assumed', p_column ->> 'label'));
  elsif v_known && v_good then
    return pg_temp.host_answer(pg_temp.host_in(p_column, v_values, v_good), 'guess',
      format('values of %s: %s', p_column ->> 'label', v_list));
  elsif v_known && v_bad then
    return pg_temp.host_answer('not ' || pg_temp.host_in(p_column, v_values, v_bad), 'guess',
      format('values of %s: %s', p_column ->> 'label', v_list));
  elsif p_column ->> 'word' = 'state' then
    return null; -- a part of an address more likely than a status
  end if;
  return pg_temp.host_answer(null, 'missing',
    format('%s was left out, its values are not understood: %s', p_column ->> 'label', coalesce(v_list, 'none known')));
end;
$$;

create or replace function pg_temp.host_number(p_columns jsonb, p_words text[], p_plain integer, p_missing text)
returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_column jsonb := pg_temp.host_pick(p_columns, '{number}', p_words);
  v_sql text := (v_column ->> 'ref') || '::numeric';
begin
  if v_column is null then
    return pg_temp.host_answer('null::numeric', 'missing', p_missing);
  elsif array_position(p_words, v_column ->> 'word') > p_plain or v_column ->> 'others' is not null then
    return pg_temp.host_answer(v_sql, 'guess', concat('from ', v_column ->> 'label', '; could also be '
      || (v_column ->> 'others')));
  end if;
  return pg_temp.host_answer(v_sql, 'certain');
end;
$$;
