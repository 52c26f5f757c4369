-- The audit names people, so it is kept for a time that the marketplace sets, and no row is deleted earlier.

alter table callback_private.settings
  add column audit_kept_for interval not null default interval '2 years',
  add constraint settings_audit_kept_for_check check (audit_kept_for between interval '90 days' and interval '20 years');
comment on column callback_private.settings.audit_kept_for is 'How long the record of what operators did is kept.';
comment on constraint settings_audit_kept_for_check on callback_private.settings
  is 'audit_kept_for: must be between 90 days and 20 years.';
comment on table callback_private.audit
  is 'What operators did, append-only: triggers refuse every change (functions/access/audit.sql) until settings.audit_kept_for is over.';

create index audit_by_age on callback_private.audit (at);
