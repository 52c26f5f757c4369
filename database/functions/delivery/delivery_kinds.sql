-- What a delivery is about is a matter of its kind. A kind is a column of callback_private.deliveries that refers to
-- its subject, and two functions that are asked for many deliveries at once:
--   judge_<kind>_deliveries(ids)   whether each is still to be sent, not before when, and what the message holds
-- follow_<kind>_deliveries(ids) what follows for the subject and the recipient from what happened to these deliveries
-- Lease, retry and end of a delivery are in claim_deliveries.sql and record_deliveries.sql, the same for every kind.

-- A row for each delivery. refusal: the short code of why it must not be sent; message: an object for the worker.
create or replace function callback_private.judge_deliveries(p_kind text, p_delivery_ids uuid[])
returns table (delivery_id uuid, refusal text, not_before timestamptz, message jsonb)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return query execute format('select j.* from callback_private.%I($1) j', 'judge_' || p_kind || '_deliveries')
    using p_delivery_ids;
end
$$;

-- Call it after deliveries have ended or left.
create or replace function callback_private.follow_deliveries(p_delivery_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_kind record;
begin
  for v_kind in
    select d.subject_kind as name, array_agg(d.id) as ids from callback_private.deliveries d
    where d.id = any (p_delivery_ids) group by d.subject_kind
  loop
    execute format('select callback_private.%I($1)', 'follow_' || v_kind.name || '_deliveries') using v_kind.ids;
  end loop;
end
$$;
