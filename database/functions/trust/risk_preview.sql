-- What another policy would have done: tried on the facts of the last 30 days.

-- Facts with the same signals have the same score, so those are counted first.
-- execute: users
create or replace function callback_private.preview_callback_risk(p_changes jsonb, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_now callback_private.settings;
  v_then callback_private.settings;
  v_counts jsonb;
begin
  if jsonb_typeof(p_changes) is distinct from 'object'
    or p_changes - array['risk_code_at', 'risk_hold_at', 'risk_refuse_at', 'risk_weights'] <> '{}'
  then
    perform callback_private.refuse_input('changes', 'changes may hold risk_code_at, risk_hold_at, risk_refuse_at and risk_weights only.');
  end if;
  select * into strict v_now from callback_private.settings s where s.only_row;
  v_then := callback_private.settings_with(v_now, p_changes);
  with counted as materialized (
    select g.*,
      callback_private.risk_outcome(
        callback_private.risk_score(g.signals, v_now.risk_weights), g.signals, v_now) as now_outcome,
      callback_private.risk_outcome(
        callback_private.risk_score(g.signals, v_then.risk_weights), g.signals, v_then) as then_outcome
    from (
      select f.signals, count(*) as count, count(*) filter (where r.status = 'completed') as completed,
        max(f.callback_request_id::text)::uuid as newest_id -- ids are in the order of time
      from callback_private.request_facts f
      left join public.callback_requests r on r.id = f.callback_request_id and f.signals <> '{}'
      where f.happened_at > now() - interval '30 days'
      group by f.signals) g
  )
  select jsonb_build_object(
      'requests', coalesce(sum(c.count), 0),
      'present', callback_private.outcome_counts(array_agg(c.now_outcome), array_agg(c.count)),
      'tried', callback_private.outcome_counts(array_agg(c.then_outcome), array_agg(c.count)),
      'completed_stopped', coalesce(sum(c.completed) filter (
        where c.now_outcome in ('allow', 'code') and c.then_outcome not in ('allow', 'code')), 0),
      'examples', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', x.newest_id, 'present', x.now_outcome, 'tried', x.then_outcome, 'requests', x.count,
          'reasons', callback_private.risk_reasons(x.signals)) order by x.count desc, x.newest_id desc), '[]')
        from (
          select * from counted y where y.now_outcome <> y.then_outcome
          order by y.count desc, y.newest_id desc limit 10) x))
    into v_counts
    from counted c;
  return v_counts;
end
$$;

-- What the signals say, the heaviest first.
create or replace function callback_private.risk_reasons(p_signals text[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(r.meaning order by r.points desc, r.name), '[]')
    from callback_private.risk_rules() r where r.name = any (p_signals));
end
$$;

create or replace function callback_private.outcome_counts(p_outcomes text[], p_counts bigint[])
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'allow', coalesce(sum(c.count) filter (where c.outcome = 'allow'), 0),
      'code', coalesce(sum(c.count) filter (where c.outcome = 'code'), 0),
      'hold', coalesce(sum(c.count) filter (where c.outcome = 'hold'), 0),
      'refuse', coalesce(sum(c.count) filter (where c.outcome = 'refuse'), 0))
    from unnest(p_outcomes, p_counts) c (outcome, count));
end
$$;

-- The settings with changes that keep the table's own rules.
create or replace function callback_private.settings_with(p_settings callback_private.settings, p_changes jsonb)
returns callback_private.settings language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
  v_constraint text;
begin
  v_settings := jsonb_populate_record(p_settings, p_changes);
  begin
    update callback_private.settings s set
      (risk_code_at, risk_hold_at, risk_refuse_at, risk_weights)
        = (v_settings.risk_code_at, v_settings.risk_hold_at, v_settings.risk_refuse_at, v_settings.risk_weights)
      where s.only_row;
    raise exception using errcode = 'RB003';
  exception
    when sqlstate 'RB003' then
      return v_settings;
    when check_violation then
      get stacked diagnostics v_constraint = constraint_name;
      perform callback_private.refuse_violation(v_constraint, null);
  end;
  return null;
exception when data_exception then
  perform callback_private.refuse_input('changes', 'changes must be whole numbers, and points by signal.');
  return null;
end
$$;

-- execute: users
create or replace function public.preview_callback_risk(p_changes jsonb, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.preview_callback_risk(p_changes, p_operator_id)::json;
end $$;
comment on function public.preview_callback_risk is 'For operators and the service: what a change of risk_code_at, risk_hold_at, risk_refuse_at and risk_weights would have done in the last 30 days: { requests, present, tried, completed_stopped, examples }.';
