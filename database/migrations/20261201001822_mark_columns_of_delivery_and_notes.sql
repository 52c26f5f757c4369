-- The marks of what operators see and write of deliveries and requests (see mark_personal_columns).

comment on column callback_private.sent_texts.subject
  is 'The subject of a mail. [personal: sent_texts; staff, without numbers]';
comment on column callback_private.sent_texts.body is 'The text. [personal: sent_texts; staff, without numbers]';
comment on column callback_private.operator_notes.seller_id is 'The request''s seller. [personal: requests; nobody]';
comment on column callback_private.operator_notes.note
  is 'What staff note about a request. [personal: requests; staff]';
comment on column callback_private.deliveries.operator_address
  is 'The address of settings.alert_emails that an alert goes to; null for a webhook. [personal: alerts; staff]';
comment on column callback_private.deliveries.alert_event
  is 'Whether the alert was raised or has recovered. [not personal]';

do $$
declare
  v_name text;
begin
  foreach v_name in array array['processes', 'channel_pauses', 'alerts'] loop
    execute format('comment on table callback_private.%I is %L', v_name,
      concat_ws(' ', obj_description(format('callback_private.%I', v_name)::regclass, 'pg_class'), '[not personal]'));
  end loop;
end
$$;
