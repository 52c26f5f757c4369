-- Consent: the newest text is shown where a request is sent, the request keeps which it was, and a withdrawal stops
-- calls and messages at once. Published texts never change (access/consent_texts.sql).

-- The newest version in the language that fits best.
create or replace function callback_private.newest_consent(p_locale text)
returns callback_private.consent_texts language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_text callback_private.consent_texts;
begin
  select c.* into v_text
    from callback_private.consent_texts c cross join callback_private.settings s
    where c.version = (select max(n.version) from callback_private.consent_texts n)
    order by c.locale = p_locale desc, split_part(c.locale, '-', 1) = split_part(p_locale, '-', 1) desc,
      c.locale = s.locale desc, c.locale = 'en' desc, c.locale
    limit 1;
  return v_text;
end
$$;

-- execute: users
create or replace function callback_private.get_callback_consent(p_locale text, p_user_id callback_private.person_id)
returns json language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_locale constant text := coalesce(callback_private.language_tag(p_locale),
    (callback_private.preferences_of(v_user_id)).locale, (select p.locale from callback_private.profile(v_user_id) p));
  v_text constant callback_private.consent_texts := callback_private.newest_consent(v_locale);
begin
  return json_build_object('version', v_text.version, 'locale', v_text.locale, 'text', v_text.text,
    'is_required', (select s.consent_required from callback_private.settings s where s.only_row));
end
$$;

-- execute: users
create or replace function public.get_callback_consent(p_locale text default null, p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_consent(p_locale, p_user_id);
end $$;
comment on function public.get_callback_consent
  is 'What the caller agrees to by requesting a callback: { version, locale, text, is_required }.';

-- The request with what p_consent names: { version, locale, source }. Also an older version, which was newest when the
-- form was opened.
create or replace function callback_private.with_consent(p_request public.callback_requests, p_consent jsonb)
returns public.callback_requests language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if jsonb_typeof(coalesce(p_consent, 'null')) = 'null' then
    return p_request;
  end if;
  select c.version, c.locale into p_request.consent_version, p_request.consent_locale
    from callback_private.consent_texts c
    where c.version::text = p_consent ->> 'version' and c.locale = p_consent ->> 'locale';
  if not found then
    perform callback_private.refuse_input('consent', 'consent must name the version and locale of a published text.');
  end if;
  p_request.consent_source := coalesce(p_consent ->> 'source', 'api');
  p_request.consent_given_at := now();
  return p_request;
end
$$;

create or replace function callback_private.require_consent(p_request public.callback_requests)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_request.consent_version is null
    and (select s.consent_required from callback_private.settings s where s.only_row)
  then
    perform callback_private.refuse_input('consent', 'consent is required: send the version and locale of the text that the buyer agreed to.');
  end if;
end
$$;

-- What the buyer agreed to, for operators and exports; null for nothing.
create or replace function callback_private.given_consent(p_request_id uuid)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object('version', r.consent_version, 'locale', r.consent_locale, 'text', c.text,
      'source', r.consent_source, 'given_at', r.consent_given_at, 'withdrawn_at', r.consent_withdrawn_at)
    from public.callback_requests r
    join callback_private.consent_texts c on c.version = r.consent_version and c.locale = r.consent_locale
    where r.id = p_request_id);
end
$$;

-- Withdraws open requests of a buyer, also those that are held, all or those with a number; returns how many.
create or replace function callback_private.withdraw_requests(
  p_requester_id callback_private.person_id,
  p_phone text default null
)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
  v_held callback_private.held_requests;
  v_count integer := 0;
begin
  update callback_private.held_requests h
    set request = h.request || jsonb_build_object('consent_withdrawn_at', now())
    where h.requester_id = p_requester_id and h.decision is distinct from 'approved'
      and h.requester_phone = coalesce(p_phone, h.requester_phone) and h.request ->> 'consent_withdrawn_at' is null;
  for v_held in
    select * from callback_private.held_requests h
    where h.requester_id = p_requester_id and h.decision is null
      and h.requester_phone = coalesce(p_phone, h.requester_phone)
    order by h.id for update
  loop
    perform callback_private.end_held(v_held, 'withdrawn', 'buyer');
    v_count := v_count + 1;
  end loop;
  for v_request in
    select * from public.callback_requests r
    where r.requester_id = p_requester_id and r.status in ('pending', 'acknowledged') and r.expires_at > now()
      and r.requester_phone = coalesce(p_phone, r.requester_phone)
    order by r.id for update
  loop
    perform callback_private.apply_transition(v_request, 'cancelled', 'buyer');
    v_count := v_count + 1;
  end loop;
  update public.callback_requests r set consent_withdrawn_at = now()
    where r.requester_id = p_requester_id and r.consent_version is not null and r.consent_withdrawn_at is null
      and r.requester_phone = coalesce(p_phone, r.requester_phone);
  return v_count;
end
$$;

-- Stops calls and messages: open requests are withdrawn, and nothing is sent any more. Sending a request again, or
-- turning messages on, is a new decision.
create or replace function callback_private.withdraw_consent(p_person_id callback_private.person_id)
returns jsonb language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_count constant integer := callback_private.withdraw_requests(p_person_id);
begin
  perform callback_private.set_callback_preferences('{"email": [], "push": [], "sms": []}', p_person_id)
    where exists (select from callback_private.profile(p_person_id)); -- who is gone gets nothing anyway
  return jsonb_build_object('withdrawn_requests', v_count);
end
$$;

-- execute: users
create or replace function callback_private.withdraw_callback_consent(p_user_id callback_private.person_id)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  return callback_private.withdraw_consent(v_user_id);
end
$$;

-- execute: users
create or replace function public.withdraw_callback_consent(p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.withdraw_callback_consent(p_user_id)::json;
end $$;
comment on function public.withdraw_callback_consent
  is 'Stops calls and messages to the caller at once: withdraws open requests and turns messages off: { withdrawn_requests }.';

-- By the link in a mail; false if there is no such link.
-- execute: service
create or replace function callback_private.withdraw_by_mail(p_delivery_id uuid, p_secret uuid)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_person_id callback_private.person_id;
begin
  perform callback_private.require_trusted();
  v_person_id := callback_private.person_of_mail(p_delivery_id, p_secret);
  if v_person_id is null then
    return false;
  end if;
  perform callback_private.withdraw_consent(v_person_id);
  return true;
end
$$;

-- By STOP from a number: those who asked to be called there no longer are.
create or replace function callback_private.withdraw_by_number(p_phone text)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(sum(callback_private.withdraw_requests(b.requester_id, p_phone)), 0)
    from (
      select distinct r.requester_id from public.callback_requests r
      where r.requester_phone = p_phone and r.requester_id is not null
        and r.status in ('pending', 'acknowledged')
      union
      select h.requester_id from callback_private.held_requests h
      where h.requester_phone = p_phone and h.requester_id is not null and h.decision is distinct from 'approved') b);
end
$$;
