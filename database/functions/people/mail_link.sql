-- The link in every mail: its holder can read and change which mails that person gets, and withdraw their consent
-- (requests/consent.sql), without signing in, and nothing else.

create or replace function callback_private.person_of_mail(p_delivery_id uuid, p_secret uuid)
returns callback_private.person_id language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select d.person_id from callback_private.deliveries d
    where d.id = p_delivery_id and d.secret = p_secret and d.channel = 'email');
end
$$;

-- The types that the person gets mails about, and their language if they have set one: { email, locale }. Null if there
-- is no such link.
-- execute: service
create or replace function callback_private.get_mail_types(p_delivery_id uuid, p_secret uuid)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_person_id callback_private.person_id;
begin
  perform callback_private.require_trusted();
  v_person_id := callback_private.person_of_mail(p_delivery_id, p_secret);
  return (
    select jsonb_build_object('email', p.email_types, 'locale', coalesce(p.locale, person.locale))
    from callback_private.preferences_of(v_person_id) p
    left join callback_private.profile(v_person_id) person on true
    where v_person_id is not null);
end
$$;

-- Sets the types and returns the same; an empty list stops all mails.
-- execute: service
create or replace function callback_private.set_mail_types(p_delivery_id uuid, p_secret uuid, p_types jsonb)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_person_id callback_private.person_id;
begin
  perform callback_private.require_trusted();
  v_person_id := callback_private.person_of_mail(p_delivery_id, p_secret);
  if v_person_id is not null then
    perform callback_private.set_callback_preferences(jsonb_build_object('email', p_types), v_person_id);
  end if;
  return callback_private.get_mail_types(p_delivery_id, p_secret);
end
$$;
