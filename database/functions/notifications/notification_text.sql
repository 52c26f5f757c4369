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
begin
  case notification_type
    when 'new_request' then
      title := 'New callback request';
      message := '%s asks for a call about %s.';
    when 'request_acknowledged' then
      title := 'Your request was seen';
      message := '%s will call you about %s.';
    when 'request_completed' then
      title := 'Callback done';
      message := '%s marked the call about %s as done.';
    when 'request_cancelled' then
      title := 'Callback request cancelled';
      message := '%s cancelled the callback about %s.';
    when 'request_reminder' then
      title := 'A callback request is waiting';
      message := '%s is still waiting for a call about %s.';
    when 'request_expired' then
      title := 'Callback request expired';
      message := 'The callback with %s about %s expired before it took place.';
  end case;
  message := regexp_replace(
    format(
      message,
      coalesce(nullif(left(btrim(p_other_name), 100), ''), 'The other side'),
      coalesce('“' || nullif(left(btrim(p_listing_title), 120), '') || '”', 'a listing')),
    '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]+|[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u20D0-\u20FF]{4,}',
    ' ', 'g');
end
$$;
