-- Every column with personal data names in its comment the rule that limits it, and who sees it: [personal: rule; who].
-- The rules are those of functions/maintenance/retention_rules.sql, and person: until they are erased. A test fails for
-- a column that looks personal and has neither such a mark nor [not personal], which a table's comment may carry for
-- all its columns; docs/privacy.md is made from the marks.

do $$
declare
  v_mark record;
begin
  for v_mark in
    select m.*, to_regclass(m.table_name) as relation, a.attnum
    from (values
      ('public.callback_requests', 'requester_id', 'The buyer.', 'requests; both sides, staff'),
      ('public.callback_requests', 'seller_id', 'The seller.', 'requests; both sides, staff'),
      ('public.callback_requests', 'listing_id', 'What the call is about.', 'requests; both sides, staff'),
      ('public.callback_requests', 'requester_phone', 'The number to call.',
        'phones; the buyer, the seller while the request is open, staff who reveal it'),
      ('public.callback_requests', 'requester_name', 'Who wants to be called.', 'requests; both sides, staff'),
      ('public.callback_requests', 'message', 'What the buyer wants to know.', 'requests; both sides, staff'),
      ('public.callback_requests', 'preferred_time', 'When the call suits the buyer.', 'requests; both sides, staff'),
      ('public.callback_requests', 'preferred_days', 'On which days the call suits the buyer.',
        'requests; both sides, staff'),
      ('public.callback_requests', 'time_zone', '', 'requests; both sides, staff'),
      ('public.callback_requests', 'cancel_reason', 'Why it was declined, withdrawn or closed.',
        'requests; both sides, staff'),
      ('public.callback_requests', 'requester_hash', '', 'requests; nobody'),
      ('public.callback_requests', 'seller_hash', '', 'requests; nobody'),
      ('public.callback_request_notifications', 'recipient_id', 'Who was notified.',
        'notifications; the recipient, staff'),
      ('public.callback_request_notifications', 'seller_id', '', 'notifications; staff'),
      ('public.callback_request_notifications', 'title', 'The text, with names.',
        'notifications; the recipient, staff'),
      ('public.callback_request_notifications', 'message', 'The text, with names.',
        'notifications; the recipient, staff'),
      ('callback_private.deliveries', 'person_id', '', 'notifications; staff'),
      ('callback_private.deliveries', 'seller_id', '', 'notifications; staff'),
      ('callback_private.deliveries', 'provider_id', 'The provider''s id of the message.', 'notifications; staff'),
      ('callback_private.attempts', 'seller_id', '', 'requests; both sides, staff'),
      ('callback_private.confirmations', 'seller_id', '', 'requests; both sides, staff'),
      ('callback_private.seller_notes', 'seller_id', '', 'requests; the seller'),
      ('callback_private.seller_notes', 'note', 'What the seller wants to remember.', 'requests; the seller'),
      ('callback_private.edited_phones', 'requester_phone', 'A number that a limit may still count.',
        'edited_phones; nobody'),
      ('callback_private.events', 'requester_id', 'The buyer.', 'events; both sides, staff'),
      ('callback_private.events', 'seller_id', 'The seller.', 'events; both sides, staff'),
      ('callback_private.events', 'data', '', 'events; the sides that its type names, staff'),
      ('callback_private.idempotency_keys', 'actor', '', 'idempotency_keys; nobody'),
      ('callback_private.idempotency_keys', 'key', 'The key that the app made up.', 'idempotency_keys; nobody'),
      ('callback_private.idempotency_keys', 'answer', 'The request as it was answered.',
        'idempotency_keys; who sent it'),
      ('callback_private.refusals', 'user_id', '', 'refusals; staff'),
      ('callback_private.devices', 'user_id', 'Whose device it is.', 'person; the person'),
      ('callback_private.devices', 'token', '', 'person; the person, the push service'),
      ('callback_private.devices', 'p256dh', 'The browser''s key.', 'person; nobody'),
      ('callback_private.devices', 'auth', 'The browser''s secret.', 'person; nobody'),
      ('callback_private.devices', 'locale', 'The language of what is pushed.', 'person; the person'),
      ('callback_private.preferences', 'user_id', 'Whose settings they are.', 'person; the person, staff'),
      ('callback_private.preferences', 'email_types', 'What mails bring.', 'person; the person, staff'),
      ('callback_private.preferences', 'push_types', 'What push brings.', 'person; the person, staff'),
      ('callback_private.preferences', 'sms_types', '', 'person; the person, staff'),
      ('callback_private.preferences', 'time_zone', 'Where quiet hours are meant.', 'person; the person, staff'),
      ('callback_private.preferences', 'locale', 'The language of what is sent.', 'person; the person, staff'),
      ('callback_private.stats', 'user_id', 'Whose counts they are.', 'person; the person, staff'),
      ('callback_private.sealed_stats', 'user_id', 'Whose counts they are.', 'person; the person, staff'),
      ('callback_private.operators', 'subject', '', 'operator; staff'),
      ('callback_private.operators', 'name', 'Their name, from their token.', 'operator; staff'),
      ('callback_private.audit', 'subject_id', 'What or whom it was done to.', 'audit; staff'),
      ('callback_private.audit', 'data', 'Details, without numbers.', 'audit; staff'),
      ('callback_private.sms_counts', 'key', '', 'sms_counts; nobody'),
      ('callback_private.sms_stops', 'phone_hash', 'The number''s hash.', 'stop; nobody'),
      ('callback_private.erasures', 'person_hash', 'The keyed hash of their id.', 'erasures; nobody'),
      ('callback_private.legal_holds', 'person_id', 'Whose data is held.', 'legal_holds; staff'),
      ('callback_private.legal_holds', 'reason', 'Why it is held.', 'legal_holds; staff')
    ) m (table_name, column_name, meaning, mark)
    left join pg_attribute a on a.attrelid = to_regclass(m.table_name) and a.attname = m.column_name
  loop
    execute format('comment on column %s.%I is %L', v_mark.relation, v_mark.column_name, concat_ws(' ',
      coalesce(nullif(v_mark.meaning, ''), col_description(v_mark.relation, v_mark.attnum)),
        format('[personal: %s]', v_mark.mark)));
  end loop;
end
$$;

-- Words and ids of ours.
do $$
declare
  v_name text;
begin
  foreach v_name in array array['settings', 'event_types', 'notification_types', 'phone_ranges', 'migrations',
    'installed_objects',
    'maintenance_runs', 'retention_runs', 'stats_position', 'erasure_key']
  loop
    execute format('comment on table callback_private.%I is %L', v_name,
      concat_ws(' ', obj_description(format('callback_private.%I', v_name)::regclass, 'pg_class'), '[not personal]'));
  end loop;
  foreach v_name in array array['events.event_type', 'refusals.operation', 'refusals.code', 'refusals.limit_name',
    'audit.action', 'audit.subject_kind',
    'deliveries.error_code', 'deliveries.subject_kind', 'deliveries.recipient_kind', 'devices.retired_because',
      'idempotency_keys.content_hash']
  loop
    execute format('comment on column callback_private.%s is %L', v_name, concat_ws(' ', (
      select col_description(a.attrelid, a.attnum) from pg_attribute a
      where a.attrelid = format('callback_private.%I', split_part(v_name, '.', 1))::regclass
        and a.attname = split_part(v_name, '.', 2)),
      '[not personal]'));
  end loop;
  comment on column public.callback_request_notifications.notification_type
    is 'A name of callback_private.notification_types. [not personal]';
end
$$;
