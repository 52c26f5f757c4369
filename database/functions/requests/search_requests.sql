-- What a search finds: requests that contain all its words, each anywhere. Words match literally and in any letter case (ICU's: many databases
-- have a locale that only knows ASCII), without wildcards. A phone number is found by its digits, if the reader may see it, and
-- where it is masked only as a whole.

-- What is searched for, ready to compare; nulls without a search. words: a pattern for each word. terms: the same, but
-- what may be one number (020 7946 0958) is one pattern; digits: the digits of each term, or null.
create or replace function callback_private.read_search(
  p_search text,
  out words text[],
  out terms text[],
  out digits text[],
  out has_number boolean
)
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_search constant text := callback_private.trimmed(p_search);
begin
  if p_search is null then
    return;
  end if;
  if v_search is null or length(v_search) > 100 then
    perform callback_private.refuse_input('search', 'search must be 1 to 100 characters.');
  end if;
  words := regexp_split_to_array(
    callback_private.folded(v_search), '[ \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+');
  terms := callback_private.with_whole_numbers(words);
  digits := array(select callback_private.number_digits(t.term) from unnest(terms) t (term));
  has_number := array_remove(digits, null) <> '{}';
  words := callback_private.patterns_of(words);
  terms := callback_private.patterns_of(terms);
end
$$;

-- The words, with neighbours joined that look like parts of one number.
create or replace function callback_private.with_whole_numbers(p_words text[])
returns text[] language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_terms text[] := '{}';
  v_word text;
  v_is_number boolean;
  v_was_number boolean := false;
begin
  foreach v_word in array p_words loop
    v_is_number := callback_private.plain_digits(v_word) ~ '^[0-9+()./~-]+$';
    if v_is_number and v_was_number then
      v_terms[cardinality(v_terms)] := v_terms[cardinality(v_terms)] || ' ' || v_word;
    else
      v_terms := v_terms || v_word;
    end if;
    v_was_number := v_is_number;
  end loop;
  return v_terms;
end
$$;

create or replace function callback_private.patterns_of(p_words text[])
returns text[] language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return array(select '%' || regexp_replace(w.word, '([\\%_])', '\\\1', 'g') || '%' from unnest(p_words) w (word));
end
$$;

-- The digits of a possible number, in any script, without the trunk zeros that stored numbers don't have; null for
-- other words and for less than three digits.
create or replace function callback_private.number_digits(p_words text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_plain constant text := callback_private.plain_digits(p_words);
begin
  if v_plain ~ '^[0-9 +()./~-]+$' then
    return substring(regexp_replace(v_plain, '[^0-9]', '', 'g') from '^0*([1-9]\d{2,})$');
  end if;
  return null;
end
$$;

-- The same with ASCII digits, spaces and dashes: a number copied from a card has some that only look like plain ones.
create or replace function callback_private.plain_digits(p_words text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if octet_length(p_words) > length(p_words) then
    select string_agg(coalesce((ascii(letter) - zero)::text, letter), '' order by place) into p_words
    from string_to_table(normalize(p_words, nfkc), null) with ordinality as letters (letter, place)
    left join unnest(array[
      1632, 1776, 1984, 2406, 2534, 2662, 2790, 2918, 3046, 3174, 3302, 3430, 3664, 3792, 3872, 4160, 6112]) as zero
      on ascii(letter) between zero and zero + 9;
    p_words := regexp_replace(p_words, '[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]', '', 'g');
    p_words := regexp_replace(p_words, '[\u2010-\u2015\u2212\u301c\u30fb\u30fc]', '-', 'g');
  end if;
  return p_words;
end
$$;

-- A number as stored, and as its country writes it if that has extra digits: the prefix 8 of Russia and its neighbours,
-- and the 15 in Argentina's mobile numbers, after an area code of two to four digits.
create or replace function callback_private.number_forms(p_phone text)
returns text language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select concat_ws(' ', p_phone, case
    when p_phone like '+7%' then '8' || substr(p_phone, 3)
    when p_phone like '+375%' then '80' || substr(p_phone, 5)
    when p_phone like '+993%' then '8' || substr(p_phone, 5)
    when p_phone like '+549%' then
      (select string_agg(substr(p_phone, 5, area) || '15' || substr(p_phone, 5 + area), ' ')
        from generate_series(2, 4) as area)
  end)
$$;

-- The ids of one page of a list, and where the next begins: one row more than asked for tells whether there is one. A
-- search goes through what the reader sees: the other side's name, the message, the listing's title and, for the
-- seller, the phone number while it is shown. It looks at 2,000 requests at most, so that a seller with very many can't
-- keep others waiting: its page may have fewer than p_limit, even none, and its cursor continues. (A function called
-- for each row would take longer than the search.)
create or replace function callback_private.request_page(
  p_as text,
  p_user_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_order text,
  p_cursor record,
  p_limit integer,
  p_search text,
  out ids uuid[],
  out next_cursor text
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_most constant integer := case when p_search is null then p_limit else 2000 end;
  v_search constant record := callback_private.read_search(p_search);
  v_is_masked boolean;
  v_seen integer := 0;
  v_row record;
  v_last record;
begin
  ids := '{}';
  v_is_masked := (select s.phone_visibility = 'on_call' from callback_private.settings s where s.only_row);
  for v_row in
    select o.place, o.at, (o.request).id,
      p_search is null
      or seen.text like all (v_search.words)
      or (v_search.has_number and p_as = 'seller'
        and (o.request).status in ('pending', 'acknowledged') and (o.request).expires_at > now()
        and not exists (
          select from unnest(v_search.terms, v_search.digits) t (term, digits)
          where seen.text not like t.term
            and not case when v_is_masked then callback_private.is_whole_number((o.request).requester_phone, t.digits)
              else coalesce(strpos(callback_private.number_forms((o.request).requester_phone), t.digits), 0) > 0 end)
        and callback_private.may_reach(o.request)) as is_found
    from callback_private.requests_in_order(p_as, p_user_id, p_status, p_listing_id, p_order, p_cursor, v_most + 1) o
    cross join lateral (
      select case when p_search is not null then callback_private.folded(concat_ws(E'\n',
        (o.request).message,
        (select l.title from callback_private.listing((o.request).listing_id) l),
        case when p_as = 'seller' then (o.request).requester_name
          else (select s.full_name from callback_private.profile((o.request).seller_id) s) end)) end as text
      offset 0) seen
  loop
    if v_seen = v_most or (v_row.is_found and cardinality(ids) = p_limit) then
      if p_order = 'needs_action' then
        next_cursor := callback_private.action_cursor_of(v_last.place, v_last.at, v_last.id, p_cursor);
      else
        next_cursor := callback_private.cursor_of(v_last.at, v_last.id);
      end if;
      exit;
    end if;
    if v_row.is_found then
      ids := ids || v_row.id;
    end if;
    v_seen := v_seen + 1;
    v_last := v_row;
  end loop;
end
$$;

-- Equal for texts that look the same in any letter case: é may be one character or two. For ASCII, which most texts
-- are, ICU takes five times as long as C.
create or replace function callback_private.folded(p_text text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if octet_length(p_text) = length(p_text) then
    return lower(p_text collate "C");
  end if;
  return lower(normalize(p_text, nfc) collate "und-x-icu");
end
$$;
