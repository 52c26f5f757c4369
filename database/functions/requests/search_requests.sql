-- What a search finds. Words match literally and in any letter case (ICU's: many databases have a locale that only
-- knows ASCII), without wildcards. A phone number is found by its digits, if the reader may see it.

-- What is searched for, ready to compare: the words, and the digits where it may be a number.
create or replace function callback_private.read_search(p_search text, out words text, out digits text)
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if p_search is null then
    return;
  end if;
  words := callback_private.trimmed(p_search);
  if words is null or length(words) > 100 then
    perform callback_private.refuse_input('search', 'search must be 1 to 100 characters.');
  end if;
  words := callback_private.folded(words);
  digits := callback_private.number_digits(words);
end
$$;

-- The digits of a possible number, in any script; null for other words. A number copied from a card has spaces, dashes
-- and marks that only look like plain ones; its trunk zeros are not in stored numbers.
create or replace function callback_private.number_digits(p_words text)
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
  if p_words ~ '^[0-9 +()./~-]{3,}$' then
    return nullif(ltrim(regexp_replace(p_words, '[^0-9]', '', 'g'), '0'), '');
  end if;
  return null;
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

-- One page of a search: the ids found, and where the next page begins. It looks through 2,000 requests at most, so that
-- a seller with very many can't keep others waiting: a page may have fewer than p_limit, even none, and its cursor
-- continues. It searches what the reader sees: the other side's name, the message, the listing's title and, for the
-- seller, the phone number while it is shown.
create or replace function callback_private.search_page(
  p_as text,
  p_user_id callback_private.person_id,
  p_status text,
  p_cursor text,
  p_limit integer,
  p_search text,
  out ids uuid[],
  out next_cursor text
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_most constant integer := 2000;
  v_cursor constant record := callback_private.read_cursor(p_cursor);
  v_search constant record := callback_private.read_search(p_search);
  v_seen integer := 0;
  v_row record;
  v_last record;
begin
  ids := '{}';
  for v_row in
    select r.id, r.requested_at,
      strpos(callback_private.folded(concat_ws(E'\n',
        r.message,
        (select l.title from callback_private.listing(r.listing_id) l),
        case when p_as = 'seller' then r.requester_name
          else (select s.full_name from callback_private.profile(r.seller_id) s) end)), v_search.words) > 0
      or (p_as = 'seller' and v_search.digits is not null
        and r.status in ('pending', 'acknowledged') and r.expires_at > now()
        and strpos(callback_private.number_forms(r.requester_phone), v_search.digits) > 0
        and callback_private.may_reach(r)) as is_found
    from callback_private.page_of_requests(
      p_as, p_user_id, p_status, v_cursor.before_at, v_cursor.before_id, 0, v_most + 1) r
  loop
    if v_seen = v_most or (v_row.is_found and cardinality(ids) = p_limit) then
      next_cursor := callback_private.cursor_of(v_last.requested_at, v_last.id);
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
