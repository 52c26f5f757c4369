-- What remains of a message when tricks are taken out: by it, equal and nearly equal messages are recognized. It is compared, never shown.

-- Compatibility forms, case, marks without width or place, look-alike letters of other alphabets, digits that stand for letters inside words,
-- numbers, links and punctuation: none of them makes another text.
create or replace function callback_private.text_fingerprint(p_text text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_text text := lower(normalize(left(p_text, 1000), nfkd));
begin
  v_text := regexp_replace(v_text,
    '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFE00-\uFE0F\uFEFF\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]', '', 'g');
  v_text := regexp_replace(v_text, callback_private.link_pattern(), ' link ', 'g');
  v_text := translate(v_text, 'аеорсхуікмнтвзԁһјѕԛԝαεορχυικντβρѵɡıӏℓ@$€|', 'aeopcxyikmhtb3dhjsqwaeopxyikvtbpvgilla' || 'sel');
  v_text := regexp_replace(v_text, '\m[\d]+\M', '0', 'g');
  v_text := translate(v_text, '1345780269', 'ieastbozgg');
  return btrim(regexp_replace(v_text, '[^[:alnum:]]+', ' ', 'g'));
end
$$;

-- A link, or an address without its scheme.
create or replace function callback_private.link_pattern()
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return '(https?://|www\.|t\.me/|wa\.me/)\S+|[a-z0-9-]+\.(com|net|org|info|biz|io|co|me|ru|cn|xyz|top|shop|site|online|link|click|live|app)\M(/\S*)?';
end
$$;

-- How alike two fingerprints are, from 0 to 1: the share of their three-letter pieces that both have, as pg_trgm counts it. Written here,
-- because an extension may be missing or stand anywhere, and only a few texts of one person are ever compared.
create or replace function callback_private.text_similarity(p_one text, p_other text)
returns real language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  with pieces as (
    select x.of_one, substr(x.padded, n, 3) as piece
    from (values (true, '  ' || replace(p_one, ' ', '   ') || ' '), (false, '  ' || replace(p_other, ' ', '   ') || ' ')) x (of_one, padded)
    cross join lateral generate_series(1, length(x.padded) - 2) n
  ), counted as (
    select count(distinct p.of_one) as sides from pieces p where substr(p.piece, 2) <> '  ' group by p.piece
  )
  select coalesce(count(*) filter (where c.sides = 2)::real / nullif(count(*), 0), 0)::real from counted c;
$$;
