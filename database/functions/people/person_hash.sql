-- What stands in place of an erased person's id: a keyed hash, so that nobody who has the rows alone can try all ids.

-- HMAC-SHA256 (RFC 2104) for a key of at most 64 bytes.
create or replace function callback_private.hmac_sha256(p_key bytea, p_message bytea)
returns bytea language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return sha256(callback_private.padded_key(p_key, 92) || sha256(callback_private.padded_key(p_key, 54) || p_message));
end
$$;

create or replace function callback_private.person_hash(p_person_id callback_private.person_id)
returns text language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select encode(callback_private.hmac_sha256(k.key, convert_to(p_person_id::text, 'UTF8')), 'hex')
    from callback_private.erasure_key k where k.only_row);
end
$$;

-- Whether they were erased since that moment. Without any erasure since then, nothing is hashed.
create or replace function callback_private.is_erased_since(p_person_id callback_private.person_id, p_since timestamptz)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from callback_private.erasures e where e.erased_at >= p_since)
    and exists (
      select from callback_private.erasures e
      where e.person_hash = callback_private.person_hash(p_person_id) and e.erased_at >= p_since);
end
$$;
