-- The history of the policy (platform/policy_changes.sql) is a part of the audit: append-only, and deleted after
-- settings.audit_kept_for.

drop trigger if exists policy_changes_append_only on callback_private.policy_changes;
create trigger policy_changes_append_only before update or truncate on callback_private.policy_changes
  for each statement execute function callback_private.refuse_audit_change();

drop trigger if exists policy_changes_kept on callback_private.policy_changes;
create trigger policy_changes_kept before delete on callback_private.policy_changes
  for each row execute function callback_private.refuse_audit_change();
