-- A channel that an operator has paused claims nothing, so its deliveries wait. When it is resumed they are judged as
-- they leave: what is no longer true is not sent.

create or replace function callback_private.is_paused(p_channel text)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from callback_private.channel_pauses p where p.channel = p_channel and p.ended_at is null);
end
$$;

-- Until when a delivery that keeps failing is tried again. Time in which nobody tried does not count, so it starts over
-- after a pause.
create or replace function callback_private.retried_until(p_delivery callback_private.deliveries, p_retried_for interval)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return p_retried_for + greatest(
    coalesce(p_delivery.first_attempt_at, p_delivery.created_at),
    (select p.ended_at from callback_private.channel_pauses p where p.channel = p_delivery.channel));
end
$$;

-- The same once more changes nothing.
create or replace function callback_private.set_pause(p_channel text, p_paused boolean, p_reason text, p_operator_id uuid)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_constraint text;
begin
  if p_paused then
    insert into callback_private.channel_pauses as p (channel, operator_id, reason)
      values (p_channel, p_operator_id, callback_private.trimmed(p_reason))
      on conflict (channel) do update
        set paused_at = now(), operator_id = excluded.operator_id, reason = excluded.reason, ended_at = null
        where p.ended_at is not null;
  else
    update callback_private.channel_pauses p set ended_at = now() where p.channel = p_channel and p.ended_at is null;
  end if;
  if found then
    perform callback_private.write_audit(p_operator_id, case when p_paused then 'pause_channel' else 'resume_channel' end,
      'channel', p_channel, jsonb_strip_nulls(jsonb_build_object('reason', callback_private.trimmed(p_reason))));
  end if;
exception when check_violation then
  get stacked diagnostics v_constraint = constraint_name;
  perform callback_private.refuse_violation(v_constraint, null);
end
$$;

-- execute: users
create or replace function callback_private.pause_callback_channel(
  p_channel text,
  p_paused boolean,
  p_reason text,
  p_operator_id uuid
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
begin
  if p_channel is null or p_paused is null then
    perform callback_private.refuse_input(
      case when p_channel is null then 'channel' else 'paused' end, 'A channel and whether it is paused are required.');
  end if;
  perform callback_private.set_pause(p_channel, p_paused, p_reason, v_operator_id);
  return (
    select json_build_object('channel', p_channel, 'paused', p.channel is not null, 'since', p.paused_at, 'reason', p.reason)
    from (select) one
    left join callback_private.channel_pauses p on p.channel = p_channel and p.ended_at is null);
end
$$;

-- execute: users
create or replace function public.pause_callback_channel(
  p_channel text,
  p_paused boolean,
  p_reason text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.pause_callback_channel(p_channel, p_paused, p_reason, p_operator_id);
end $$;
comment on function public.pause_callback_channel
  is 'For operators with the role admin: pauses a channel or resumes it: { channel, paused, since, reason }.';
