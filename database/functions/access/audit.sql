-- What operators did. Rows are only ever added: the trigger refuses everything else, from the owner too.

create or replace function callback_private.write_audit(
  p_operator_id uuid,
  p_action text,
  p_subject_kind text,
  p_subject_id text,
  p_data jsonb default '{}'
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.audit (operator_id, action, subject_kind, subject_id, data)
    values (p_operator_id, p_action, p_subject_kind, p_subject_id, p_data);
end
$$;

create or replace function callback_private.refuse_audit_change()
returns trigger language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'The audit is append-only.' using errcode = 'insufficient_privilege';
end
$$;

drop trigger if exists audit_append_only on callback_private.audit;
create trigger audit_append_only before update or delete or truncate on callback_private.audit
  for each statement execute function callback_private.refuse_audit_change();
