-- The types of notifications: one row says all about a type. Its English text, for psql and for clients that do not
-- know the type: first %s is the other side's name, then the listing's title (the texts are those of
-- client/src/texts/en.ts; a test compares them). The channels that it leaves the app by where a person has chosen none.
-- Which events cause it, for which sides; and when it is outdated. record_event writes what is due by these rows, and
-- conservation.sql counts by them.

insert into callback_private.notification_types (
  name, title, message, default_channels, event_type, to_status, event_filter, recipients, sent_while, replaces, waits)
values
  ('new_request', 'New callback request', '%s would like you to call about %s.', '{email,push}',
    'request_created', null, 'true', '{seller}', '{pending}', '{}', '0'),
  -- Waits until it can no longer be undone (undo_acknowledgement.sql). An attempt that acknowledges notifies of the
  -- attempt only.
  ('request_acknowledged', 'The seller will call you', '%s saw your request about %s and will call you.',
    '{email,push}',
    'status_changed', 'acknowledged', '!exists($.attempt_id)', '{buyer,seller}', '{acknowledged}', '{}', '20 seconds'),
  ('call_attempted', 'The seller tried to reach you', '%s tried to reach you about %s.', '{email,push}',
    'call_attempted', null, '!($.outcome == "reached" || $.outcome == "wrong_number")', '{buyer}', '{acknowledged}',
    '{request_acknowledged,call_attempted}', '0'),
  ('wrong_number', 'Your phone number didn’t work', '%s tried to call you about %s, but the number was wrong.',
    '{email,push}',
    'call_attempted', null, '$.outcome == "wrong_number"', '{buyer}', '{paused}',
      '{wrong_number,call_attempted,request_acknowledged}', '0'),
  ('request_edited', 'Callback request edited', '%s edited their callback request about %s.', '{email,push}',
    'request_edited', null, 'true', '{seller}', '{pending,acknowledged}', '{request_edited}', '0'),
  ('request_extended', 'Callback request extended', '%s extended their callback request about %s.', '{email,push}',
    'request_extended', null, 'true', '{seller}', '{pending,acknowledged}', '{request_expiring,request_extended}', '0'),
  -- The seller isn't asked to call a wrong number.
  ('request_expiring', 'Callback request expires soon', 'The callback request with %s about %s expires soon.',
    '{email,push}',
    'request_expiring', null, '$.side == "buyer" || !exists($.paused_at)', '{buyer,seller}',
      '{pending,acknowledged,paused}',
    '{request_reminder,request_expiring}', '0'),
  ('request_completed', 'Callback completed', '%s marked the call about %s as completed.', '{email,push}',
    'status_changed', 'completed', 'true', '{buyer,seller}', '{completed}', '{}', '0'),
  ('request_cancelled', 'Callback request closed', '%s closed the callback request about %s.', '{email,push}',
    'status_changed', 'cancelled', 'true', '{buyer,seller}', '{cancelled}', '{}', '0'),
  ('request_reminder', 'Reminder: a buyer is waiting for your call', '%s is still waiting for your call about %s.',
    '{email,push}', 'seller_reminded', null, 'true', '{seller}', '{pending}', '{new_request}', '0'),
  ('request_expired', 'Callback request expired', 'The callback request with %s about %s has expired.', '{email,push}',
    'status_changed', 'expired', 'true', '{buyer,seller}', '{expired}', '{}', '0')
on conflict (name) do update set
  (title, message, default_channels, event_type, to_status, event_filter, recipients, sent_while, replaces, waits) = (
    excluded.title, excluded.message, excluded.default_channels, excluded.event_type, excluded.to_status,
    excluded.event_filter, excluded.recipients, excluded.sent_while, excluded.replaces, excluded.waits);

-- Types that a later event outdates, whatever the status.
insert into callback_private.notification_types (
  name, title, message, default_channels, event_type, recipients, sent_while, outdated_by)
values
  ('completion_contradicted', 'A buyer says you didn’t talk', '%s answered that your call about %s didn’t reach them.',
    '{email,push}',
    'completion_contradicted', '{seller}', '{completed}', '{completion_confirmed,completion_contradicted}')
on conflict (name) do update set
  (title, message, default_channels, event_type, recipients, sent_while, outdated_by) = (
    excluded.title, excluded.message, excluded.default_channels, excluded.event_type, excluded.recipients,
      excluded.sent_while,
    excluded.outdated_by);

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
