-- Refusals that must be remembered. Raising one would undo its own record, so a function of callback_private that can
-- meet a limit catches it, records it here and returns it: { refusal: { code, message, detail } }. Callers in
-- TypeScript turn that into an error; the functions that the requirement names raise it.

-- The answer for a caught refusal. A person who keeps trying adds to one row a day, not a row each time. p_detail is
-- its JSON, empty if there is none.
create or replace function callback_private.remember_refusal(
  p_user_id callback_private.person_id,
  p_operation text,
  p_code text,
  p_message text,
  p_detail text
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_detail constant jsonb := coalesce(nullif(p_detail, ''), '{}');
begin
  insert into callback_private.refusals as r (user_id, operation, code, limit_name)
    values (p_user_id, p_operation, p_code, v_detail ->> 'limit')
    on conflict on constraint refusals_key do update
      set times = r.times + 1, refused_at = greatest(r.refused_at, now());
  return json_build_object('refusal', json_build_object('code', p_code, 'message', p_message, 'detail', v_detail));
end
$$;

-- An answer that is not a refusal; a refusal is raised.
create or replace function callback_private.answer_or_raise(p_answer json)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_refusal constant json := p_answer -> 'refusal';
begin
  if v_refusal is not null then
    perform callback_private.refuse(v_refusal ->> 'code', v_refusal ->> 'message', (v_refusal -> 'detail')::jsonb);
  end if;
  return p_answer;
end
$$;
