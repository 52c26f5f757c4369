-- The types of notifications: their English text, for psql and for clients that do not know the type, and the channels
-- that they leave the app by where a person has chosen none. In a message the first %s is the other side's name, the
-- second the listing's title. The texts are those of client/src/texts/en.ts; a test compares them. To add a type, add a line.

insert into callback_private.notification_types (name, title, message, default_channels) values
  ('new_request', 'New callback request', '%s would like you to call about %s.', '{email,push}'),
  ('request_acknowledged', 'The seller will call you', '%s saw your request about %s and will call you.', '{email,push}'),
  ('request_completed', 'Callback completed', '%s marked the call about %s as completed.', '{email,push}'),
  ('request_cancelled', 'Callback request closed', '%s closed the callback request about %s.', '{email,push}'),
  ('request_reminder', 'Reminder: a buyer is waiting for your call', '%s is still waiting for your call about %s.',
    '{email,push}'),
  ('request_expired', 'Callback request expired', 'The callback request with %s about %s has expired.',
    '{email,push}')
on conflict (name) do update set
  title = excluded.title,
  message = excluded.message,
  default_channels = excluded.default_channels;

-- The text of one notification. Names and titles from the marketplace are cut short and made plain, so that nothing in
-- them can break a line or a layout further on. A type that is not in the table raises.
create or replace function callback_private.notification_text(
  p_notification_type text,
  p_other_name text,
  p_listing_title text,
  out title text,
  out message text
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  select t.title, t.message into strict title, message
    from callback_private.notification_types t where t.name = p_notification_type;
  message := regexp_replace(
    format(
      message,
      coalesce(nullif(left(btrim(p_other_name), 100), ''), 'The other side'),
      coalesce('“' || nullif(left(btrim(p_listing_title), 120), '') || '”', 'a listing')),
    '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]+|[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u20D0-\u20FF]{4,}',
    ' ', 'g');
end
$$;
