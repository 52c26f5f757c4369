-- What each notification says. Names and titles from the marketplace are cut short and made plain, so that nothing in them can break a line
-- or a layout further on.

create or replace function callback_private.notification_text(
  inout notification_type text,
  p_other_name text,
  p_listing_title text,
  out title text,
  out message text
)
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_name constant text := coalesce(nullif(left(btrim(p_other_name), 100), ''), 'The other side');
  v_listing constant text := coalesce('“' || nullif(left(btrim(p_listing_title), 120), '') || '”', 'a listing');
begin
  title := case notification_type
    when 'new_request' then 'New callback request'
    when 'request_acknowledged' then 'Your request was seen'
    when 'request_completed' then 'Callback done'
    when 'request_cancelled' then 'Callback request cancelled'
    when 'request_reminder' then 'A callback request is waiting'
    when 'request_expired' then 'Callback request expired'
  end;
  message := regexp_replace(
    format(
      case notification_type
        when 'new_request' then '%s asks for a call about %s.'
        when 'request_acknowledged' then '%s will call you about %s.'
        when 'request_completed' then '%s marked the call about %s as done.'
        when 'request_cancelled' then '%s cancelled the callback about %s.'
        when 'request_reminder' then '%s is still waiting for a call about %s.'
        when 'request_expired' then 'The callback with %s about %s expired before it took place.'
      end,
      v_name, v_listing),
    '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]+|[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u20D0-\u20FF]{4,}',
    ' ', 'g');
end
$$;
