-- What each notification says. Names and titles from the marketplace are made plain and short first, so that nothing in them can break a
-- line or a layout further on.

create or replace function callback_private.plain_text(p_text text, p_max_length integer)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return left(regexp_replace(
    btrim(p_text),
    '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u20D0-\u20FF]+',
    ' ', 'g'), p_max_length);
end
$$;

create or replace function callback_private.notification_text(
  inout notification_type text,
  p_other_name text,
  p_listing_title text,
  out title text,
  out message text
)
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_name constant text := coalesce(nullif(callback_private.plain_text(p_other_name, 100), ''), 'The other side');
  v_listing constant text := coalesce('“' || nullif(callback_private.plain_text(p_listing_title, 120), '') || '”', 'a listing');
begin
  title := case notification_type
    when 'new_request' then 'New callback request'
    when 'request_acknowledged' then 'Your request was seen'
    when 'request_completed' then 'Callback done'
    when 'request_cancelled' then 'Callback request cancelled'
    when 'request_reminder' then 'A callback request is waiting'
    when 'request_expired' then 'Callback request expired'
  end;
  message := case notification_type
    when 'new_request' then format('%s asks for a call about %s.', v_name, v_listing)
    when 'request_acknowledged' then format('%s will call you about %s.', v_name, v_listing)
    when 'request_completed' then format('%s marked the call about %s as done.', v_name, v_listing)
    when 'request_cancelled' then format('%s cancelled the callback about %s.', v_name, v_listing)
    when 'request_reminder' then format('%s is still waiting for a call about %s.', v_name, v_listing)
    when 'request_expired' then format('The callback with %s about %s expired before it took place.', v_name, v_listing)
  end;
end
$$;
