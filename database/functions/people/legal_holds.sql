-- Legal holds: what is stored about a person stays until a time, whatever clean-up, an erasure or the marketplace's own
-- delete would do.

-- Until when they are held; null when they are not.
create or replace function callback_private.held_until(p_person_id callback_private.person_id)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select h.ends_at from callback_private.legal_holds h where h.person_id = p_person_id and h.ends_at > now());
end
$$;

create or replace function callback_private.refuse_if_held(p_person_id callback_private.person_id)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if callback_private.held_until(p_person_id) is not null then
    perform callback_private.refuse('forbidden', 'We have to keep this data for now. Contact support.');
  end if;
end
$$;

-- Places a hold, or gives it another reason and end.
-- execute: users
create or replace function callback_private.hold_callback_person(
  p_person_id callback_private.person_id,
  p_reason text,
  p_ends_at timestamptz,
  p_operator_id uuid
)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_constraint text;
  v_column text;
begin
  insert into callback_private.legal_holds as h (person_id, reason, ends_at)
    values (p_person_id, callback_private.trimmed(p_reason), p_ends_at)
    on conflict (person_id) do update set reason = excluded.reason, placed_at = excluded.placed_at,
      ends_at = excluded.ends_at;
  perform callback_private.write_audit(v_operator_id, 'hold_person', 'person', p_person_id::text,
    jsonb_build_object('reason', p_reason, 'ends_at', p_ends_at));
  return true;
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
  return null;
end
$$;

-- execute: users
create or replace function public.hold_callback_person(
  p_person_id :person_id,
  p_reason text default null,
  p_ends_at timestamptz default null,
  p_operator_id uuid default null
)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.hold_callback_person(p_person_id, p_reason, p_ends_at, p_operator_id);
end $$;
comment on function public.hold_callback_person
  is 'For operators with the role admin: nothing stored about the person is erased before p_ends_at.';

-- execute: users
create or replace function callback_private.release_callback_person(p_person_id callback_private.person_id,
  p_operator_id uuid)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
begin
  delete from callback_private.legal_holds h where h.person_id = p_person_id;
  if found then
    perform callback_private.write_audit(v_operator_id, 'release_person', 'person', p_person_id::text);
  end if;
  return true;
end
$$;

-- execute: users
create or replace function public.release_callback_person(p_person_id :person_id, p_operator_id uuid default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.release_callback_person(p_person_id, p_operator_id);
end $$;
comment on function public.release_callback_person is 'For operators with the role admin: ends a legal hold.';

-- execute: users
create or replace function callback_private.list_callback_holds(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'person_id', h.person_id::text, 'reason', h.reason, 'placed_at', h.placed_at, 'ends_at', h.ends_at)
      order by h.ends_at, h.person_id), '[]')
    from callback_private.legal_holds h where h.ends_at > now());
end
$$;

-- execute: users
create or replace function public.list_callback_holds(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_holds(p_operator_id)::json;
end $$;
comment on function public.list_callback_holds is 'For operators: the legal holds in force, the first to end on top.';
