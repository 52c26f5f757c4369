-- A seller's own figures over a range of days, as operators see them compared (docs/metrics.md), beside those of as many
-- days before. No rate of fewer than five requests.

-- execute: users
create or replace function callback_private.get_callback_own_figures(
  p_from date,
  p_to date,
  p_user_id callback_private.person_id
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_today constant date := callback_private.marketplace_day();
  v_to constant date := coalesce(p_to, v_today);
  v_from constant date := coalesce(p_from, v_to - 29);
  v_before constant date := v_from - (v_to - v_from + 1);
begin
  perform callback_private.require_figure_days(v_from, v_to);
  if v_to - v_from > 365 then
    perform callback_private.refuse_input('to', 'to must be from 0 to 365 days after from.');
  end if;
  return jsonb_build_object(
    'from', v_from, 'to', v_to, 'is_incomplete', v_to >= v_today,
    'figures', callback_private.own_figures_json(v_user_id, v_from, v_to),
    'before', jsonb_build_object('from', v_before, 'to', v_from - 1,
      'figures', callback_private.own_figures_json(v_user_id, v_before, v_from - 1)));
end
$$;

-- execute: users
create or replace function public.get_callback_own_figures(
  p_from date default null,
  p_to date default null,
  p_user_id :person_id default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_own_figures(p_from, p_to, p_user_id)::json;
end $$;
comment on function public.get_callback_own_figures
  is 'The caller''s figures as a seller in a range of days, beside those of as many days before.';

create or replace function callback_private.own_figures_json(
  p_seller_id callback_private.person_id,
  p_from date,
  p_to date
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_figures constant jsonb := (
    select callback_private.compared_json(c)
    from callback_private.compared_figures('seller', p_from, p_to, p_seller_id => p_seller_id) c);
  v_rates constant text[] := array['answer_rate', 'contact_rate', 'response_rate', 'completion_rate',
    'median_response_seconds'];
begin
  return (
    select jsonb_object_agg(n.name, case when n.name = any (v_rates)
      then case when (v_figures ->> 'received')::bigint >= 5 then v_figures -> n.name end
      else coalesce(v_figures -> n.name, '0') end)
    from unnest(array['received', 'answered', 'contacts', 'completed', 'declined', 'expired'] || v_rates) n (name));
end
$$;
