-- Operators publish what buyers agree to. A new version holds all its languages; nothing published changes.

-- execute: users
create or replace function callback_private.publish_callback_consent(p_texts jsonb, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_version integer;
  v_constraint text;
  v_column text;
begin
  if jsonb_typeof(p_texts) is distinct from 'object' or p_texts = '{}' then
    perform callback_private.refuse_input('texts', 'texts must hold a text by language, such as { "en": "…" }.');
  end if;
  perform pg_advisory_xact_lock(1927, 0);
  v_version := coalesce((select max(c.version) from callback_private.consent_texts c), 0) + 1;
  insert into callback_private.consent_texts (version, locale, text, operator_id)
    select v_version, callback_private.language_tag(t.key), callback_private.trimmed(t.value), v_operator_id
    from jsonb_each_text(p_texts) t;
  perform callback_private.write_audit(v_operator_id, 'publish_consent', 'consent', v_version::text);
  return callback_private.consent_versions_json();
exception
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    perform callback_private.refuse_violation(v_constraint, v_column);
    return null;
  when unique_violation then
    perform callback_private.refuse_input('texts', 'texts must hold each language once.');
    return null;
end
$$;

-- execute: users
create or replace function public.publish_callback_consent(p_texts jsonb, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.publish_callback_consent(p_texts, p_operator_id)::json;
end $$;
comment on function public.publish_callback_consent
  is 'An admin publishes what buyers agree to, as a new version with a text by language. Returns all versions.';

-- execute: users
create or replace function callback_private.list_callback_consents(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
begin
  return callback_private.consent_versions_json();
end
$$;

-- execute: users
create or replace function public.list_callback_consents(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_consents(p_operator_id)::json;
end $$;
comment on function public.list_callback_consents is 'For operators: what buyers agreed to, the newest version first.';

create or replace function callback_private.consent_versions_json()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_agg(jsonb_build_object(
        'version', v.version, 'texts', v.texts, 'published_at', v.published_at, 'published_by', o.name)
      order by v.version desc)
    from (
      select c.version, jsonb_object_agg(c.locale, c.text) as texts, min(c.published_at) as published_at,
        (array_agg(c.operator_id))[1] as operator_id
      from callback_private.consent_texts c group by c.version order by c.version desc limit 100) v
    left join callback_private.operators o on o.id = v.operator_id);
end
$$;
