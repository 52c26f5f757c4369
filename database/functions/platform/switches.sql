-- Switches turn new requests off: everywhere, or for the listings of a category or a country. Requests that are open
-- go on. request_obstacle.sql asks them.

-- The name under which policy_changes has a switch is switch_json()'s.
create or replace function callback_private.apply_switch(p_kind text, p_value text, p_off boolean, p_notice text)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_constraint text;
  v_column text;
begin
  if p_off is null then
    perform callback_private.refuse_violation('', 'off');
  elsif p_off then
    insert into callback_private.switches as s (kind, value, notice) values (p_kind, p_value, p_notice)
      on conflict (value, kind) do update set notice = excluded.notice where s.notice is distinct from excluded.notice;
  else
    delete from callback_private.switches s where s.kind = p_kind and s.value = p_value;
  end if;
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;

-- execute: users
create or replace function callback_private.set_callback_switch(
  p_kind text,
  p_value text,
  p_off boolean,
  p_notice text,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_name constant text := format('switch/%s/%s', p_kind, p_value);
  v_before bigint;
begin
  perform callback_private.lock_settings();
  v_before := callback_private.policy_revision();
  perform callback_private.name_policy_actor(jsonb_build_object('operator_id', v_operator_id));
  perform callback_private.apply_switch(p_kind, p_value, p_off, callback_private.trimmed(p_notice));
  perform callback_private.name_policy_actor(null);
  if callback_private.policy_revision() <> v_before then
    perform callback_private.write_audit(
      v_operator_id, 'set_callback_switch', 'policy_change', callback_private.policy_revision()::text,
      jsonb_build_object('settings', jsonb_build_array(v_name), 'off', p_off));
  end if;
  return callback_private.switches_json();
end
$$;

-- execute: users
create or replace function public.set_callback_switch(
  p_kind text,
  p_value text,
  p_off boolean,
  p_notice text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.set_callback_switch(p_kind, p_value, p_off, p_notice, p_operator_id)::json;
end $$;
comment on function public.set_callback_switch
  is 'An admin turns new requests off or on, for everything (all), a category or a country, with a notice for buyers.';

-- execute: users
create or replace function callback_private.list_callback_switches(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
begin
  return callback_private.switches_json();
end
$$;

-- execute: users
create or replace function public.list_callback_switches(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_switches(p_operator_id)::json;
end $$;
comment on function public.list_callback_switches
  is 'For operators and the service: where new requests are off, and can be: { items, categories, countries }.';

create or replace function callback_private.switches_json()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'items', (
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'kind', s.kind, 'value', s.value, 'notice', s.notice, 'since', c.at, 'changed_by', c.changed_by)
        order by s.kind <> 'everything', s.kind, s.value), '[]')
      from callback_private.switches s
      left join callback_private.last_policy_changes() c on c.name = format('switch/%s/%s', s.kind, s.value)),
    'categories', callback_private.frequent_listing_values('category'),
    'countries', callback_private.frequent_listing_values('country'));
end
$$;

-- The values of a column of listings, by how many of the first 10,000 listings have them. They are read as
-- callback_private.listing() does.
create or replace function callback_private.frequent_listing_values(p_column text)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(
      jsonb_agg(jsonb_build_object('value', f.value, 'listings', f.listings) order by f.listings desc, f.value), '[]')
    from (
      select l.value, count(*) as listings
      from (
        select case p_column
          when 'category' then nullif(left(btrim(h.category), 100), '')
          when 'country' then case when h.country ~* '^\s*[a-z]{2}\s*$' then upper(btrim(h.country)) end end as value
        from callback_private.host_listings h limit 10000) l
      where l.value is not null
      group by l.value
      order by count(*) desc, l.value
      limit 200) f);
end
$$;
