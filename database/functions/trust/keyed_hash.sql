-- Hashes of numbers, addresses, devices and texts: HMAC-SHA256 (RFC 2104), cut to 128 bits. Equal values are recognized, and nobody who has
-- the rows alone can try all numbers. The key changes every settings.identifiers_kept_for; what is looked up is hashed with the present key
-- and the one before, so that a window of that length is always seen whole.

create or replace function callback_private.keyed_hash(p_key callback_private.hash_keys, p_kind text, p_value text)
returns uuid language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return encode(substr(
    sha256(p_key.outer_key || sha256(p_key.inner_key || convert_to(p_kind || ' ' || p_value, 'UTF8'))), 1, 16), 'hex')::uuid;
end
$$;

create or replace function callback_private.has_present_key()
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from callback_private.hash_keys k cross join callback_private.settings s
    where k.made_at > now() - s.identifiers_kept_for);
end
$$;

-- Makes the next key where there is none, or the last one is old, and drops what is older than two.
create or replace function callback_private.rotate_hash_keys()
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_key constant bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
begin
  if callback_private.has_present_key() then
    return; -- before the lock, which would have every caller wait for the others' commit
  end if;
  perform pg_advisory_xact_lock(1922, 2);
  if callback_private.has_present_key() then
    return;
  end if;
  insert into callback_private.hash_keys (inner_key, outer_key)
    values (callback_private.padded_key(v_key, 54), callback_private.padded_key(v_key, 92)); -- 0x36 and 0x5c
  delete from callback_private.hash_keys k
    where k.id < (select x.id from callback_private.hash_keys x order by x.id desc offset 1 limit 1);
end
$$;

create or replace function callback_private.padded_key(p_key bytea, p_pad integer)
returns bytea language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_padded bytea := decode(repeat(lpad(to_hex(p_pad), 2, '0'), 64), 'hex');
begin
  for n in 0..length(p_key) - 1 loop
    v_padded := set_byte(v_padded, n, get_byte(p_key, n) # p_pad);
  end loop;
  return v_padded;
end
$$;
