-- Whose requests a marketplace takes, and whose a seller takes: of everyone, or only of buyers whom the marketplace trusts.

alter table callback_private.settings
  add column requests_from text not null default 'everyone',
  add column trusted_from_score numeric,
  add constraint settings_requests_from_check check (requests_from in ('everyone', 'trusted_for_urgent', 'trusted')),
  add constraint settings_trusted_from_score_check check (trusted_from_score between -1000000 and 1000000);
comment on column callback_private.settings.requests_from
  is 'Whose requests are taken. trusted: only those of trusted buyers. trusted_for_urgent: only trusted buyers may make '
    'urgent ones. Trusted are people whom the marketplace has verified, and those of trusted_from_score. Sellers may be stricter.';
comment on column callback_private.settings.trusted_from_score
  is 'Trust score from which a buyer counts as trusted without being verified. Null: no score is enough.';
comment on constraint settings_requests_from_check on callback_private.settings
  is 'requests_from: must be everyone, trusted_for_urgent or trusted.';
comment on constraint settings_trusted_from_score_check on callback_private.settings
  is 'trusted_from_score: must be between -1000000 and 1000000.';

alter table callback_private.preferences
  add column requests_from text not null default 'everyone',
  add constraint preferences_requests_from_check check (
    requests_from in ('everyone', 'trusted_for_urgent', 'trusted', 'nobody'));
comment on column callback_private.preferences.requests_from
  is 'Whose requests the person takes as a seller. [personal: person; the person, staff]';
comment on constraint preferences_requests_from_check on callback_private.preferences
  is 'requests_from: must be everyone, trusted_for_urgent, trusted or nobody.';
