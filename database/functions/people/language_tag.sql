-- Languages as systems write them. The clients' schema reads them in the same way (client/src/schemas/people.ts).

-- Language, script and region alone: en_US.UTF-8 and en-US-u-fw-mon are en-US. C and POSIX, which name no language,
-- mean English; an empty one names none.
create or replace function callback_private.language_tag(p_locale text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_tag constant text := regexp_replace(
    replace(regexp_replace(btrim(p_locale), '[.@].*$', ''), '_', '-'), '-[A-Za-z0-9](-.*)?$', '');
begin
  if upper(v_tag) in ('C', 'POSIX') then
    return 'en';
  end if;
  return nullif(regexp_replace(v_tag, '^[^-]*', lower(split_part(v_tag, '-', 1))), '');
end
$$;
