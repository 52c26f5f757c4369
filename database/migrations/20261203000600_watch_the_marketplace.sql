-- Alerts about how callbacks go, beside those about how they are delivered (functions/insight/troubles.sql).
alter table callback_private.alerts
  drop constraint alerts_kind_check,
  add constraint alerts_kind_check check (kind in ('channel_failing', 'queue_old', 'flood', 'maintenance_late', 'code_pumping',
    'sellers_silent', 'responses_slow', 'calls_contradicted'));
comment on constraint alerts_kind_check on callback_private.alerts
  is 'kind: must be channel_failing, queue_old, flood, maintenance_late, code_pumping, sellers_silent, responses_slow or '
    'calls_contradicted.';

alter table callback_private.settings
  add column alert_least_requests integer not null default 30,
  add column alert_silent_percent integer not null default 60,
  add column alert_slow_times integer not null default 3,
  add column alert_contradictions integer not null default 5,
  add constraint settings_alert_least_requests_check check (alert_least_requests between 10 and 1000000),
  add constraint settings_alert_silent_percent_check check (alert_silent_percent between 10 and 100),
  add constraint settings_alert_slow_times_check check (alert_slow_times between 2 and 100),
  add constraint settings_alert_contradictions_check check (alert_contradictions between 3 and 10000);
comment on column callback_private.settings.alert_least_requests
  is 'From how many requests on silent sellers and slow responses raise an alert: fewer say little.';
comment on column callback_private.settings.alert_silent_percent
  is 'When sellers leave this share of a week''s requests without an answer, it raises an alert.';
comment on column callback_private.settings.alert_slow_times
  is 'When a day''s median response takes so many times that of the same weekday before, it raises an alert.';
comment on column callback_private.settings.alert_contradictions
  is 'A seller''s completions of four weeks that buyers contradict raise an alert from so many on, if they are also a quarter of all.';
comment on constraint settings_alert_least_requests_check on callback_private.settings
  is 'alert_least_requests: must be between 10 and 1000000.';
comment on constraint settings_alert_silent_percent_check on callback_private.settings
  is 'alert_silent_percent: must be between 10 and 100.';
comment on constraint settings_alert_slow_times_check on callback_private.settings
  is 'alert_slow_times: must be between 2 and 100.';
comment on constraint settings_alert_contradictions_check on callback_private.settings
  is 'alert_contradictions: must be between 3 and 10000.';

create index confirmations_contradicted_at on callback_private.confirmations (answered_at) where answer <> 'talked';
