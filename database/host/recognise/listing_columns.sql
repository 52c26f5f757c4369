-- How a listing's price, currency, picture and place are read; answers as in columns.sql.

-- Which of the words are keys of a json column's objects (or of its arrays' first objects), judged by the first 100
-- rows; the first word when no row has an object yet, NULL when none of the keys is understood.
create or replace function pg_temp.host_key(p_column jsonb, p_words text[]) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_keys text[];
begin
  execute format(
    'select array_agg(distinct k.key)
     from (select %1$I::jsonb as value from %2$s where %1$I is not null limit 100) s
     cross join lateral (select case when jsonb_typeof(s.value) = ''array'' then s.value -> 0 else s.value end as value) o
     cross join lateral jsonb_object_keys(case when jsonb_typeof(o.value) = ''object'' then o.value else ''{}'' end) k (key)',
    p_column ->> 'column', (p_column ->> 'table')::oid::regclass) into v_keys;
  if v_keys is null then return p_words[1]; end if;
  return (select k.key from unnest(p_words) with ordinality w (word, rank) join unnest(v_keys) k (key)
    on pg_temp.host_word(k.key) = w.word order by w.rank limit 1);
end;
$$;

create or replace function pg_temp.host_price(p_columns jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_words constant text[] := '{price,asking_price,list_price,unit_price,current_price,sale_price,starting_price,amount}';
  v_minor jsonb := pg_temp.host_pick(p_columns, '{number}',
    '{price_cents,price_in_cents,amount_cents,amount_in_cents,price_minor,amount_minor,unit_amount}');
  v_json jsonb := pg_temp.host_pick(p_columns, '{json}', '{price,pricing,amount}');
  v_key text;
begin
  if pg_temp.host_pick(p_columns, '{number}', v_words) is null and v_minor is not null then
    return pg_temp.host_answer(format('round(%s::numeric / 100, 2)', v_minor ->> 'ref'), 'guess',
      format('%s is taken to count hundredths of the currency', v_minor ->> 'label'));
  elsif v_json is not null then
    v_key := pg_temp.host_key(v_json, '{amount,value,price}');
  end if;
  if v_key is null then
    return pg_temp.host_number(p_columns, v_words, 1, 'no price column; requests show no price');
  end if;
  return pg_temp.host_answer(
    format('case when %1$s ->> %2$L ~ ''^[0-9]+(\.[0-9]+)?$'' then (%1$s ->> %2$L)::numeric end',
      v_json ->> 'ref', v_key),
    'guess', format('from the key %s of %s', v_key, v_json ->> 'label'));
end;
$$;

create or replace function pg_temp.host_currency(p_columns jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_json jsonb := pg_temp.host_pick(p_columns, '{json}', '{price,pricing,amount}');
  v_key text;
  v_words constant text[] := '{currency,currency_code,price_currency,currency_iso}';
begin
  if v_json is not null and pg_temp.host_pick(p_columns, '{text,enum}', v_words) is null then
    v_key := pg_temp.host_key(v_json, v_words);
  end if;
  if v_key is not null then
    return pg_temp.host_answer(format('nullif(btrim(%s ->> %L), '''')', v_json ->> 'ref', v_key), 'guess',
      format('from the key %s of %s', v_key, v_json ->> 'label'));
  end if;
  return pg_temp.host_text(p_columns, v_words, 4,
    'no currency column; if all prices are in one currency write it here, for instance ''EUR''::text');
end;
$$;

create or replace function pg_temp.host_image(p_listings oid, p_key text, p_columns jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_many constant text[] := '{images,image_urls,photos,photo_urls,pictures,picture_urls,gallery,media}';
  v_array jsonb := pg_temp.host_pick(p_columns, '{texts}', v_many);
  v_json jsonb := pg_temp.host_pick(p_columns, '{json}', v_many);
  v_key text;
  v_table jsonb;
begin
  if v_array is not null then
    return pg_temp.host_answer(format('nullif(btrim((%s)[1]), '''')', v_array ->> 'ref'), 'certain');
  elsif v_json is not null then
    v_key := pg_temp.host_key(v_json, '{url,src,uri,image_url,public_url,href,path}');
    return pg_temp.host_answer(
      format('case when jsonb_typeof(%1$s -> 0) = ''object'' then %1$s -> 0 ->> %2$L else %1$s ->> 0 end',
        case when v_json ->> 'type' = 'json' then format('(%s)::jsonb', v_json ->> 'ref')
          else v_json ->> 'ref' end, v_key),
      'guess', format('the first of %s, a string or an object with the key %s',
        v_json ->> 'label', coalesce(v_key, '(none known)')));
  elsif pg_temp.host_pick(p_columns, '{text}', pg_temp.host_image_words()) is null then
    v_table := pg_temp.host_image_table(p_listings, p_key);
  end if;
  return coalesce(v_table, pg_temp.host_text(p_columns, pg_temp.host_image_words(), 4,
    'no image column or table; requests show no picture', '{text}'));
end;
$$;

create or replace function pg_temp.host_image_words() returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select '{image_url,thumbnail_url,cover_image_url,main_image_url,thumbnail,cover_image,cover_url,main_image,primary_image,image,photo_url,photo,picture_url,picture}'::text[];
$$;

-- A table of pictures that refers to the listings: its first row in the order that its columns suggest.
create or replace function pg_temp.host_image_table(p_listings oid, p_key text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_table record;
  v_columns jsonb;
  v_url jsonb;
  v_order text;
begin
  select c.oid::regclass as name, f.column_name, count(*) over () as candidates into v_table
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  cross join lateral pg_temp.host_references(c.oid) f
  where c.relkind in ('r', 'p') and not c.relispartition and f.target = p_listings and f.target_column = p_key
    and pg_temp.host_word(c.relname) ~ '(image|photo|picture|media|gallery)(s|_urls?)?$'
    and pg_temp.host_pick(pg_temp.host_columns(c.oid, 'i'), '{text}', pg_temp.host_url_words()) is not null
  order by 1::text, f.column_name limit 1;
  if v_table is null then return null; end if;

  v_columns := pg_temp.host_columns(v_table.name, 'i');
  v_url := pg_temp.host_pick(v_columns, '{text}', pg_temp.host_url_words());
  select string_agg(o.sql, ', ' order by o.rank) into v_order from (
    select 1 as rank, (pg_temp.host_pick(v_columns, '{bool}',
      '{is_primary,is_main,is_cover,is_default,primary}') ->> 'ref') || ' desc nulls last' as sql
    union all
    select 2, pg_temp.host_pick(v_columns, '{number}',
      '{position,sort_order,display_order,order_index,sort,order,ordinal,sequence,idx,rank}') ->> 'ref'
    union all
    select 3, pg_temp.host_pick(v_columns, '{time}', '{created_at,inserted_at,uploaded_at}') ->> 'ref') o;
  return pg_temp.host_answer(
    format('(select i.%I%s from %s i where i.%I = l.%I%s limit 1)', v_url ->> 'column',
      case when v_url ->> 'type' <> 'text' then '::text' else '' end,
      v_table.name, v_table.column_name, p_key, ' order by ' || v_order), 'guess',
    format('the first of %s%s; it needs an index on %s', v_table.name,
      case when v_table.candidates > 1 then ' (one of several such tables)' else '' end, v_table.column_name));
end;
$$;

create or replace function pg_temp.host_url_words() returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select '{url,image_url,photo_url,picture_url,public_url,src,uri,file_url,path,storage_path,image,photo}'::text[];
$$;

create or replace function pg_temp.host_location(p_columns jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_words constant text[] := '{location,location_name,location_text,place_name,place,area,neighborhood,neighbourhood,district}';
  v_json jsonb := pg_temp.host_pick(p_columns, '{json}', '{location,address,place}');
  v_parts text[];
begin
  if pg_temp.host_pick(p_columns, '{text}', v_words) is not null then
    return pg_temp.host_text(p_columns, v_words, 3, null, '{text}');
  elsif v_json is not null then
    v_parts := array_remove(array[pg_temp.host_key(v_json, '{city,town,name,label,formatted_address,address}'),
      pg_temp.host_key(v_json, '{country,country_code,region,state}')], null);
    select array_agg(format('%s ->> %L', v_json ->> 'ref', part)) into v_parts from unnest(v_parts) part;
  else
    v_parts := array_remove(array[
      pg_temp.host_trimmed(pg_temp.host_pick(p_columns, '{text}', '{city,town,location_city,city_name}')),
      pg_temp.host_trimmed(pg_temp.host_pick(p_columns, '{text,enum}',
        '{country,location_country,country_code,region}'))], null);
  end if;
  if coalesce(v_parts, '{}') = '{}' then
    return pg_temp.host_answer('null::text', 'missing', 'no location column; requests show no place');
  end if;
  return pg_temp.host_answer(format('nullif(concat_ws('', '', %s), '''')', array_to_string(v_parts, ', ')),
    'guess', 'put together from the parts of the place');
end;
$$;
