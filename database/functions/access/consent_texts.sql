-- What was published stays: requests refer to it.

create or replace function callback_private.refuse_consent_change()
returns trigger language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'A published text never changes; publish a new version.'
    using errcode = 'object_not_in_prerequisite_state';
end
$$;

drop trigger if exists consent_texts_append_only on callback_private.consent_texts;
create trigger consent_texts_append_only before update or delete or truncate on callback_private.consent_texts
  for each statement execute function callback_private.refuse_consent_change();
