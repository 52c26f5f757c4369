-- What operators read of texts that people wrote or were sent: without phone numbers and mail addresses.

-- Five digits and more, also with what people write between them, and addresses.
create or replace function callback_private.mask_numbers(p_text text)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return regexp_replace(
    regexp_replace(p_text, '[^\s@<>()]+@[^\s@<>()]+', '•••@•••', 'g'),
    '\d([\s().\-/\u00A0\u2010-\u2015]{0,3}\d){4,}', '•••', 'g');
end
$$;
