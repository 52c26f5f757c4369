-- What operators did. Rows are added, and deleted after settings.audit_kept_for; a person who is erased becomes a hash
-- in them. The triggers refuse everything else, even by the owner.

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
  if tg_op = 'DELETE' then
    if old.at < now() - (select s.audit_kept_for from callback_private.settings s where s.only_row) then
      return old;
    end if;
  elsif tg_op = 'UPDATE' and tg_table_name = 'audit' then
    if new = callback_private.audit_of_erased(old) then
      return new;
    end if;
  end if;
  raise exception 'The audit is append-only.' using errcode = 'object_not_in_prerequisite_state';
end
$$;

drop trigger if exists audit_append_only on callback_private.audit;
create trigger audit_append_only before truncate on callback_private.audit
  for each statement execute function callback_private.refuse_audit_change();

drop trigger if exists audit_kept on callback_private.audit;
create trigger audit_kept before update or delete on callback_private.audit
  for each row execute function callback_private.refuse_audit_change();

-- The row, once the person whom it is about is erased: their hash, and nothing that an operator wrote about them.
create or replace function callback_private.audit_of_erased(p_row callback_private.audit)
returns callback_private.audit language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_row.subject_kind = 'person' then
    p_row.subject_id := callback_private.person_hash(callback_private.person_of(p_row.subject_id));
  end if;
  p_row.data := p_row.data - array['reason', 'note', 'message', 'text'];
  return p_row;
end
$$;
