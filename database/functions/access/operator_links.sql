-- How an operator gets in without a token of the marketplace's: by a one-time link, and on the server's own command line.
-- Their subjects begin with a word that no token's subject may begin with.

create or replace function callback_private.is_reserved_subject(p_subject text)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return p_subject ~ '^(link|command):';
end
$$;

-- The operator of that kind and name, made when first seen. Null when they are disabled.
create or replace function callback_private.named_operator(p_kind text, p_name text, p_role text)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_name constant text := callback_private.trimmed(p_name);
  v_operator callback_private.operators;
begin
  insert into callback_private.operators as o (id, subject, name, role)
    values (callback_private.uuid_v7(), p_kind || ':' || v_name, v_name, p_role)
    on conflict (subject) do update set role = excluded.role where o.role <> excluded.role and o.disabled_at is null;
  select * into strict v_operator from callback_private.operators o where o.subject = p_kind || ':' || v_name;
  if v_operator.disabled_at is not null then
    return null;
  end if;
  return v_operator.id;
end
$$;

-- Who acts by a command of `ringback`. Who can run one may do everything; the name is for the audit.
-- execute: service
create or replace function callback_private.operator_of_command(p_name text)
returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_id uuid;
begin
  perform callback_private.require_trusted();
  if callback_private.is_plain_text(callback_private.trimmed(p_name), 100) is not true then
    perform callback_private.refuse_violation('operators_name_check', null);
  end if;
  v_id := callback_private.named_operator('command', p_name, 'admin');
  if v_id is null then
    perform callback_private.refuse('forbidden', format('%s is disabled as an operator.', callback_private.trimmed(p_name)));
  end if;
  return v_id;
end
$$;

-- Makes a link whose token has that hash: { name, role, expires_at }.
-- execute: service
create or replace function callback_private.create_operator_link(p_token_hash bytea, p_name text, p_role text, p_operator_id uuid)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id uuid;
  v_name text;
  v_link callback_private.operator_links;
  v_constraint text;
  v_column text;
begin
  perform callback_private.require_trusted();
  v_operator_id := callback_private.acting_operator(p_operator_id, 'admin');
  v_name := callback_private.trimmed(p_name);
  if exists (
    select from callback_private.operators o where o.subject = 'link:' || v_name and o.disabled_at is not null)
  then
    perform callback_private.refuse('forbidden', format('%s is disabled as an operator; enable them first.', v_name));
  end if;
  insert into callback_private.operator_links (id, token_hash, name, role)
    values (callback_private.uuid_v7(), p_token_hash, v_name, p_role)
    returning * into v_link;
  perform callback_private.write_audit(v_operator_id, 'create_operator_link', 'operator_link', v_link.id::text,
    jsonb_build_object('name', v_link.name, 'role', v_link.role));
  return json_build_object('name', v_link.name, 'role', v_link.role, 'expires_at', v_link.expires_at);
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;

-- Uses the link up and gives its operator; null for a link that is unknown, used or expired, and for a disabled operator.
-- Of two at once, the second waits here for the first and then finds it used.
create or replace function callback_private.use_operator_link(p_token_hash bytea)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_link callback_private.operator_links;
begin
  update callback_private.operator_links l set used_at = now()
    where l.token_hash = p_token_hash and l.used_at is null and l.expires_at > now()
    returning * into v_link;
  if not found then
    return null;
  end if;
  return callback_private.named_operator('link', v_link.name, v_link.role);
end
$$;
