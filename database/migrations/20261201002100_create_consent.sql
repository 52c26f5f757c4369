-- What buyers agree to when they send a request: texts by version and language, which never change once they are
-- published, and with each request which of them was shown.

create table callback_private.consent_texts (
  version integer not null,
  locale text not null,
  text text not null,
  published_at timestamptz not null default now(),
  operator_id uuid,

  constraint consent_texts_pkey primary key (version, locale),
  constraint consent_texts_operator_id_fkey foreign key (operator_id) references callback_private.operators (id),
  constraint consent_texts_version_check check (version > 0),
  constraint consent_texts_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint consent_texts_text_check check (callback_private.is_plain_text(text, 1000, true))
);
comment on table callback_private.consent_texts
  is 'What buyers agree to, by version and language; the newest version is shown. Rows are only added. [not personal]';
comment on column callback_private.consent_texts.operator_id is 'Who published it; null for the first, which came along.';
comment on constraint consent_texts_version_check on callback_private.consent_texts is 'version: must be above 0.';
comment on constraint consent_texts_locale_check on callback_private.consent_texts
  is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint consent_texts_text_check on callback_private.consent_texts
  is 'text: must be 1 to 1000 characters, without control or text-direction characters.';
create index consent_texts_by_operator on callback_private.consent_texts (operator_id);
alter table callback_private.consent_texts enable row level security;

insert into callback_private.consent_texts (version, locale, text) values
  (1, 'en', 'By sending this request you agree that the seller calls you, and that you get messages about it. You can withdraw at any time.'),
  (1, 'de', 'Mit dem Absenden stimmen Sie zu, dass der Verkäufer Sie anruft und dass Sie Nachrichten dazu bekommen. Sie können das jederzeit widerrufen.'),
  (1, 'fr', 'En envoyant cette demande, vous acceptez que le vendeur vous appelle et que vous receviez des messages à ce sujet. Vous pouvez retirer votre accord à tout moment.'),
  (1, 'es', 'Al enviar esta solicitud, aceptas que el vendedor te llame y que recibas mensajes sobre ella. Puedes retirarlo en cualquier momento.'),
  (1, 'ar', 'بإرسال هذا الطلب فإنك توافق على أن يتصل بك البائع وأن تصلك رسائل بشأنه. يمكنك سحب موافقتك في أي وقت.');

alter table public.callback_requests
  add column consent_version integer,
  add column consent_locale text,
  add column consent_source text,
  add column consent_withdrawn_at timestamptz,
  add constraint callback_requests_consent_check check (
    num_nulls(consent_version, consent_locale, consent_source) in (0, 3)),
  add constraint callback_requests_consent_source_check check (consent_source in ('web', 'native', 'api'));
comment on column public.callback_requests.consent_version
  is 'The version of callback_private.consent_texts that the buyer agreed to, at requested_at; null if none was shown.';
comment on column public.callback_requests.consent_locale
  is 'The language in which it was shown. [personal: requests; the buyer, staff]';
comment on column public.callback_requests.consent_source
  is 'Where it was given: a form in the web or in an app, or another client of the API.';
comment on column public.callback_requests.consent_withdrawn_at is 'When the buyer withdrew it.';
comment on constraint callback_requests_consent_check on public.callback_requests
  is 'consent: must have a version, a locale and a source, or none of them.';
comment on constraint callback_requests_consent_source_check on public.callback_requests
  is 'consent: source must be web, native or api.';

alter table callback_private.settings add column consent_required boolean not null default false;
comment on column callback_private.settings.consent_required
  is 'Whether a request is refused that comes without the buyer''s consent to a published text.';
