-- What a search finds. The words are looked for as they are, in any case of letters (ICU's: many databases have a locale that knows ASCII alone);
-- there are no wildcards. A number is found by its digits, by a reader who may see it.

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

-- The digits of what may be a number, in whatever script; null for other words. A number copied from a card has spaces, dashes and marks that only look like plain ones;
-- its trunk zeros belong to no stored number.
create or replace function callback_private.number_digits(p_words text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if octet_length(p_words) > length(p_words) then
    select string_agg(coalesce((ascii(letter) - zero)::text, letter), '' order by place) into p_words
    from string_to_table(normalize(p_words, nfkc), null) with ordinality as letters (letter, place)
    left join unnest(array[1632, 1776, 1984, 2406, 2534, 2662, 2790, 2918, 3046, 3174, 3302, 3430, 3664, 3792, 3872, 4160, 6112]) as zero
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

-- A number as it is stored, and as its own country writes it where that holds more than the number: the prefix 8 of Russia and its neighbours, and the 15 that stands in
-- Argentina's mobile numbers, after an area code of two to four digits.
create or replace function callback_private.number_forms(p_phone text)
returns text language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select concat_ws(' ', p_phone, case
    when p_phone like '+7%' then '8' || substr(p_phone, 3)
    when p_phone like '+375%' then '80' || substr(p_phone, 5)
    when p_phone like '+993%' then '8' || substr(p_phone, 5)
    when p_phone like '+549%' then
      (select string_agg(substr(p_phone, 5, area) || '15' || substr(p_phone, 5 + area), ' ') from generate_series(2, 4) as area)
  end)
$$;

-- Looked for in what the reader sees: the other side's name, the message, the listing's title and, while it is shown, the phone number.
create or replace function callback_private.is_found(p_request public.callback_requests, p_viewer_id callback_private.person_id, p_words text, p_digits text)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_shown text;
begin
  v_shown := concat_ws(E'\n',
    p_request.message,
    (select l.title from callback_private.listing(p_request.listing_id) l),
    case when p_viewer_id = p_request.seller_id then p_request.requester_name
      else (select s.full_name from callback_private.profile(p_request.seller_id) s) end);
  return strpos(callback_private.folded(v_shown), p_words) > 0
    or (p_viewer_id = p_request.seller_id and strpos(callback_private.number_forms(p_request.requester_phone), p_digits) > 0
      and callback_private.effective_status(p_request.status, p_request.expires_at) in ('pending', 'acknowledged')
      and callback_private.may_reach(p_request));
end
$$;

-- Equal for texts that look the same in any case of letters: é may be one character or two. Plain ASCII, as most is, needs no look.
create or replace function callback_private.folded(p_text text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if octet_length(p_text) > length(p_text) then
    p_text := normalize(p_text, nfc);
  end if;
  return lower(p_text collate "und-x-icu");
end
$$;
