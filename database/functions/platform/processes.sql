-- API and worker processes report themselves every half minute and remove themselves when they stop; one that was
-- killed is stale after 90 seconds, and forgotten after a day.

-- p_process: { id, kind, version, host, channels, zone_data, zone_problems, clock }.
-- execute: service
create or replace function callback_private.report_process(p_process jsonb)
returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  insert into callback_private.processes as p (
      id, kind, version, host, channels, zone_data, zone_problems, clock_ahead_seconds)
    select r.id, r.kind, r.version, r.host, r.channels, r.zone_data, r.zone_problems,
      extract(epoch from r.clock - clock_timestamp())
    from jsonb_to_record(p_process) r (
      id uuid, kind text, version text, host text, channels text[], zone_data text, zone_problems integer, clock timestamptz)
    on conflict (id) do update set
      seen_at = now(), channels = excluded.channels, zone_problems = excluded.zone_problems,
      clock_ahead_seconds = excluded.clock_ahead_seconds;
end
$$;

-- execute: service
create or replace function callback_private.end_process(p_process_id uuid)
returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  delete from callback_private.processes p where p.id = p_process_id;
end
$$;

create or replace function callback_private.is_live(p_process callback_private.processes)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return p_process.seen_at > now() - interval '90 seconds';
end
$$;

create or replace function callback_private.forget_processes()
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  delete from callback_private.processes p where p.seen_at < now() - interval '1 day';
end
$$;
