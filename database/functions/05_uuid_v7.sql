-- Time-ordered ids (RFC 9562, version 7) keep the indexes compact: new rows go to the right edge. PostgreSQL has uuidv7() from 18 on.

create or replace function callback_private.uuid_v7()
returns uuid language plpgsql volatile parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_milliseconds constant bigint := floor(extract(epoch from clock_timestamp()) * 1000);
begin
  return encode(
    set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing substring(int8send(v_milliseconds) from 3) from 1 for 6), 52, 1), 53, 1),
    'hex')::uuid;
end
$$;
