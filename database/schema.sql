-- What the migrations and the function files make, read from PostgreSQL's catalogue. Written by `npm run schema`, never by hand;
-- to read, not to run. Bodies of functions and queries of views are in functions/. The foreign keys named after a person or a
-- listing lead to the marketplace's own tables, here those of the demo, whose ids are uuid; so are the types of these ids in public.

create schema callback_private;
comment on schema callback_private is 'Ringback''s inner functions and tables; never expose it through PostgREST.';
grant usage on schema callback_private to authenticated, callback_service, service_role;

create domain callback_private.listing_id as uuid;
comment on domain callback_private.listing_id is 'A listing of the marketplace.';

create domain callback_private.person_id as uuid;
comment on domain callback_private.person_id is 'A person of the marketplace.';

create domain callback_private.risk_outcome as text;
comment on domain callback_private.risk_outcome is NULL;

create domain callback_private.trust_list as text;
comment on domain callback_private.trust_list is NULL;

create table public.callback_request_notifications (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  recipient_id uuid,
  seller_id uuid,
  notification_type text not null,
  event_id bigint not null,
  title text not null,
  message text not null,
  status text not null default 'pending'::text,
  push_sent boolean not null default false,
  email_sent boolean not null default false,
  sms_sent boolean not null default false,
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  constraint callback_request_notifications_pkey PRIMARY KEY (id),
  constraint callback_request_notifications_once UNIQUE (callback_request_id, recipient_id, notification_type, event_id),
  constraint callback_request_notifications_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES public.callback_requests(id) ON DELETE CASCADE,
  constraint callback_request_notifications_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES public.profiles(id) ON DELETE SET NULL,
  constraint callback_request_notifications_message_check CHECK (((length(message) >= 1) AND (length(message) <= 1000))),
  constraint callback_request_notifications_notification_type_check CHECK (((length(notification_type) >= 1) AND (length(notification_type) <= 60))),
  constraint callback_request_notifications_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'suppressed'::text]))),
  constraint callback_request_notifications_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
) with (fillfactor=80);
comment on column public.callback_request_notifications.event_id is 'The occasion: the event (callback_private.events.id) that caused it.';
comment on column public.callback_request_notifications.message is 'The text, with names. [personal: notifications; the recipient, staff]';
comment on column public.callback_request_notifications.notification_type is 'A name of callback_private.notification_types. [not personal]';
comment on column public.callback_request_notifications.recipient_id is 'Who was notified. [personal: notifications; the recipient, staff]';
comment on column public.callback_request_notifications.seller_id is 'The request''s seller, so that a request and all that belongs to it can live on one shard. [personal: notifications; staff]';
comment on column public.callback_request_notifications.title is 'The text, with names. [personal: notifications; the recipient, staff]';
comment on constraint callback_request_notifications_message_check on public.callback_request_notifications is 'message: must be 1 to 1000 characters.';
comment on constraint callback_request_notifications_notification_type_check on public.callback_request_notifications is 'notification_type: must be a name of callback_private.notification_types.';
comment on constraint callback_request_notifications_status_check on public.callback_request_notifications is 'status: must be pending, sent, delivered, failed or suppressed.';
comment on constraint callback_request_notifications_title_check on public.callback_request_notifications is 'title: must be 1 to 200 characters.';
comment on table public.callback_request_notifications is 'What each side was notified of, once per request, recipient, type and occasion.';
CREATE INDEX callback_request_notifications_by_age ON public.callback_request_notifications USING brin (created_at) WITH (pages_per_range='32');
CREATE INDEX callback_request_notifications_by_recipient ON public.callback_request_notifications USING btree (recipient_id, created_at DESC, id DESC);
CREATE INDEX callback_request_notifications_unread ON public.callback_request_notifications USING btree (recipient_id, created_at DESC, id DESC) WHERE (read_at IS NULL);
alter table public.callback_request_notifications enable row level security;
create policy select_all on public.callback_request_notifications for select to callback_service, service_role using (true);
create policy select_own on public.callback_request_notifications for select to authenticated using ((recipient_id = (( SELECT callback_private.signed_in() AS signed_in))::uuid));
CREATE TRIGGER scrub_notification BEFORE UPDATE OF recipient_id ON public.callback_request_notifications FOR EACH ROW WHEN (((new.recipient_id IS NULL) AND (old.recipient_id IS NOT NULL))) EXECUTE FUNCTION callback_private.scrub_notification();
CREATE TRIGGER scrub_notification_followed AFTER UPDATE OF recipient_id ON public.callback_request_notifications FOR EACH ROW WHEN (((new.recipient_id IS NULL) AND (old.recipient_id IS NOT NULL))) EXECUTE FUNCTION callback_private.follow_scrubbed_notification();
grant select (id, callback_request_id, recipient_id, notification_type, title, message, status, created_at, read_at) on public.callback_request_notifications to authenticated;
grant select on public.callback_request_notifications to callback_service;
grant select on public.callback_request_notifications to service_role;

create table public.callback_requests (
  id uuid not null default gen_random_uuid(),
  requester_id uuid,
  seller_id uuid,
  listing_id uuid,
  status text not null default 'pending'::text,
  priority text not null default 'normal'::text,
  requester_phone text,
  requester_name text,
  preferred_time text,
  preferred_days text[],
  time_zone text,
  message text,
  callback_reason text,
  requested_at timestamp with time zone not null default now(),
  requested_on date not null default ((now() AT TIME ZONE 'UTC'::text))::date,
  reminded_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  completed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  cancel_reason text,
  expires_at timestamp with time zone not null default (now() + '7 days'::interval),
  updated_at timestamp with time zone not null default now(),
  edited_at timestamp with time zone,
  paused_at timestamp with time zone,
  holds_day boolean not null default true,
  expiry_warned_for timestamp with time zone,
  extensions integer not null default 0,
  erased_at timestamp with time zone,
  requester_hash text,
  seller_hash text,
  consent_version integer,
  consent_locale text,
  consent_source text,
  consent_withdrawn_at timestamp with time zone,
  consent_given_at timestamp with time zone,
  listing_category text,
  listing_country text,
  is_repeat boolean,
  constraint callback_requests_pkey PRIMARY KEY (id),
  constraint callback_requests_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE SET NULL,
  constraint callback_requests_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES public.profiles(id) ON DELETE SET NULL,
  constraint callback_requests_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES public.profiles(id) ON DELETE SET NULL,
  constraint callback_requests_acknowledged_at_check CHECK (((acknowledged_at IS NULL) OR ((acknowledged_at >= requested_at) AND (status <> 'pending'::text)))),
  constraint callback_requests_answered_at_check CHECK (((status <> 'acknowledged'::text) OR (acknowledged_at IS NOT NULL))),
  constraint callback_requests_callback_reason_check CHECK ((callback_reason = ANY (ARRAY['general_inquiry'::text, 'price_negotiation'::text, 'product_details'::text, 'availability_check'::text, 'meetup_arrangement'::text, 'other'::text]))),
  constraint callback_requests_cancel_reason_check CHECK (((cancel_reason IS NULL) OR ((status = 'cancelled'::text) AND callback_private.is_plain_text(cancel_reason, 500, true)))),
  constraint callback_requests_cancelled_at_check CHECK ((((status = 'cancelled'::text) = (cancelled_at IS NOT NULL)) AND ((status = 'cancelled'::text) = (cancelled_by IS NOT NULL)))),
  constraint callback_requests_cancelled_by_check CHECK ((cancelled_by = ANY (ARRAY['seller'::text, 'buyer'::text, 'operator'::text, 'system'::text]))),
  constraint callback_requests_completed_at_check CHECK (((status = 'completed'::text) = ((completed_at IS NOT NULL) AND (acknowledged_at IS NOT NULL)))),
  constraint callback_requests_consent_check CHECK ((num_nulls(consent_version, consent_locale, consent_source, consent_given_at) = ANY (ARRAY[0, 4]))),
  constraint callback_requests_consent_source_check CHECK ((consent_source = ANY (ARRAY['web'::text, 'native'::text, 'api'::text]))),
  constraint callback_requests_expires_at_check CHECK ((expires_at > requested_at)),
  constraint callback_requests_hashes_check CHECK (((COALESCE(length(requester_hash), 0) = ANY (ARRAY[0, 64])) AND (COALESCE(length(seller_hash), 0) = ANY (ARRAY[0, 64])))),
  constraint callback_requests_listing_category_check CHECK (((length(listing_category) >= 1) AND (length(listing_category) <= 100))),
  constraint callback_requests_listing_country_check CHECK ((listing_country ~ '^[A-Z]{2}$'::text)),
  constraint callback_requests_message_check CHECK (callback_private.is_plain_text(message, 1000, true)),
  constraint callback_requests_not_to_oneself CHECK ((requester_id <> seller_id)),
  constraint callback_requests_paused_at_check CHECK (((paused_at IS NULL) OR (status = ANY (ARRAY['pending'::text, 'acknowledged'::text])))),
  constraint callback_requests_preferred_days_check CHECK (((preferred_days <@ ARRAY['Monday'::text, 'Tuesday'::text, 'Wednesday'::text, 'Thursday'::text, 'Friday'::text, 'Saturday'::text, 'Sunday'::text]) AND (array_ndims(preferred_days) = 1) AND ((cardinality(preferred_days) >= 1) AND (cardinality(preferred_days) <= 7)))),
  constraint callback_requests_preferred_time_check CHECK (callback_private.is_plain_text(preferred_time, 60)),
  constraint callback_requests_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'normal'::text, 'high'::text, 'urgent'::text]))),
  constraint callback_requests_requested_on_check CHECK (((requested_on >= (((requested_at AT TIME ZONE 'UTC'::text))::date - 1)) AND (requested_on <= (((requested_at AT TIME ZONE 'UTC'::text))::date + 1)))),
  constraint callback_requests_requester_name_check CHECK (callback_private.is_plain_text(requester_name, 100)),
  constraint callback_requests_requester_name_kept_check CHECK (
CASE
    WHEN (erased_at IS NULL) THEN (num_nulls(requester_id, seller_id, requester_name) = 0)
    ELSE (status = ANY (ARRAY['completed'::text, 'cancelled'::text, 'expired'::text]))
END),
  constraint callback_requests_requester_phone_check CHECK ((requester_phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
  constraint callback_requests_requester_phone_kept_check CHECK (((requester_phone IS NOT NULL) OR (status = ANY (ARRAY['completed'::text, 'cancelled'::text, 'expired'::text])))),
  constraint callback_requests_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'acknowledged'::text, 'completed'::text, 'cancelled'::text, 'expired'::text]))),
  constraint callback_requests_time_zone_check CHECK (callback_private.is_time_zone(time_zone))
);
comment on column public.callback_requests.cancel_reason is 'Why it was declined, withdrawn or closed. [personal: requests; both sides, staff]';
comment on column public.callback_requests.cancelled_by is 'seller (declined), buyer (withdrew), operator (closed by the marketplace) or system.';
comment on column public.callback_requests.consent_given_at is 'When the buyer agreed.';
comment on column public.callback_requests.consent_locale is 'The language in which it was shown. [personal: requests; the buyer, staff]';
comment on column public.callback_requests.consent_source is 'Where it was given: a form in the web or in an app, or another client of the API.';
comment on column public.callback_requests.consent_version is 'The version of callback_private.consent_texts that the buyer agreed to; null if none was shown.';
comment on column public.callback_requests.consent_withdrawn_at is 'When the buyer withdrew it.';
comment on column public.callback_requests.edited_at is 'When the buyer last edited it.';
comment on column public.callback_requests.erased_at is 'When a person of it was erased, or all of it after settings.requests_kept_for: what they wrote is gone, and their id.';
comment on column public.callback_requests.expiry_warned_for is 'The expires_at that the two sides were last warned about.';
comment on column public.callback_requests.extensions is 'How often the buyer has extended it.';
comment on column public.callback_requests.holds_day is 'Whether it counts as the day''s one request of its buyer about its listing; a withdrawal frees the day, once.';
comment on column public.callback_requests.is_repeat is 'Whether the buyer had requested a call from this seller before, for figures. Null: nobody looked. [not personal]';
comment on column public.callback_requests.listing_category is 'The listing''s category when the request was made, for figures. [not personal]';
comment on column public.callback_requests.listing_country is 'The listing''s country when the request was made (ISO 3166), for figures. [not personal]';
comment on column public.callback_requests.listing_id is 'What the call is about. [personal: requests; both sides, staff]';
comment on column public.callback_requests.message is 'What the buyer wants to know. [personal: requests; both sides, staff]';
comment on column public.callback_requests.paused_at is 'When the last call attempt found a wrong number that the buyer has not edited since. Stops reminders, not expiry.';
comment on column public.callback_requests.preferred_days is 'On which days the call suits the buyer. [personal: requests; both sides, staff]';
comment on column public.callback_requests.preferred_time is 'When the call suits the buyer. [personal: requests; both sides, staff]';
comment on column public.callback_requests.reminded_at is 'When the seller was reminded of it; never twice.';
comment on column public.callback_requests.requested_on is 'The day of the request in the marketplace''s time zone (callback_private.settings.time_zone).';
comment on column public.callback_requests.requester_hash is 'In place of the id of a buyer who was erased, the keyed hash of it; empty when both persons are forgotten. [personal: requests; nobody]';
comment on column public.callback_requests.requester_id is 'The buyer. [personal: requests; both sides, staff]';
comment on column public.callback_requests.requester_name is 'Who wants to be called. [personal: requests; both sides, staff]';
comment on column public.callback_requests.requester_phone is 'The number to call. [personal: phones; the buyer, the seller while the request is open, staff who reveal it]';
comment on column public.callback_requests.seller_hash is 'The same of the seller. [personal: requests; nobody]';
comment on column public.callback_requests.seller_id is 'The seller. [personal: requests; both sides, staff]';
comment on column public.callback_requests.status is 'As stored; an overdue request reads as expired through the functions before expire_callback_requests() has tidied it up.';
comment on column public.callback_requests.time_zone is 'IANA name of the zone in which preferred_days and preferred_time are meant. [personal: requests; both sides, staff]';
comment on constraint callback_requests_acknowledged_at_check on public.callback_requests is 'acknowledged_at: must not be earlier than requested_at, and a pending request has none.';
comment on constraint callback_requests_answered_at_check on public.callback_requests is 'acknowledged_at: must be set when the status is acknowledged.';
comment on constraint callback_requests_callback_reason_check on public.callback_requests is 'callback_reason: must be general_inquiry, price_negotiation, product_details, availability_check, meetup_arrangement or other.';
comment on constraint callback_requests_cancel_reason_check on public.callback_requests is 'cancel_reason: must be at most 500 characters, without control or text-direction characters, and goes only with a cancellation.';
comment on constraint callback_requests_cancelled_at_check on public.callback_requests is 'cancelled_at: must be set, with cancelled_by, when and only when the status is cancelled.';
comment on constraint callback_requests_cancelled_by_check on public.callback_requests is 'cancelled_by: must be seller, buyer, operator or system.';
comment on constraint callback_requests_completed_at_check on public.callback_requests is 'completed_at: must be set, with acknowledged_at, when and only when the status is completed.';
comment on constraint callback_requests_consent_check on public.callback_requests is 'consent: must have a version, a locale, a source and a time, or none of them.';
comment on constraint callback_requests_consent_source_check on public.callback_requests is 'consent: source must be web, native or api.';
comment on constraint callback_requests_expires_at_check on public.callback_requests is 'expires_at: must be later than requested_at.';
comment on constraint callback_requests_hashes_check on public.callback_requests is 'requester_hash: must be a hash, or empty.';
comment on constraint callback_requests_listing_category_check on public.callback_requests is 'listing_category: must be 1 to 100 characters.';
comment on constraint callback_requests_listing_country_check on public.callback_requests is 'listing_country: must be a two-letter country code.';
comment on constraint callback_requests_message_check on public.callback_requests is 'message: must be at most 1000 characters, without control or text-direction characters.';
comment on constraint callback_requests_not_to_oneself on public.callback_requests is 'seller_id: must be another person; nobody requests a callback from themselves.';
comment on constraint callback_requests_paused_at_check on public.callback_requests is 'paused_at: must be null once the request has ended.';
comment on constraint callback_requests_preferred_days_check on public.callback_requests is 'preferred_days: must be 1 to 7 English weekday names such as Monday.';
comment on constraint callback_requests_preferred_time_check on public.callback_requests is 'preferred_time: must be 1 to 60 characters on one line, without control or text-direction characters.';
comment on constraint callback_requests_priority_check on public.callback_requests is 'priority: must be low, normal, high or urgent.';
comment on constraint callback_requests_requested_on_check on public.callback_requests is 'requested_on: must be the day of requested_at in the marketplace''s time zone.';
comment on constraint callback_requests_requester_name_check on public.callback_requests is 'requester_name: must be 1 to 100 characters on one line, without control or text-direction characters.';
comment on constraint callback_requests_requester_name_kept_check on public.callback_requests is 'requester_name: is required.';
comment on constraint callback_requests_requester_phone_check on public.callback_requests is 'requester_phone: must be an international number such as +14155550123.';
comment on constraint callback_requests_requester_phone_kept_check on public.callback_requests is 'requester_phone: is required.';
comment on constraint callback_requests_status_check on public.callback_requests is 'status: must be pending, acknowledged, completed, cancelled or expired.';
comment on constraint callback_requests_time_zone_check on public.callback_requests is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on table public.callback_requests is 'A buyer''s request to be called by the seller of a listing. Written by create_callback_request and update_callback_request_status only.';
CREATE INDEX callback_requests_by_day ON public.callback_requests USING brin (requested_on) WITH (pages_per_range='32');
CREATE INDEX callback_requests_by_listing ON public.callback_requests USING btree (listing_id);
CREATE INDEX callback_requests_by_phone ON public.callback_requests USING btree (requester_phone, requested_on);
CREATE INDEX callback_requests_by_phone_ending ON public.callback_requests USING btree ("right"(requester_phone, 4));
CREATE INDEX callback_requests_by_requester ON public.callback_requests USING btree (requester_id, requested_at DESC, id DESC);
CREATE INDEX callback_requests_by_seller ON public.callback_requests USING btree (seller_id, requested_at DESC, id DESC);
CREATE INDEX callback_requests_by_seller_and_status ON public.callback_requests USING btree (seller_id, status, requested_at DESC, id DESC);
CREATE INDEX callback_requests_newest ON public.callback_requests USING btree (requested_at DESC, id DESC);
CREATE INDEX callback_requests_open_by_expiry ON public.callback_requests USING btree (expires_at) WHERE (status = ANY (ARRAY['pending'::text, 'acknowledged'::text]));
CREATE INDEX callback_requests_open_by_seller ON public.callback_requests USING btree (seller_id, expires_at) WHERE (status = ANY (ARRAY['pending'::text, 'acknowledged'::text]));
CREATE INDEX callback_requests_open_urgent ON public.callback_requests USING btree (requester_id, expires_at) WHERE ((priority = 'urgent'::text) AND (status = ANY (ARRAY['pending'::text, 'acknowledged'::text])));
CREATE INDEX callback_requests_to_remind ON public.callback_requests USING btree (requested_at) WHERE ((status = 'pending'::text) AND (reminded_at IS NULL));
CREATE INDEX callback_requests_to_warn ON public.callback_requests USING btree (expires_at) WHERE ((status = ANY (ARRAY['pending'::text, 'acknowledged'::text])) AND (expiry_warned_for IS DISTINCT FROM expires_at));
CREATE INDEX callback_requests_with_number ON public.callback_requests USING btree (COALESCE(completed_at, cancelled_at, expires_at)) WHERE ((requester_phone IS NOT NULL) AND (status = ANY (ARRAY['completed'::text, 'cancelled'::text, 'expired'::text])));
CREATE INDEX callback_requests_with_people ON public.callback_requests USING btree (COALESCE(completed_at, cancelled_at, expires_at)) WHERE (((requester_hash = ''::text) IS NOT TRUE) AND (status = ANY (ARRAY['completed'::text, 'cancelled'::text, 'expired'::text])));
CREATE UNIQUE INDEX callback_requests_one_per_listing_and_day ON public.callback_requests USING btree (requester_id, listing_id, requested_on) WHERE holds_day;
alter table public.callback_requests enable row level security;
create policy select_all on public.callback_requests for select to callback_service, service_role using (true);
create policy select_own on public.callback_requests for select to authenticated using (((seller_id = (( SELECT callback_private.signed_in() AS signed_in))::uuid) OR (requester_id = (( SELECT callback_private.signed_in() AS signed_in))::uuid)));
CREATE TRIGGER mark_deleted_days AFTER DELETE ON public.callback_requests REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION callback_private.mark_deleted_days();
CREATE TRIGGER record_deleted_requests AFTER DELETE ON public.callback_requests REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION callback_private.record_deleted_requests();
CREATE TRIGGER scrub_request BEFORE UPDATE OF requester_id, seller_id, listing_id ON public.callback_requests FOR EACH ROW WHEN ((((new.requester_id IS NULL) AND (old.requester_id IS NOT NULL)) OR ((new.seller_id IS NULL) AND (old.seller_id IS NOT NULL)) OR ((new.listing_id IS NULL) AND (old.listing_id IS NOT NULL)))) EXECUTE FUNCTION callback_private.scrub_request();
CREATE TRIGGER scrub_request_followed AFTER UPDATE OF requester_id, seller_id, listing_id ON public.callback_requests FOR EACH ROW WHEN ((((new.requester_id IS NULL) AND (old.requester_id IS NOT NULL)) OR ((new.seller_id IS NULL) AND (old.seller_id IS NOT NULL)) OR ((new.listing_id IS NULL) AND (old.listing_id IS NOT NULL)))) EXECUTE FUNCTION callback_private.follow_scrubbed_request();
CREATE TRIGGER seal_preferred_times AFTER UPDATE OF requester_id ON public.callback_requests FOR EACH ROW WHEN (((new.requester_id IS NULL) AND (old.requester_id IS NOT NULL) AND ((old.preferred_time IS NOT NULL) OR (old.preferred_days IS NOT NULL)))) EXECUTE FUNCTION callback_private.seal_preferred_times();
grant select (id, requester_id, seller_id, listing_id, status, priority, requester_name, preferred_time, preferred_days, time_zone, message, callback_reason, requested_at, requested_on, acknowledged_at, completed_at, cancelled_at, cancelled_by, cancel_reason, expires_at, updated_at, edited_at, paused_at) on public.callback_requests to authenticated;
grant select on public.callback_requests to callback_service;
grant select on public.callback_requests to service_role;

create table callback_private.alerts (
  id uuid not null,
  kind text not null,
  subject text not null default ''::text,
  figure jsonb not null,
  raised_at timestamp with time zone not null default now(),
  last_true_at timestamp with time zone not null default now(),
  recovered_at timestamp with time zone,
  constraint alerts_pkey PRIMARY KEY (id),
  constraint alerts_figure_check CHECK ((jsonb_typeof(figure) = 'object'::text)),
  constraint alerts_kind_check CHECK ((kind = ANY (ARRAY['channel_failing'::text, 'queue_old'::text, 'flood'::text, 'maintenance_late'::text, 'code_pumping'::text, 'sellers_silent'::text, 'responses_slow'::text, 'calls_contradicted'::text])))
);
comment on column callback_private.alerts.figure is 'What was measured when it was last true.';
comment on column callback_private.alerts.subject is 'The channel, where it is about one; of code_pumping, what the numbers begin with.';
comment on constraint alerts_figure_check on callback_private.alerts is 'figure: must be an object.';
comment on constraint alerts_kind_check on callback_private.alerts is 'kind: must be channel_failing, queue_old, flood, maintenance_late, code_pumping, sellers_silent, responses_slow or calls_contradicted.';
comment on table callback_private.alerts is 'What was wrong, from when to when. Each is sent once when it is raised and once when it has recovered. [not personal]';
CREATE INDEX alerts_by_age ON callback_private.alerts USING btree (raised_at);
CREATE UNIQUE INDEX alerts_open ON callback_private.alerts USING btree (kind, subject) WHERE (recovered_at IS NULL);
alter table callback_private.alerts enable row level security;

create table callback_private.attempts (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  seller_id callback_private.person_id,
  outcome text not null,
  attempted_at timestamp with time zone not null default now(),
  next_attempt_at timestamp with time zone,
  constraint attempts_pkey PRIMARY KEY (id),
  constraint attempts_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES public.callback_requests(id) ON DELETE CASCADE,
  constraint attempts_next_attempt_at_check CHECK (((next_attempt_at IS NULL) OR ((next_attempt_at > attempted_at) AND (outcome = ANY (ARRAY['no_answer'::text, 'voicemail'::text, 'busy'::text]))))),
  constraint attempts_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'no_answer'::text, 'voicemail'::text, 'busy'::text, 'wrong_number'::text])))
);
comment on column callback_private.attempts.next_attempt_at is 'When the seller plans to try again.';
comment on column callback_private.attempts.seller_id is 'The request''s seller, so that a request and all that belongs to it can live on one shard. [personal: requests; both sides, staff]';
comment on constraint attempts_next_attempt_at_check on callback_private.attempts is 'next_attempt_at: must be in the future, and only with no_answer, voicemail or busy.';
comment on constraint attempts_outcome_check on callback_private.attempts is 'outcome: must be reached, no_answer, voicemail, busy or wrong_number.';
comment on table callback_private.attempts is 'The calls that sellers made, and how each went. Written by log_callback_attempt only.';
CREATE INDEX attempts_by_request ON callback_private.attempts USING btree (callback_request_id, attempted_at, id);
alter table callback_private.attempts enable row level security;
create policy select_all on callback_private.attempts for select to callback_service, service_role using (true);
grant select on callback_private.attempts to callback_service;
grant select on callback_private.attempts to service_role;

create table callback_private.audit (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  operator_id uuid not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  data jsonb not null default '{}'::jsonb,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES callback_private.operators(id),
  constraint audit_data_check CHECK ((jsonb_typeof(data) = 'object'::text))
);
comment on column callback_private.audit.action is 'The operation, such as close_callback_request. [not personal]';
comment on column callback_private.audit.data is 'Details, without numbers. [personal: audit; staff]';
comment on column callback_private.audit.subject_id is 'What or whom it was done to. [personal: audit; staff]';
comment on column callback_private.audit.subject_kind is 'What it was done to, such as callback_request; subject_id is its id. [not personal]';
comment on constraint audit_data_check on callback_private.audit is 'data: must be a JSON object.';
comment on table callback_private.audit is 'What operators did, append-only: triggers refuse every change (functions/access/audit.sql) until settings.audit_kept_for is over.';
CREATE INDEX audit_by_action ON callback_private.audit USING btree (action, at, id);
CREATE INDEX audit_by_kind ON callback_private.audit USING btree (subject_kind, at, id);
CREATE INDEX audit_by_operator ON callback_private.audit USING btree (operator_id, at, id);
CREATE INDEX audit_by_subject ON callback_private.audit USING btree (subject_id, at, id);
CREATE INDEX audit_by_time ON callback_private.audit USING btree (at, id);
alter table callback_private.audit enable row level security;
CREATE TRIGGER audit_append_only BEFORE TRUNCATE ON callback_private.audit FOR EACH STATEMENT EXECUTE FUNCTION callback_private.refuse_audit_change();
CREATE TRIGGER audit_kept BEFORE DELETE OR UPDATE ON callback_private.audit FOR EACH ROW EXECUTE FUNCTION callback_private.refuse_audit_change();

create table callback_private.channel_pauses (
  channel text not null,
  paused_at timestamp with time zone not null default now(),
  operator_id uuid,
  reason text,
  ended_at timestamp with time zone,
  constraint channel_pauses_pkey PRIMARY KEY (channel),
  constraint channel_pauses_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES callback_private.operators(id),
  constraint channel_pauses_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'expo_push'::text, 'web_push'::text, 'webhook'::text]))),
  constraint channel_pauses_reason_check CHECK (callback_private.is_plain_text(reason, 300))
);
comment on column callback_private.channel_pauses.ended_at is 'When it was resumed; null while it is paused. Deliveries are retried for settings.deliveries_retried_for from then.';
comment on constraint channel_pauses_channel_check on callback_private.channel_pauses is 'channel: must be email, sms, expo_push, web_push or webhook.';
comment on constraint channel_pauses_reason_check on callback_private.channel_pauses is 'reason: must be at most 300 characters on one line, without control or text-direction characters.';
comment on table callback_private.channel_pauses is 'The last pause of each channel. While it lasts, no delivery of the channel is claimed. [not personal]';
CREATE INDEX channel_pauses_by_operator ON callback_private.channel_pauses USING btree (operator_id);
alter table callback_private.channel_pauses enable row level security;

create table callback_private.confirmations (
  callback_request_id uuid not null,
  seller_id callback_private.person_id,
  answer text not null,
  rating smallint,
  answered_at timestamp with time zone not null default now(),
  constraint confirmations_pkey PRIMARY KEY (callback_request_id),
  constraint confirmations_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES public.callback_requests(id) ON DELETE CASCADE,
  constraint confirmations_answer_check CHECK ((answer = ANY (ARRAY['talked'::text, 'not_called'::text, 'wrong_person'::text]))),
  constraint confirmations_rating_check CHECK (((rating IS NULL) OR ((answer = 'talked'::text) AND ((rating >= 1) AND (rating <= 5)))))
);
comment on column callback_private.confirmations.seller_id is 'The request''s seller, so that a request and all that belongs to it can live on one shard. [personal: requests; both sides, staff]';
comment on constraint confirmations_answer_check on callback_private.confirmations is 'answer: must be talked, not_called or wrong_person.';
comment on constraint confirmations_rating_check on callback_private.confirmations is 'rating: must be between 1 and 5, and only with talked.';
comment on table callback_private.confirmations is 'What buyers answered about completed requests, the last answer of each. Written by confirm_callback_request only.';
CREATE INDEX confirmations_contradicted_at ON callback_private.confirmations USING btree (answered_at) WHERE (answer <> 'talked'::text);
CREATE INDEX confirmations_contradicting ON callback_private.confirmations USING btree (seller_id, callback_request_id) WHERE (answer <> 'talked'::text);
alter table callback_private.confirmations enable row level security;
create policy select_all on callback_private.confirmations for select to callback_service, service_role using (true);
grant select on callback_private.confirmations to callback_service;
grant select on callback_private.confirmations to service_role;

create table callback_private.confirmed_phones (
  person_id callback_private.person_id not null,
  phone text not null,
  verified_at timestamp with time zone not null default now(),
  constraint confirmed_phones_pkey PRIMARY KEY (person_id, phone),
  constraint confirmed_phones_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.profiles(id) ON DELETE CASCADE,
  constraint confirmed_phones_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
);
comment on column callback_private.confirmed_phones.person_id is 'Who confirmed it. [personal: confirmed_phones; the person]';
comment on column callback_private.confirmed_phones.phone is 'The number, as requests have it. [personal: confirmed_phones; the person]';
comment on constraint confirmed_phones_phone_check on callback_private.confirmed_phones is 'phone: must be an international number such as +14155550123.';
comment on table callback_private.confirmed_phones is 'Numbers that a person confirmed by a code, for which they are not asked again during settings.confirmed_phone_kept_for.';
CREATE INDEX confirmed_phones_by_age ON callback_private.confirmed_phones USING btree (verified_at);
alter table callback_private.confirmed_phones enable row level security;

create table callback_private.consent_texts (
  version integer not null,
  locale text not null,
  text text not null,
  published_at timestamp with time zone not null default now(),
  operator_id uuid,
  constraint consent_texts_pkey PRIMARY KEY (version, locale),
  constraint consent_texts_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES callback_private.operators(id),
  constraint consent_texts_locale_check CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'::text)),
  constraint consent_texts_text_check CHECK (callback_private.is_plain_text(text, 1000, true)),
  constraint consent_texts_version_check CHECK ((version > 0))
);
comment on column callback_private.consent_texts.operator_id is 'Who published it; null for the first, which came along.';
comment on constraint consent_texts_locale_check on callback_private.consent_texts is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint consent_texts_text_check on callback_private.consent_texts is 'text: must be 1 to 1000 characters, without control or text-direction characters.';
comment on constraint consent_texts_version_check on callback_private.consent_texts is 'version: must be above 0.';
comment on table callback_private.consent_texts is 'What buyers agree to, by version and language; the newest version is shown. Rows are only added. [not personal]';
CREATE INDEX consent_texts_by_operator ON callback_private.consent_texts USING btree (operator_id);
alter table callback_private.consent_texts enable row level security;
CREATE TRIGGER consent_texts_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON callback_private.consent_texts FOR EACH STATEMENT EXECUTE FUNCTION callback_private.refuse_consent_change();

create table callback_private.day_calls (
  day date not null,
  category text not null,
  country text not null,
  quarters integer[] not null,
  calls bigint[] not null,
  reached bigint[] not null,
  constraint day_calls_pkey PRIMARY KEY (category, country, day),
  constraint day_calls_calls_check CHECK (((cardinality(quarters) = cardinality(calls)) AND (cardinality(quarters) = cardinality(reached))))
);
comment on column callback_private.day_calls.calls is 'How many, in the order of quarters.';
comment on column callback_private.day_calls.category is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_calls.country is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_calls.quarters is 'Quarters of an hour since 1970, in UTC, in which calls were attempted.';
comment on column callback_private.day_calls.reached is 'How many of those reached the buyer.';
comment on constraint day_calls_calls_check on callback_private.day_calls is 'calls: must be as many as quarters, like reached.';
comment on table callback_private.day_calls is 'What count_calls() counted of the requests made on a day: a row for all, for each category, each country, and both. [not personal]';
CREATE INDEX day_calls_by_day ON callback_private.day_calls USING btree (day);
alter table callback_private.day_calls enable row level security;

create table callback_private.day_figures (
  day date not null,
  category text not null,
  country text not null,
  names text[] not null,
  amounts bigint[] not null,
  constraint day_figures_pkey PRIMARY KEY (category, country, day),
  constraint day_figures_amounts_check CHECK ((cardinality(names) = cardinality(amounts)))
);
comment on column callback_private.day_figures.amounts is 'How many, in the order of names. What is zero is left out.';
comment on column callback_private.day_figures.category is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_figures.country is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_figures.day is 'Of the marketplace''s zone, as callback_requests.requested_on.';
comment on column callback_private.day_figures.names is 'What was counted: a word, or a word and a value such as hour:14.';
comment on constraint day_figures_amounts_check on callback_private.day_figures is 'amounts: must be as many as names.';
comment on table callback_private.day_figures is 'What count_days() counted of the requests made on a day: a row for all, for each category, each country, and both. [not personal]';
CREATE INDEX day_figures_by_day ON callback_private.day_figures USING btree (day);
alter table callback_private.day_figures enable row level security;

create table callback_private.deliveries (
  id uuid not null default gen_random_uuid(),
  subject_kind text not null,
  notification_id uuid,
  seller_id callback_private.person_id,
  recipient_kind text not null,
  person_id callback_private.person_id,
  channel text not null,
  device_id uuid,
  status text not null default 'pending'::text,
  attempts integer not null default 0,
  unfinished_attempts integer not null default 0,
  next_attempt_at timestamp with time zone default now(),
  first_attempt_at timestamp with time zone,
  send_began_at timestamp with time zone,
  counted_on date,
  provider_id text,
  error_code text,
  secret uuid not null default gen_random_uuid(),
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  alert_id uuid,
  alert_event text,
  operator_address text,
  resends integer not null default 0,
  phone_code_id uuid,
  traceparent text default "substring"(current_setting('callback_private.traceparent'::text, true), '^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$'::text),
  constraint deliveries_pkey PRIMARY KEY (id),
  constraint deliveries_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES callback_private.alerts(id) ON DELETE CASCADE,
  constraint deliveries_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES public.callback_request_notifications(id) ON DELETE CASCADE,
  constraint deliveries_phone_code_id_fkey FOREIGN KEY (phone_code_id) REFERENCES callback_private.phone_codes(id) ON DELETE CASCADE,
  constraint deliveries_alert_event_check CHECK ((((alert_id IS NULL) = (alert_event IS NULL)) AND (alert_event = ANY (ARRAY['raised'::text, 'recovered'::text])))),
  constraint deliveries_alert_id_check CHECK (((subject_kind = 'alert'::text) = (alert_id IS NOT NULL))),
  constraint deliveries_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'expo_push'::text, 'web_push'::text, 'webhook'::text]))),
  constraint deliveries_delivered_at_check CHECK (((status = 'delivered'::text) = (delivered_at IS NOT NULL))),
  constraint deliveries_device_id_check CHECK (((channel = ANY (ARRAY['expo_push'::text, 'web_push'::text])) = (device_id IS NOT NULL))),
  constraint deliveries_error_code_check CHECK ((error_code ~ '^[A-Za-z0-9_.:-]{1,64}$'::text)),
  constraint deliveries_next_attempt_at_check CHECK (
CASE
    WHEN (status = ANY (ARRAY['pending'::text, 'sending'::text, 'parked'::text])) THEN (next_attempt_at IS NOT NULL)
    ELSE ((status = 'sent'::text) OR (next_attempt_at IS NULL))
END),
  constraint deliveries_notification_id_check CHECK (((subject_kind = 'notification'::text) = (notification_id IS NOT NULL))),
  constraint deliveries_operator_address_check CHECK (
CASE
    WHEN (recipient_kind = 'operators'::text) THEN ((operator_address IS NOT NULL) = (channel = 'email'::text))
    ELSE (operator_address IS NULL)
END),
  constraint deliveries_person_id_check CHECK (
CASE recipient_kind
    WHEN 'person'::text THEN ((person_id IS NOT NULL) OR (status <> 'pending'::text))
    ELSE (person_id IS NULL)
END),
  constraint deliveries_phone_code_id_check CHECK (((subject_kind = 'code'::text) = (phone_code_id IS NOT NULL))),
  constraint deliveries_provider_id_check CHECK (((length(provider_id) >= 1) AND (length(provider_id) <= 255))),
  constraint deliveries_recipient_kind_check CHECK ((recipient_kind = ANY (ARRAY['person'::text, 'operators'::text]))),
  constraint deliveries_sent_at_check CHECK (((status <> ALL (ARRAY['sent'::text, 'delivered'::text])) OR (sent_at IS NOT NULL))),
  constraint deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'sending'::text, 'parked'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'suppressed'::text]))),
  constraint deliveries_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['notification'::text, 'alert'::text, 'code'::text]))),
  constraint deliveries_traceparent_check CHECK ((length(traceparent) = 55))
);
comment on column callback_private.deliveries.alert_event is 'Whether the alert was raised or has recovered. [not personal]';
comment on column callback_private.deliveries.counted_on is 'The day in whose SMS caps it counts, however often it is tried; null before it was about to be sent.';
comment on column callback_private.deliveries.device_id is 'A device of callback_private.devices; no foreign key, for a device may be erased and the delivery remains.';
comment on column callback_private.deliveries.error_code is 'Why it failed, was suppressed or is tried again; a short code, never the provider''s text. [not personal]';
comment on column callback_private.deliveries.first_attempt_at is 'From when on it is tried again for settings.deliveries_retried_for.';
comment on column callback_private.deliveries.next_attempt_at is 'When to look at it next. While sending: the end of the lease; sent: when to ask the provider what happened to it; parked: when to give it up.';
comment on column callback_private.deliveries.operator_address is 'The address of settings.alert_emails that an alert goes to; null for a webhook. [personal: alerts; staff]';
comment on column callback_private.deliveries.person_id is 'Null when they were erased; such a delivery is not sent, and what still comes of it leaves no trace of them. [personal: notifications; staff]';
comment on column callback_private.deliveries.phone_code_id is 'The code that it brings. [not personal]';
comment on column callback_private.deliveries.provider_id is 'The provider''s id of the message. [personal: notifications; staff]';
comment on column callback_private.deliveries.recipient_kind is '[not personal]';
comment on column callback_private.deliveries.resends is 'How often an operator had it sent again although it may have arrived.';
comment on column callback_private.deliveries.secret is 'Makes the unsubscribe link of this delivery unguessable.';
comment on column callback_private.deliveries.seller_id is 'The seller of the notification''s request, so that a request and all that belongs to it can live on one shard. [personal: notifications; staff]';
comment on column callback_private.deliveries.send_began_at is 'Set just before an SMS leaves; when its lease ends after that, its fate is unknown and it is parked, never sent blindly again.';
comment on column callback_private.deliveries.subject_kind is '[not personal]';
comment on column callback_private.deliveries.traceparent is 'The W3C trace context of what caused it, where traces are on. [not personal]';
comment on column callback_private.deliveries.unfinished_attempts is 'Attempts whose lease ended without a result: the worker was killed.';
comment on constraint deliveries_alert_event_check on callback_private.deliveries is 'alert_event: must be raised or recovered for an alert, and null for anything else.';
comment on constraint deliveries_alert_id_check on callback_private.deliveries is 'alert_id: must be set when and only when the subject is an alert.';
comment on constraint deliveries_channel_check on callback_private.deliveries is 'channel: must be email, sms, expo_push, web_push or webhook.';
comment on constraint deliveries_delivered_at_check on callback_private.deliveries is 'delivered_at: must be set when and only when the status is delivered.';
comment on constraint deliveries_device_id_check on callback_private.deliveries is 'device_id: must be set for push and for nothing else.';
comment on constraint deliveries_error_code_check on callback_private.deliveries is 'error_code: must be a short code.';
comment on constraint deliveries_next_attempt_at_check on callback_private.deliveries is 'next_attempt_at: must be set while there is something to do, and must not be at the end.';
comment on constraint deliveries_notification_id_check on callback_private.deliveries is 'notification_id: must be set when and only when the subject is a notification.';
comment on constraint deliveries_operator_address_check on callback_private.deliveries is 'operator_address: must be set when and only when a mail goes to operators.';
comment on constraint deliveries_person_id_check on callback_private.deliveries is 'person_id: must be set when and only when the recipient is a person who was not erased.';
comment on constraint deliveries_phone_code_id_check on callback_private.deliveries is 'phone_code_id: must be set when and only when the subject is a code.';
comment on constraint deliveries_provider_id_check on callback_private.deliveries is 'provider_id: must be 1 to 255 characters.';
comment on constraint deliveries_recipient_kind_check on callback_private.deliveries is 'recipient_kind: must be person or operators.';
comment on constraint deliveries_sent_at_check on callback_private.deliveries is 'sent_at: must be set when the status is sent or delivered.';
comment on constraint deliveries_status_check on callback_private.deliveries is 'status: must be pending, sending, parked, sent, delivered, failed or suppressed.';
comment on constraint deliveries_subject_kind_check on callback_private.deliveries is 'subject_kind: must be notification, alert or code.';
comment on constraint deliveries_traceparent_check on callback_private.deliveries is 'traceparent: must be a W3C trace context of version 00.';
comment on table callback_private.deliveries is 'One for each subject, recipient and channel (push: and device) that it leaves by. It holds no address: that is read when it is sent.';
CREATE INDEX deliveries_by_provider ON callback_private.deliveries USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX deliveries_capped ON callback_private.deliveries USING btree (updated_at) WHERE ((status = 'suppressed'::text) AND (error_code ~~ 'sms\_cap\_%'::text));
CREATE INDEX deliveries_due ON callback_private.deliveries USING btree (channel, next_attempt_at) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX deliveries_ended ON callback_private.deliveries USING btree (channel, status, id) WHERE (next_attempt_at IS NULL);
CREATE INDEX deliveries_failed ON callback_private.deliveries USING btree (updated_at) WHERE (status = 'failed'::text);
CREATE INDEX deliveries_open ON callback_private.deliveries USING btree (channel, id) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX deliveries_parked ON callback_private.deliveries USING btree (next_attempt_at) WHERE (status = 'parked'::text);
CREATE UNIQUE INDEX deliveries_of_alert ON callback_private.deliveries USING btree (alert_id, alert_event, channel, operator_address) NULLS NOT DISTINCT WHERE (alert_id IS NOT NULL);
CREATE UNIQUE INDEX deliveries_of_code ON callback_private.deliveries USING btree (phone_code_id) WHERE (phone_code_id IS NOT NULL);
CREATE UNIQUE INDEX deliveries_of_notification ON callback_private.deliveries USING btree (notification_id, channel, device_id) NULLS NOT DISTINCT WHERE (notification_id IS NOT NULL);
alter table callback_private.deliveries enable row level security;
create policy select_all on callback_private.deliveries for select to callback_service, service_role using (true);
CREATE TRIGGER count_delivery_results AFTER UPDATE ON callback_private.deliveries REFERENCING OLD TABLE AS moved_from NEW TABLE AS moved_to FOR EACH STATEMENT EXECUTE FUNCTION callback_private.count_delivery_results();
CREATE TRIGGER scrub_delivery BEFORE UPDATE ON callback_private.deliveries FOR EACH ROW WHEN (((new.recipient_kind = 'person'::text) AND (new.person_id IS NULL))) EXECUTE FUNCTION callback_private.scrub_delivery();
grant select on callback_private.deliveries to callback_service;
grant select on callback_private.deliveries to service_role;

create table callback_private.delivery_counts (
  day date not null,
  hour smallint not null,
  channel text not null,
  name text not null,
  counted_in xid8 not null default pg_current_xact_id(),
  amount bigint not null,
  constraint delivery_counts_pkey PRIMARY KEY (hour, day, channel, name, counted_in),
  constraint delivery_counts_amount_check CHECK ((amount > 0)),
  constraint delivery_counts_hour_check CHECK (((hour >= '-1'::integer) AND (hour <= 23)))
);
comment on column callback_private.delivery_counts.counted_in is 'The transaction, so that nobody waits for another who counts the same. 0 where maintenance has made one row of them.';
comment on column callback_private.delivery_counts.day is 'When it happened, in the marketplace''s zone.';
comment on column callback_private.delivery_counts.hour is 'On the marketplace''s clock; -1: the whole day.';
comment on column callback_private.delivery_counts.name is 'A word, or latency:BUCKET.';
comment on constraint delivery_counts_amount_check on callback_private.delivery_counts is 'amount: must be positive.';
comment on constraint delivery_counts_hour_check on callback_private.delivery_counts is 'hour: must be from -1 to 23.';
comment on table callback_private.delivery_counts is 'How many deliveries were sent, arrived, failed or waited for another try, and how long they took. [not personal]';
CREATE INDEX delivery_counts_to_merge ON callback_private.delivery_counts USING btree (counted_in) WHERE (counted_in > '0'::xid8);
alter table callback_private.delivery_counts enable row level security;

create table callback_private.devices (
  id uuid not null default gen_random_uuid(),
  user_id callback_private.person_id not null,
  kind text not null,
  token text not null,
  p256dh text,
  auth text,
  locale text,
  registered_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone,
  retired_because text,
  constraint devices_pkey PRIMARY KEY (id),
  constraint devices_token_key UNIQUE (token, user_id),
  constraint devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE CASCADE,
  constraint devices_auth_check CHECK ((((kind = 'web'::text) = (auth IS NOT NULL)) AND (auth ~ '^[A-Za-z0-9_-]{22}(==)?$'::text))),
  constraint devices_kind_check CHECK ((kind = ANY (ARRAY['expo'::text, 'web'::text]))),
  constraint devices_locale_check CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'::text)),
  constraint devices_p256dh_check CHECK ((((kind = 'web'::text) = (p256dh IS NOT NULL)) AND callback_private.is_p256_point(p256dh))),
  constraint devices_retired_because_check CHECK ((((retired_at IS NULL) = (retired_because IS NULL)) AND (retired_because = ANY (ARRAY['signed_out'::text, 'gone'::text, 'too_many'::text, 'taken_over'::text])))),
  constraint devices_token_check CHECK (
CASE kind
    WHEN 'expo'::text THEN (token ~ '^Expo(nent)?PushToken\[[A-Za-z0-9_-]{1,100}\]$'::text)
    ELSE ((length(token) <= 1000) AND (token ~ '^https://(fcm\.googleapis\.com/|[a-z0-9-]+\.google\.com/fcm/send/|([a-z0-9-]+\.){1,3}(push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)/)[!-~]+$'::text))
END)
);
comment on column callback_private.devices.auth is 'The browser''s secret. [personal: person; nobody]';
comment on column callback_private.devices.locale is 'The language of what is pushed. [personal: person; the person]';
comment on column callback_private.devices.p256dh is 'The browser''s key. [personal: person; nobody]';
comment on column callback_private.devices.retired_because is '[not personal]';
comment on column callback_private.devices.token is 'Expo''s token, or the subscription''s endpoint. Anyone who knows it can push to the device. [personal: person; the person, the push service]';
comment on column callback_private.devices.user_id is 'Whose device it is. [personal: person; the person]';
comment on constraint devices_auth_check on callback_private.devices is 'auth: must be the subscription''s secret; only a web subscription has one.';
comment on constraint devices_kind_check on callback_private.devices is 'kind: must be expo or web.';
comment on constraint devices_locale_check on callback_private.devices is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint devices_p256dh_check on callback_private.devices is 'p256dh: must be the subscription''s key; only a web subscription has one.';
comment on constraint devices_retired_because_check on callback_private.devices is 'retired_because: must be signed_out, gone, too_many or taken_over, and set with retired_at.';
comment on constraint devices_token_check on callback_private.devices is 'token: must be an Expo push token, or the endpoint of a browser''s push service.';
comment on table callback_private.devices is 'Where push reaches a person: a token of Expo''s, or a browser''s push subscription.';
CREATE INDEX devices_by_user ON callback_private.devices USING btree (user_id, registered_at);
CREATE INDEX devices_retired ON callback_private.devices USING btree (retired_at) WHERE (retired_at IS NOT NULL);
CREATE UNIQUE INDEX devices_in_use ON callback_private.devices USING btree (token) WHERE (retired_at IS NULL);
alter table callback_private.devices enable row level security;
create policy select_all on callback_private.devices for select to callback_service, service_role using (true);
grant select on callback_private.devices to callback_service;
grant select on callback_private.devices to service_role;

create table callback_private.edited_phones (
  requester_phone text not null,
  used_on date not null,
  callback_request_id uuid not null,
  constraint edited_phones_pkey PRIMARY KEY (requester_phone, used_on, callback_request_id),
  constraint edited_phones_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES public.callback_requests(id) ON DELETE CASCADE
);
comment on column callback_private.edited_phones.requester_phone is 'A number that a limit may still count. [personal: edited_phones; nobody]';
comment on table callback_private.edited_phones is 'Numbers that a request carried before an edit and after it, with the day. Kept as long as a limit may count them.';
CREATE INDEX edited_phones_by_day ON callback_private.edited_phones USING btree (used_on);
CREATE INDEX edited_phones_by_request ON callback_private.edited_phones USING btree (callback_request_id);
alter table callback_private.edited_phones enable row level security;

create table callback_private.erasure_key (
  only_row boolean not null default true,
  key bytea not null,
  constraint erasure_key_pkey PRIMARY KEY (only_row),
  constraint erasure_key_key_check CHECK ((length(key) = 32)),
  constraint erasure_key_only_row_check CHECK (only_row)
);
comment on constraint erasure_key_key_check on callback_private.erasure_key is 'key: must be 32 bytes.';
comment on constraint erasure_key_only_row_check on callback_private.erasure_key is 'only_row: must be true; there is one row.';
comment on table callback_private.erasure_key is 'The secret of the hashes in place of erased people''s ids: one row, made at installation. [not personal]';
alter table callback_private.erasure_key enable row level security;

create table callback_private.erasures (
  person_hash text not null,
  erased_at timestamp with time zone not null default now(),
  constraint erasures_pkey PRIMARY KEY (person_hash)
);
comment on column callback_private.erasures.person_hash is 'The keyed hash of their id. [personal: erasures; nobody]';
comment on table callback_private.erasures is 'Who was erased and when, as hashes: a restored backup is rid of them again, and nobody starts over on the same day.';
CREATE INDEX erasures_by_age ON callback_private.erasures USING btree (erased_at);
alter table callback_private.erasures enable row level security;

create table callback_private.event_types (
  name text not null,
  audience text[] not null,
  constraint event_types_pkey PRIMARY KEY (name),
  constraint event_types_audience_check CHECK ((audience <@ ARRAY['buyer'::text, 'seller'::text, 'operator'::text]))
);
comment on column callback_private.event_types.audience is 'The sides of a request that learn of such an event. An event of a type that is not here shows to nobody.';
comment on constraint event_types_audience_check on callback_private.event_types is 'audience: must be buyer, seller or operator.';
comment on table callback_private.event_types is 'The types of events: data, replaced at each migrate. [not personal]';
alter table callback_private.event_types enable row level security;

create table callback_private.events (
  id bigint not null generated always as identity,
  xact_id xid8 not null default pg_current_xact_id(),
  happened_at timestamp with time zone not null default now(),
  event_type text not null,
  callback_request_id uuid not null,
  seller_id callback_private.person_id,
  requester_id callback_private.person_id,
  actor text not null,
  operator_id uuid,
  from_status text,
  to_status text,
  data jsonb not null default '{}'::jsonb,
  constraint events_pkey PRIMARY KEY (xact_id, id),
  constraint events_actor_check CHECK ((actor = ANY (ARRAY['buyer'::text, 'seller'::text, 'operator'::text, 'system'::text]))),
  constraint events_data_check CHECK ((jsonb_typeof(data) = 'object'::text)),
  constraint events_from_status_check CHECK ((from_status = ANY (ARRAY['pending'::text, 'acknowledged'::text, 'completed'::text, 'cancelled'::text, 'expired'::text]))),
  constraint events_operator_id_check CHECK (((actor = 'operator'::text) = (operator_id IS NOT NULL))),
  constraint events_to_status_check CHECK ((to_status = ANY (ARRAY['pending'::text, 'acknowledged'::text, 'completed'::text, 'cancelled'::text, 'expired'::text])))
);
comment on column callback_private.events.data is 'What the type says beyond the columns: fields of an edit, reason of a cancellation, outcome and attempt_id of a call. Only what its whole audience may see. [personal: events; the sides that its type names, staff]';
comment on column callback_private.events.event_type is 'A name of callback_private.event_types. No foreign key: it would lock one row for all that write. [not personal]';
comment on column callback_private.events.operator_id is 'Which operator. Shown to no buyer and no seller. Operators are never deleted, so there is no foreign key.';
comment on column callback_private.events.requester_id is 'The buyer. [personal: events; both sides, staff]';
comment on column callback_private.events.seller_id is 'The seller. [personal: events; both sides, staff]';
comment on constraint events_actor_check on callback_private.events is 'actor: must be buyer, seller, operator or system.';
comment on constraint events_data_check on callback_private.events is 'data: must be a JSON object.';
comment on constraint events_from_status_check on callback_private.events is 'from_status: must be a status of callback_requests.';
comment on constraint events_operator_id_check on callback_private.events is 'operator_id: must be set when and only when the actor is operator.';
comment on constraint events_to_status_check on callback_private.events is 'to_status: must be a status of callback_requests.';
comment on table callback_private.events is 'Everything that happened to callback requests, append-only.';
CREATE INDEX events_by_request ON callback_private.events USING btree (callback_request_id, id);
CREATE INDEX events_by_requester ON callback_private.events USING btree (requester_id, xact_id, id);
CREATE INDEX events_by_seller ON callback_private.events USING btree (seller_id, xact_id, id);
CREATE INDEX events_phone_revealed ON callback_private.events USING btree (seller_id, happened_at) WHERE (event_type = 'phone_revealed'::text);
alter table callback_private.events enable row level security;
create policy select_all on callback_private.events for select to callback_service, service_role using (true);
CREATE TRIGGER seal_events AFTER DELETE ON callback_private.events REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION callback_private.seal_events();
grant select on callback_private.events to callback_service;
grant select on callback_private.events to service_role;

create table callback_private.hash_keys (
  id bigint not null generated always as identity,
  inner_key bytea not null,
  outer_key bytea not null,
  made_at timestamp with time zone not null default now(),
  constraint hash_keys_pkey PRIMARY KEY (id),
  constraint hash_keys_length_check CHECK (((length(inner_key) = 64) AND (length(outer_key) = 64)))
);
comment on column callback_private.hash_keys.inner_key is 'The key, padded for the inner hash of HMAC-SHA256. [not personal]';
comment on column callback_private.hash_keys.outer_key is 'The key, padded for the outer hash of HMAC-SHA256. [not personal]';
comment on constraint hash_keys_length_check on callback_private.hash_keys is 'inner_key: must be 64 bytes, like outer_key.';
comment on table callback_private.hash_keys is 'The keys of the hashes in request_facts: the present one and the one before. With an older key what it hashed is forgotten.';
alter table callback_private.hash_keys enable row level security;

create table callback_private.held_requests (
  id uuid not null,
  requester_id callback_private.person_id,
  seller_id callback_private.person_id,
  listing_id callback_private.listing_id,
  requester_phone text,
  requested_on date not null,
  held_at timestamp with time zone not null default now(),
  request jsonb not null,
  decision text,
  decided_at timestamp with time zone,
  operator_id uuid,
  code_until timestamp with time zone,
  holds_day boolean not null default true,
  asked_at timestamp with time zone,
  asked_about text,
  constraint held_requests_pkey PRIMARY KEY (id),
  constraint held_requests_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(id) ON DELETE SET NULL,
  constraint held_requests_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES callback_private.operators(id),
  constraint held_requests_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES public.profiles(id) ON DELETE SET NULL,
  constraint held_requests_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES public.profiles(id) ON DELETE SET NULL,
  constraint held_requests_asked_about_check CHECK ((asked_about = ANY (ARRAY['risk'::text, 'requests_per_user_per_day'::text, 'requests_per_phone_per_day'::text]))),
  constraint held_requests_asked_at_check CHECK (((asked_at IS NULL) = (asked_about IS NULL))),
  constraint held_requests_decided_at_check CHECK (((decision IS NULL) = (decided_at IS NULL))),
  constraint held_requests_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text, 'withdrawn'::text, 'lapsed'::text]))),
  constraint held_requests_request_check CHECK ((jsonb_typeof(request) = 'object'::text)),
  constraint held_requests_requester_phone_check CHECK (
CASE
    WHEN (requester_phone IS NULL) THEN (decision IS NOT NULL)
    ELSE (requester_phone ~ '^\+[1-9][0-9]{6,14}$'::text)
END)
);
comment on column callback_private.held_requests.asked_about is 'What it had been refused for: risk, or the name of a limit. [not personal]';
comment on column callback_private.held_requests.asked_at is 'When its buyer asked for a review of a refusal. Null: it was held by its risk.';
comment on column callback_private.held_requests.code_until is 'Until when its buyer may confirm the number by a code. Null: it waits for an operator. It stays when the number is confirmed.';
comment on column callback_private.held_requests.decision is 'Null while it waits. lapsed: nobody decided in time.';
comment on column callback_private.held_requests.holds_day is 'Whether it occupies its listing for that day. Not once it was sent, nor when it ended before its number was confirmed.';
comment on column callback_private.held_requests.listing_id is 'What the call is about. [personal: held_requests; the buyer, staff]';
comment on column callback_private.held_requests.operator_id is 'Who decided.';
comment on column callback_private.held_requests.request is 'The row of callback_requests as the buyer reads it. [personal: held_requests; the buyer, staff]';
comment on column callback_private.held_requests.requested_on is 'The day that it occupies for buyer and listing.';
comment on column callback_private.held_requests.requester_id is 'The buyer. [personal: held_requests; the buyer, staff]';
comment on column callback_private.held_requests.requester_phone is 'The number to call. [personal: held_requests; the buyer, staff who reveal it]';
comment on column callback_private.held_requests.seller_id is 'Who would be asked to call. [personal: held_requests; the buyer, staff]';
comment on constraint held_requests_asked_about_check on callback_private.held_requests is 'asked_about: must be risk, requests_per_user_per_day or requests_per_phone_per_day.';
comment on constraint held_requests_asked_at_check on callback_private.held_requests is 'asked_at: must be set when and only when there is an asked_about.';
comment on constraint held_requests_decided_at_check on callback_private.held_requests is 'decided_at: must be set when and only when there is a decision.';
comment on constraint held_requests_decision_check on callback_private.held_requests is 'decision: must be approved, rejected, withdrawn or lapsed.';
comment on constraint held_requests_request_check on callback_private.held_requests is 'request: must be a JSON object.';
comment on constraint held_requests_requester_phone_check on callback_private.held_requests is 'requester_phone: must be an international number such as +14155550123.';
comment on table callback_private.held_requests is 'Requests that wait for an operator, or waited. The buyer reads them, the seller never. Kept for settings.held_requests_kept_for.';
CREATE INDEX held_requests_by_decision ON callback_private.held_requests USING btree (decided_at) WHERE (decision IS NOT NULL);
CREATE INDEX held_requests_by_listing ON callback_private.held_requests USING btree (listing_id);
CREATE INDEX held_requests_by_operator ON callback_private.held_requests USING btree (operator_id);
CREATE INDEX held_requests_by_phone ON callback_private.held_requests USING btree (requester_phone, requested_on);
CREATE INDEX held_requests_by_requester ON callback_private.held_requests USING btree (requester_id, held_at);
CREATE INDEX held_requests_by_seller ON callback_private.held_requests USING btree (seller_id);
CREATE INDEX held_requests_waiting ON callback_private.held_requests USING btree (held_at, id) WHERE (decision IS NULL);
CREATE UNIQUE INDEX held_requests_one_per_listing_and_day ON callback_private.held_requests USING btree (requester_id, listing_id, requested_on) WHERE holds_day;
alter table callback_private.held_requests enable row level security;
CREATE TRIGGER scrub_held_request BEFORE UPDATE OF requester_id, seller_id, listing_id ON callback_private.held_requests FOR EACH ROW WHEN ((((new.requester_id IS NULL) AND (old.requester_id IS NOT NULL)) OR ((new.seller_id IS NULL) AND (old.seller_id IS NOT NULL)) OR ((new.listing_id IS NULL) AND (old.listing_id IS NOT NULL)))) EXECUTE FUNCTION callback_private.scrub_held_request();
CREATE TRIGGER scrub_held_request_followed AFTER UPDATE OF requester_id, seller_id, listing_id ON callback_private.held_requests FOR EACH ROW WHEN ((((new.requester_id IS NULL) AND (old.requester_id IS NOT NULL)) OR ((new.seller_id IS NULL) AND (old.seller_id IS NOT NULL)) OR ((new.listing_id IS NULL) AND (old.listing_id IS NOT NULL)))) EXECUTE FUNCTION callback_private.follow_scrubbed_held_request();

create table callback_private.idempotency_keys (
  actor text not null,
  key text not null,
  content_hash bytea not null,
  callback_request_id uuid,
  answer json,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (actor, key),
  constraint idempotency_keys_key_check CHECK ((key ~ '^[\x20-\x7E]{1,255}$'::text))
);
comment on column callback_private.idempotency_keys.actor is 'Who sent it: "person <id>" or "operator <id>". [personal: idempotency_keys; nobody]';
comment on column callback_private.idempotency_keys.answer is 'The request as it was answered. [personal: idempotency_keys; who sent it]';
comment on column callback_private.idempotency_keys.content_hash is '[not personal]';
comment on column callback_private.idempotency_keys.key is 'The key that the app made up. [personal: idempotency_keys; nobody]';
comment on constraint idempotency_keys_key_check on callback_private.idempotency_keys is 'Idempotency-Key: must be 1 to 255 printable ASCII characters.';
comment on table callback_private.idempotency_keys is 'The first answer to each Idempotency-Key, written in the transaction of its effect. Answers hold no phone number.';
CREATE INDEX idempotency_keys_by_age ON callback_private.idempotency_keys USING btree (created_at);
CREATE INDEX idempotency_keys_by_request ON callback_private.idempotency_keys USING btree (callback_request_id);
alter table callback_private.idempotency_keys enable row level security;

create table callback_private.installed_objects (
  kind text not null,
  identity text not null,
  constraint installed_objects_pkey PRIMARY KEY (kind, identity)
);
comment on table callback_private.installed_objects is 'What the function files made, so that what they no longer make can be dropped. [not personal]';
alter table callback_private.installed_objects enable row level security;

create table callback_private.legal_holds (
  person_id callback_private.person_id not null,
  reason text not null,
  placed_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  constraint legal_holds_pkey PRIMARY KEY (person_id),
  constraint legal_holds_ends_at_check CHECK (((ends_at > placed_at) AND (ends_at <= (placed_at + '10 years'::interval)))),
  constraint legal_holds_reason_check CHECK (callback_private.is_plain_text(reason, 500, true))
);
comment on column callback_private.legal_holds.person_id is 'Whose data is held. [personal: legal_holds; staff]';
comment on column callback_private.legal_holds.reason is 'Why it is held. [personal: legal_holds; staff]';
comment on constraint legal_holds_ends_at_check on callback_private.legal_holds is 'ends_at: must be in the future, and at most ten years away.';
comment on constraint legal_holds_reason_check on callback_private.legal_holds is 'reason: must be at most 500 characters, without control or text-direction characters.';
comment on table callback_private.legal_holds is 'People whose data nothing erases before ends_at: no clean-up, no erasure, and no delete in the marketplace. Who placed them is in the audit.';
alter table callback_private.legal_holds enable row level security;

create table callback_private.maintenance_runs (
  only_row boolean not null default true,
  last_run_at timestamp with time zone not null,
  rules_done integer not null default 0,
  alerts_checked_at timestamp with time zone,
  constraint maintenance_runs_pkey PRIMARY KEY (only_row),
  constraint maintenance_runs_only_row_check CHECK (only_row)
);
comment on column callback_private.maintenance_runs.alerts_checked_at is 'When alerts were last looked for.';
comment on column callback_private.maintenance_runs.rules_done is 'How many rules of clean-up have had their turn, in the order of their names; 0 when all have.';
comment on constraint maintenance_runs_only_row_check on callback_private.maintenance_runs is 'only_row: must be true; there is one row.';
comment on table callback_private.maintenance_runs is 'When run_callback_maintenance() last ran to its end; no row before the first time. [not personal]';
alter table callback_private.maintenance_runs enable row level security;
create policy select_all on callback_private.maintenance_runs for select to callback_service, service_role using (true);
grant select on callback_private.maintenance_runs to callback_service;
grant select on callback_private.maintenance_runs to service_role;

create table callback_private.migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);
comment on table callback_private.migrations is 'The migrations that this database has. The row "functions" stands for all function files, each of data/ for a file of data. [not personal]';
alter table callback_private.migrations enable row level security;

create table callback_private.notification_types (
  name text not null,
  title text not null,
  message text not null,
  default_channels text[] not null,
  event_type text not null,
  to_status text,
  recipients text[] not null,
  sent_while text[] not null,
  replaces text[] not null default '{}'::text[],
  event_filter jsonpath not null default 'true'::jsonpath,
  waits interval not null default '00:00:00'::interval,
  outdated_by text[] not null default '{}'::text[],
  constraint notification_types_pkey PRIMARY KEY (name),
  constraint notification_types_default_channels_check CHECK ((default_channels <@ ARRAY['email'::text, 'push'::text, 'sms'::text])),
  constraint notification_types_recipients_check CHECK ((recipients <@ ARRAY['buyer'::text, 'seller'::text])),
  constraint notification_types_sent_while_check CHECK ((sent_while <@ ARRAY['pending'::text, 'acknowledged'::text, 'paused'::text, 'completed'::text, 'cancelled'::text, 'expired'::text])),
  constraint notification_types_to_status_check CHECK ((to_status = ANY (ARRAY['pending'::text, 'acknowledged'::text, 'completed'::text, 'cancelled'::text, 'expired'::text])))
);
comment on column callback_private.notification_types.default_channels is 'How it leaves the app for a person without preferences.';
comment on column callback_private.notification_types.event_filter is 'Only events whose data, with the recipient''s side as "side", match this; true for all.';
comment on column callback_private.notification_types.event_type is 'The type of the events that cause it, each once: a name of callback_private.event_types.';
comment on column callback_private.notification_types.message is 'A format: first the other side''s name, then the listing''s title.';
comment on column callback_private.notification_types.outdated_by is 'Types of events: once a later one happens to the same request, it is no longer sent.';
comment on column callback_private.notification_types.recipients is 'The sides that are notified; the one that acted itself is not.';
comment on column callback_private.notification_types.replaces is 'Types about the same request that need not leave any more when this one is about to.';
comment on column callback_private.notification_types.sent_while is 'The states of the request in which it is still sent: its status, or paused while acknowledged with a wrong number. In any other it is outdated.';
comment on column callback_private.notification_types.to_status is 'Only events that lead to this status; null for any.';
comment on column callback_private.notification_types.waits is 'How long its deliveries wait: as long as its cause can be undone.';
comment on constraint notification_types_default_channels_check on callback_private.notification_types is 'default_channels: must be email, push or sms.';
comment on constraint notification_types_recipients_check on callback_private.notification_types is 'recipients: must be buyer or seller.';
comment on constraint notification_types_sent_while_check on callback_private.notification_types is 'sent_while: must be statuses of callback_requests, or paused.';
comment on constraint notification_types_to_status_check on callback_private.notification_types is 'to_status: must be a status of callback_requests.';
comment on table callback_private.notification_types is 'The types of notifications: data, replaced at each migrate (functions/notifications/notification_types.sql). [not personal]';
alter table callback_private.notification_types enable row level security;

create table callback_private.operator_links (
  id uuid not null default gen_random_uuid(),
  token_hash bytea not null,
  name text not null,
  role text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '00:10:00'::interval),
  used_at timestamp with time zone,
  constraint operator_links_pkey PRIMARY KEY (id),
  constraint operator_links_token_hash_key UNIQUE (token_hash),
  constraint operator_links_name_check CHECK (callback_private.is_plain_text(name, 100)),
  constraint operator_links_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'support'::text, 'admin'::text]))),
  constraint operator_links_token_hash_check CHECK ((length(token_hash) = 32))
);
comment on column callback_private.operator_links.name is 'The operator''s subject is link: and this name. [personal: operator_links; staff]';
comment on column callback_private.operator_links.token_hash is 'SHA-256 of the link''s token. [not personal]';
comment on constraint operator_links_name_check on callback_private.operator_links is 'name: must be 1 to 100 characters on one line, without control or text-direction characters.';
comment on constraint operator_links_role_check on callback_private.operator_links is 'role: must be viewer, support or admin.';
comment on constraint operator_links_token_hash_check on callback_private.operator_links is 'token: must be hashed by SHA-256.';
comment on table callback_private.operator_links is 'One-time links to the console, made by ringback operator-link.';
CREATE INDEX operator_links_by_end ON callback_private.operator_links USING btree (expires_at);
alter table callback_private.operator_links enable row level security;

create table callback_private.operator_notes (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  operator_id uuid not null,
  note text not null,
  created_at timestamp with time zone not null default now(),
  constraint operator_notes_pkey PRIMARY KEY (id),
  constraint operator_notes_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES public.callback_requests(id) ON DELETE CASCADE,
  constraint operator_notes_note_check CHECK (callback_private.is_plain_text(note, 2000, true))
);
comment on column callback_private.operator_notes.note is 'What staff note about a request. [personal: requests; staff]';
comment on column callback_private.operator_notes.operator_id is 'Operators are never deleted, so there is no foreign key.';
comment on column callback_private.operator_notes.seller_id is 'The request''s seller. [personal: requests; nobody]';
comment on constraint operator_notes_note_check on callback_private.operator_notes is 'note: must be at most 2000 characters, without control or text-direction characters.';
comment on table callback_private.operator_notes is 'What operators note about requests, for each other. Written by add_callback_operator_note only.';
CREATE INDEX operator_notes_by_request ON callback_private.operator_notes USING btree (callback_request_id, created_at, id);
alter table callback_private.operator_notes enable row level security;

create table callback_private.operator_sessions (
  id uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  cookie_hash bytea not null,
  key_hash bytea not null,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint operator_sessions_pkey PRIMARY KEY (id),
  constraint operator_sessions_cookie_hash_key UNIQUE (cookie_hash),
  constraint operator_sessions_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES callback_private.operators(id),
  constraint operator_sessions_hashes_check CHECK (((length(cookie_hash) = 32) AND (length(key_hash) = 32))),
  constraint operator_sessions_user_agent_check CHECK ((length(user_agent) <= 200))
);
comment on column callback_private.operator_sessions.cookie_hash is 'SHA-256 of the half that the browser keeps as a cookie. [not personal]';
comment on column callback_private.operator_sessions.expires_at is 'When the session ends unless it is used until then, or signed out before; each use moves it.';
comment on column callback_private.operator_sessions.key_hash is 'SHA-256 of the half that the page sends as a header. [not personal]';
comment on column callback_private.operator_sessions.last_seen_at is 'To the minute: a call writes it at most once a minute.';
comment on column callback_private.operator_sessions.user_agent is 'The operator''s browser. [personal: operator_sessions; staff]';
comment on constraint operator_sessions_hashes_check on callback_private.operator_sessions is 'session: must be hashed by SHA-256.';
comment on constraint operator_sessions_user_agent_check on callback_private.operator_sessions is 'user_agent: must have at most 200 characters.';
comment on table callback_private.operator_sessions is 'Who is signed in to the console. Each call brings the cookie and the key.';
CREATE INDEX operator_sessions_by_end ON callback_private.operator_sessions USING btree (expires_at);
CREATE INDEX operator_sessions_by_operator ON callback_private.operator_sessions USING btree (operator_id, created_at, id);
CREATE INDEX operator_sessions_by_start ON callback_private.operator_sessions USING btree (created_at, id);
alter table callback_private.operator_sessions enable row level security;

create table callback_private.operators (
  id uuid not null default gen_random_uuid(),
  subject text not null,
  name text,
  role text not null,
  created_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  constraint operators_pkey PRIMARY KEY (id),
  constraint operators_subject_key UNIQUE (subject),
  constraint operators_name_check CHECK (callback_private.is_plain_text(name, 100)),
  constraint operators_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'support'::text, 'admin'::text]))),
  constraint operators_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);
comment on column callback_private.operators.disabled_at is 'From then on no token and no caller makes them an operator.';
comment on column callback_private.operators.name is 'Their name, from their token. [personal: operator; staff]';
comment on column callback_private.operators.role is 'What their last token granted (settings.operator_roles). Each role may do what those before it may.';
comment on column callback_private.operators.subject is 'The sub of their token. [personal: operator; staff]';
comment on constraint operators_name_check on callback_private.operators is 'name: must be 1 to 100 characters on one line, without control or text-direction characters.';
comment on constraint operators_role_check on callback_private.operators is 'role: must be viewer, support or admin.';
comment on constraint operators_subject_check on callback_private.operators is 'subject: must be 1 to 255 characters.';
comment on table callback_private.operators is 'People who work for the marketplace, each made when their token is first seen. Never deleted: disable them.';
CREATE INDEX operators_by_start ON callback_private.operators USING btree (created_at, id);
alter table callback_private.operators enable row level security;
CREATE TRIGGER operator_sessions_end AFTER UPDATE ON callback_private.operators FOR EACH ROW WHEN (((new.role <> old.role) OR (new.disabled_at IS NOT NULL))) EXECUTE FUNCTION callback_private.end_sessions_of_operator();

create table callback_private.phone_codes (
  id uuid not null,
  callback_request_id uuid not null,
  phone_prefix text not null,
  hash_key_id bigint not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null default (now() + '00:05:00'::interval),
  tries integer not null default 0,
  confirmed_at timestamp with time zone,
  constraint phone_codes_pkey PRIMARY KEY (id),
  constraint phone_codes_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES callback_private.held_requests(id) ON DELETE CASCADE,
  constraint phone_codes_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
comment on column callback_private.phone_codes.hash_key_id is 'The key of callback_private.hash_keys that the digits follow from.';
comment on column callback_private.phone_codes.phone_prefix is 'The number without its last four digits, for the limit on unconfirmed codes. [personal: held_requests; nobody]';
comment on column callback_private.phone_codes.tries is 'How often a code was entered.';
comment on constraint phone_codes_tries_check on callback_private.phone_codes is 'tries: must be 0 to 5.';
comment on table callback_private.phone_codes is 'Codes that were sent to confirm a number; of a request the latest counts. The digits are nowhere: they follow from the id and its key.';
CREATE INDEX phone_codes_by_request ON callback_private.phone_codes USING btree (callback_request_id, created_at);
CREATE INDEX phone_codes_unconfirmed ON callback_private.phone_codes USING btree (created_at, phone_prefix) WHERE (confirmed_at IS NULL);
alter table callback_private.phone_codes enable row level security;

create table callback_private.phone_ranges (
  first_number bigint not null,
  last_number bigint not null,
  region text not null,
  callable boolean not null,
  constraint phone_ranges_pkey PRIMARY KEY (first_number),
  constraint phone_ranges_order CHECK ((last_number >= first_number)),
  constraint phone_ranges_region_format CHECK ((region ~ '^([A-Z]{2}|001)$'::text)),
  constraint phone_ranges_same_length CHECK ((length((last_number)::text) = length((first_number)::text)))
);
comment on column callback_private.phone_ranges.callable is 'False for premium rate, shared cost, personal, pager and voicemail numbers.';
comment on column callback_private.phone_ranges.region is 'ISO 3166 code of the country; 001 for calling codes of no country, such as satellites.';
comment on constraint phone_ranges_order on callback_private.phone_ranges is 'last_number: must not be less than first_number.';
comment on constraint phone_ranges_region_format on callback_private.phone_ranges is 'region: must be a two-letter country code, or 001.';
comment on constraint phone_ranges_same_length on callback_private.phone_ranges is 'last_number: must have as many digits as first_number.';
comment on table callback_private.phone_ranges is 'Allocated telephone numbers: data, replaced at each migrate. [not personal]';
alter table callback_private.phone_ranges enable row level security;

create table callback_private.policy_changes (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  operator_id uuid,
  database_role text,
  undoes bigint,
  old jsonb not null,
  new jsonb not null,
  constraint policy_changes_pkey PRIMARY KEY (id),
  constraint policy_changes_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES callback_private.operators(id),
  constraint policy_changes_actor_check CHECK ((num_nonnulls(operator_id, database_role) = 1))
);
comment on column callback_private.policy_changes.database_role is 'Who changed it by SQL. [personal: policy_changes; staff]';
comment on column callback_private.policy_changes.new is 'The same as it became. [personal: policy_changes; staff, addresses admins alone]';
comment on column callback_private.policy_changes.old is 'What changed, as it was: settings by name, switches as switch/<kind>/<value> with {notice}, null while on. [personal: policy_changes; staff, addresses admins alone]';
comment on column callback_private.policy_changes.undoes is 'The change that this one undid.';
comment on constraint policy_changes_actor_check on callback_private.policy_changes is 'operator_id: must be an operator, or database_role a role.';
comment on table callback_private.policy_changes is 'Every change of a setting or a switch, written by triggers, append-only like the audit and kept as long.';
CREATE INDEX policy_changes_by_age ON callback_private.policy_changes USING btree (at);
CREATE INDEX policy_changes_by_operator ON callback_private.policy_changes USING btree (operator_id);
alter table callback_private.policy_changes enable row level security;
CREATE TRIGGER policy_changes_append_only BEFORE UPDATE OR TRUNCATE ON callback_private.policy_changes FOR EACH STATEMENT EXECUTE FUNCTION callback_private.refuse_audit_change();
CREATE TRIGGER policy_changes_kept BEFORE DELETE ON callback_private.policy_changes FOR EACH ROW EXECUTE FUNCTION callback_private.refuse_audit_change();

create table callback_private.preferences (
  user_id callback_private.person_id not null,
  email_types text[] not null,
  push_types text[] not null,
  sms_types text[] not null,
  quiet_from time without time zone,
  quiet_until time without time zone,
  urgent_overrides_quiet_hours boolean not null default true,
  time_zone text,
  locale text,
  updated_at timestamp with time zone not null default now(),
  requests_from text not null default 'everyone'::text,
  constraint preferences_pkey PRIMARY KEY (user_id),
  constraint preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE CASCADE,
  constraint preferences_locale_check CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'::text)),
  constraint preferences_quiet_hours_check CHECK ((((quiet_from IS NULL) = (quiet_until IS NULL)) AND ((quiet_from IS NULL) OR (quiet_from <> quiet_until)))),
  constraint preferences_requests_from_check CHECK ((requests_from = ANY (ARRAY['everyone'::text, 'trusted_for_urgent'::text, 'trusted'::text, 'nobody'::text]))),
  constraint preferences_time_zone_check CHECK (callback_private.is_time_zone(time_zone))
);
comment on column callback_private.preferences.email_types is 'What mails bring. [personal: person; the person, staff]';
comment on column callback_private.preferences.locale is 'The language of what is sent. [personal: person; the person, staff]';
comment on column callback_private.preferences.push_types is 'What push brings. [personal: person; the person, staff]';
comment on column callback_private.preferences.requests_from is 'Whose requests the person takes as a seller. [personal: person; the person, staff]';
comment on column callback_private.preferences.sms_types is 'SMS are sent about urgent requests only. [personal: person; the person, staff]';
comment on column callback_private.preferences.time_zone is 'Where quiet hours are meant. [personal: person; the person, staff]';
comment on column callback_private.preferences.user_id is 'Whose settings they are. [personal: person; the person, staff]';
comment on constraint preferences_locale_check on callback_private.preferences is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint preferences_quiet_hours_check on callback_private.preferences is 'quiet_hours: must have a beginning and an end that differ.';
comment on constraint preferences_requests_from_check on callback_private.preferences is 'requests_from: must be everyone, trusted_for_urgent, trusted or nobody.';
comment on constraint preferences_time_zone_check on callback_private.preferences is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on table callback_private.preferences is 'Notification settings. Without a row the defaults of callback_private.notification_types hold.';
alter table callback_private.preferences enable row level security;
create policy select_all on callback_private.preferences for select to callback_service, service_role using (true);
grant select on callback_private.preferences to callback_service;
grant select on callback_private.preferences to service_role;

create table callback_private.processes (
  id uuid not null,
  kind text not null,
  version text not null,
  host text not null,
  channels text[] not null default '{}'::text[],
  zone_data text,
  zone_problems integer not null default 0,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  clock_ahead_seconds double precision,
  constraint processes_pkey PRIMARY KEY (id),
  constraint processes_channels_check CHECK ((cardinality(channels) <= 10)),
  constraint processes_host_check CHECK (((length(host) >= 1) AND (length(host) <= 63))),
  constraint processes_kind_check CHECK ((kind = ANY (ARRAY['api'::text, 'worker'::text, 'start'::text]))),
  constraint processes_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40))),
  constraint processes_zone_data_check CHECK (((length(zone_data) >= 1) AND (length(zone_data) <= 40)))
) with (fillfactor=50);
comment on column callback_private.processes.channels is 'The channels by which it delivers.';
comment on column callback_private.processes.clock_ahead_seconds is 'By how much its clock was ahead of the database''s at its last report; below 0, behind.';
comment on column callback_private.processes.host is 'The machine''s name up to its first dot.';
comment on column callback_private.processes.kind is 'The command: api, worker, or start, which is both.';
comment on column callback_private.processes.zone_data is 'The release of its time zone data.';
comment on column callback_private.processes.zone_problems is 'In how many of the time zones in use it differed from the database when it started.';
comment on constraint processes_channels_check on callback_private.processes is 'channels: must be at most 10.';
comment on constraint processes_host_check on callback_private.processes is 'host: must be 1 to 63 characters.';
comment on constraint processes_kind_check on callback_private.processes is 'kind: must be api, worker or start.';
comment on constraint processes_version_check on callback_private.processes is 'version: must be 1 to 40 characters.';
comment on constraint processes_zone_data_check on callback_private.processes is 'zone_data: must be 1 to 40 characters.';
comment on table callback_private.processes is 'API and worker processes, each reporting itself every half minute. Not logged: after a crash they report themselves again. [not personal]';
alter table callback_private.processes enable row level security;

create table callback_private.refusals (
  id bigint not null generated always as identity,
  user_id callback_private.person_id not null,
  operation text not null,
  code text not null,
  limit_name text,
  refused_on date not null default ((now() AT TIME ZONE 'UTC'::text))::date,
  refused_at timestamp with time zone not null default now(),
  times integer not null default 1,
  constraint refusals_pkey PRIMARY KEY (id),
  constraint refusals_key UNIQUE NULLS NOT DISTINCT (user_id, operation, code, limit_name, refused_on),
  constraint refusals_limit_name_check CHECK (((length(limit_name) >= 1) AND (length(limit_name) <= 60)))
);
comment on column callback_private.refusals.code is '[not personal]';
comment on column callback_private.refusals.limit_name is 'The limit that was reached; null for other refusals. [not personal]';
comment on column callback_private.refusals.operation is '[not personal]';
comment on column callback_private.refusals.refused_at is 'The last time that day.';
comment on column callback_private.refusals.refused_on is 'The day, in UTC.';
comment on column callback_private.refusals.user_id is 'Who was refused. [personal: refusals; staff]';
comment on constraint refusals_limit_name_check on callback_private.refusals is 'limit_name: must be 1 to 60 characters.';
comment on table callback_private.refusals is 'Refusals that must be remembered, one row for a person, operation, limit and day. Kept for settings.refusals_kept_for.';
CREATE INDEX refusals_by_age ON callback_private.refusals USING btree (refused_on);
alter table callback_private.refusals enable row level security;

create table callback_private.request_facts (
  callback_request_id uuid not null,
  happened_at timestamp with time zone not null,
  requester_id callback_private.person_id,
  seller_id callback_private.person_id,
  listing_id callback_private.listing_id not null,
  phone_hash uuid,
  ip_hash uuid,
  device_hash uuid,
  text_hash uuid,
  account_age_days integer,
  is_verified boolean,
  trust_score numeric,
  completed_before integer,
  requests_hour integer,
  requests_day integer,
  refused_day integer,
  seller_requests_hour integer,
  phone_kind text not null,
  phone_is_own boolean,
  phone_is_sellers boolean,
  phone_is_anothers boolean,
  phone_people integer,
  phone_sellers_day integer,
  device_people integer,
  ip_people integer,
  ip_new_people integer,
  text_length integer,
  has_link boolean,
  text_sellers_day integer,
  similar_sellers_day integer,
  text_people_day integer,
  signals text[] not null default '{}'::text[],
  score integer not null default 0,
  outcome callback_private.risk_outcome not null default 'allow'::text,
  person_list callback_private.trust_list,
  phone_list callback_private.trust_list,
  spam_reports integer,
  fake_number_reports integer,
  phone_is_confirmed boolean,
  same_seller_day integer,
  numbers_day integer,
  device_requests_hour integer,
  phone_is_of_household boolean,
  constraint request_facts_pkey PRIMARY KEY (callback_request_id),
  constraint request_facts_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES public.profiles(id) ON DELETE SET NULL
);
comment on column callback_private.request_facts.account_age_days is 'Whole days since the marketplace has had the account. [personal: request_facts; staff]';
comment on column callback_private.request_facts.callback_request_id is 'The request''s id; of a refused one, the id that it would have had.';
comment on column callback_private.request_facts.completed_before is 'Of the buyer''s last 50 requests, how many were completed.';
comment on column callback_private.request_facts.device_hash is 'Of the random id that the app keeps. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.device_requests_hour is 'Requests from this device in an hour, this one included, whatever happened to them. Of the last 100.';
comment on column callback_private.request_facts.fake_number_reports is 'The same for made-up numbers.';
comment on column callback_private.request_facts.ip_hash is 'Of the IP address, or the /64 of IPv6, where a trusted caller gave it. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.ip_new_people is 'How many of those were younger than a week. [personal: request_facts; staff]';
comment on column callback_private.request_facts.ip_people is 'How many accounts came from the address in a day. [personal: request_facts; staff]';
comment on column callback_private.request_facts.listing_id is 'What the call is about. [personal: request_facts; staff]';
comment on column callback_private.request_facts.numbers_day is 'How many numbers the buyer gave in a day, this one included.';
comment on column callback_private.request_facts.outcome is 'What was done. Where nothing is held, the score alone tells.';
comment on column callback_private.request_facts.person_list is 'The list that the buyer stood on.';
comment on column callback_private.request_facts.phone_hash is 'Of the number; null after settings.identifiers_kept_for. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.phone_is_anothers is 'It was the own number of another person.';
comment on column callback_private.request_facts.phone_is_confirmed is 'The buyer had confirmed the number by a code.';
comment on column callback_private.request_facts.phone_is_of_household is 'Another person gave it from this device or address, whose own number it is or whose account was a month old: a family, or an office. [personal: request_facts; staff]';
comment on column callback_private.request_facts.phone_is_own is 'It is the number of the buyer''s verified profile.';
comment on column callback_private.request_facts.phone_kind is 'ordinary, fictional or patterned (repeated or running digits). [not personal]';
comment on column callback_private.request_facts.phone_list is 'The list that the number stood on. [personal: request_facts; staff]';
comment on column callback_private.request_facts.phone_people is 'How many accounts gave the number while hashes are kept, this one included; as device_people and ip_people. Of the last 100 requests. [personal: request_facts; staff]';
comment on column callback_private.request_facts.phone_sellers_day is 'How many sellers were given the number in a day. [personal: request_facts; staff]';
comment on column callback_private.request_facts.refused_day is 'Refusals of this account in a day: of numbers that may not be called, and by risk.';
comment on column callback_private.request_facts.requester_id is 'The buyer. [personal: request_facts; staff]';
comment on column callback_private.request_facts.requests_hour is 'The buyer''s requests in an hour, this one included, whatever became of them.';
comment on column callback_private.request_facts.same_seller_day is 'The buyer''s requests to this seller in a day, this one included.';
comment on column callback_private.request_facts.score is 'The points of those, by the policy of the moment.';
comment on column callback_private.request_facts.seller_id is 'The seller. [personal: request_facts; staff]';
comment on column callback_private.request_facts.seller_requests_hour is 'The seller''s requests in an hour, this one included; at most 100.';
comment on column callback_private.request_facts.signals is 'Names of callback_private.risk_rules() that the facts fulfil. [not personal]';
comment on column callback_private.request_facts.similar_sellers_day is 'The same with texts that are nearly equal.';
comment on column callback_private.request_facts.spam_reports is 'How many sellers reported the buyer, or the number, for spam, within settings.identifiers_kept_for.';
comment on column callback_private.request_facts.text_hash is 'Of the message''s fingerprint. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.text_people_day is 'How many accounts sent this text in a day.';
comment on column callback_private.request_facts.text_sellers_day is 'How many sellers got this text in a day from this account, device or number, this one included.';
comment on column callback_private.request_facts.trust_score is 'As the marketplace has it. [personal: request_facts; staff]';
comment on table callback_private.request_facts is 'The facts of each request at its moment. Written once, by create_request.';
CREATE INDEX request_facts_by_age ON callback_private.request_facts USING brin (happened_at) WITH (pages_per_range='32');
CREATE INDEX request_facts_by_device ON callback_private.request_facts USING btree (device_hash, happened_at) WHERE (device_hash IS NOT NULL);
CREATE INDEX request_facts_by_ip ON callback_private.request_facts USING btree (ip_hash, happened_at) WHERE (ip_hash IS NOT NULL);
CREATE INDEX request_facts_by_phone ON callback_private.request_facts USING btree (phone_hash, happened_at) WHERE (phone_hash IS NOT NULL);
CREATE INDEX request_facts_by_requester ON callback_private.request_facts USING btree (requester_id, happened_at);
CREATE INDEX request_facts_by_seller ON callback_private.request_facts USING btree (seller_id);
CREATE INDEX request_facts_by_text ON callback_private.request_facts USING btree (text_hash, happened_at) WHERE (text_hash IS NOT NULL);
CREATE INDEX request_facts_to_forget ON callback_private.request_facts USING btree (happened_at) WHERE (phone_hash IS NOT NULL);
CREATE INDEX request_facts_with_risk ON callback_private.request_facts USING btree (happened_at, callback_request_id) WHERE (score >= 30);
alter table callback_private.request_facts enable row level security;
CREATE TRIGGER drop_facts_of_erased AFTER UPDATE OF requester_id ON callback_private.request_facts FOR EACH ROW WHEN (((new.requester_id IS NULL) AND (old.requester_id IS NOT NULL))) EXECUTE FUNCTION callback_private.drop_facts_of_erased();

create table callback_private.request_reports (
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  requester_id callback_private.person_id not null,
  phone_hash uuid,
  reason text not null,
  reported_at timestamp with time zone not null default now(),
  constraint request_reports_pkey PRIMARY KEY (callback_request_id),
  constraint request_reports_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES public.callback_requests(id) ON DELETE CASCADE,
  constraint request_reports_reason_check CHECK ((reason = ANY (ARRAY['fake_number'::text, 'spam'::text])))
);
comment on column callback_private.request_reports.phone_hash is 'Of the number, as request_facts has it. [personal: request_reports; staff, as equal or not]';
comment on column callback_private.request_reports.requester_id is 'The buyer. [personal: request_reports; the seller, staff]';
comment on column callback_private.request_reports.seller_id is 'Who reported. [personal: request_reports; the seller, staff]';
comment on constraint request_reports_reason_check on callback_private.request_reports is 'reason: must be fake_number or spam.';
comment on table callback_private.request_reports is 'Requests that their sellers reported, which counts against buyer and number.';
CREATE INDEX request_reports_by_age ON callback_private.request_reports USING btree (reported_at);
CREATE INDEX request_reports_by_phone ON callback_private.request_reports USING btree (phone_hash, reported_at) WHERE (phone_hash IS NOT NULL);
CREATE INDEX request_reports_by_requester ON callback_private.request_reports USING btree (requester_id, reported_at);
alter table callback_private.request_reports enable row level security;

create table callback_private.retention_runs (
  rule text not null,
  day date not null,
  row_count bigint not null default 0,
  last_run_at timestamp with time zone not null,
  constraint retention_runs_pkey PRIMARY KEY (rule, day),
  constraint retention_runs_row_count_check CHECK ((row_count >= 0))
);
comment on constraint retention_runs_row_count_check on callback_private.retention_runs is 'row_count: must not be below 0.';
comment on table callback_private.retention_runs is 'How many rows each rule of retention_rules() changed, by day in UTC; kept for 90 days. [not personal]';
CREATE INDEX retention_runs_by_day ON callback_private.retention_runs USING btree (day);
alter table callback_private.retention_runs enable row level security;

create table callback_private.sealed_figures (
  day date not null,
  category text not null,
  country text not null,
  name text not null,
  sealed_in xid8 not null default pg_current_xact_id(),
  amount bigint not null,
  constraint sealed_figures_pkey PRIMARY KEY (day, category, country, name, sealed_in),
  constraint sealed_figures_amount_check CHECK ((amount > 0))
);
comment on column callback_private.sealed_figures.category is 'The listing''s; none for listings without one.';
comment on column callback_private.sealed_figures.country is 'The listing''s; none for listings without one.';
comment on column callback_private.sealed_figures.name is 'As in day_figures, or times:TIME/DAYS: preferences of one request.';
comment on column callback_private.sealed_figures.sealed_in is 'The transaction, so that nobody waits for another who seals the same. Maintenance makes one row of them.';
comment on constraint sealed_figures_amount_check on callback_private.sealed_figures is 'amount: must be positive.';
comment on table callback_private.sealed_figures is 'Counts of a day that no other row has. count_days() adds them to what it counts. [not personal]';
alter table callback_private.sealed_figures enable row level security;

create table callback_private.sealed_stats (
  user_id callback_private.person_id not null,
  is_seller boolean not null,
  total bigint not null default 0,
  pending bigint not null default 0,
  acknowledged bigint not null default 0,
  completed bigint not null default 0,
  cancelled bigint not null default 0,
  expired bigint not null default 0,
  closed bigint not null default 0,
  constraint sealed_stats_pkey PRIMARY KEY (user_id, is_seller)
);
comment on column callback_private.sealed_stats.user_id is 'Whose counts they are. [personal: person; the person, staff]';
comment on table callback_private.sealed_stats is 'Of callback_private.stats: the part that came from events past settings.events_kept_for.';
alter table callback_private.sealed_stats enable row level security;

create table callback_private.seller_blocks (
  seller_id callback_private.person_id not null,
  buyer_id callback_private.person_id not null,
  blocked_at timestamp with time zone not null default now(),
  constraint seller_blocks_pkey PRIMARY KEY (seller_id, buyer_id),
  constraint seller_blocks_buyer_id_fkey FOREIGN KEY (buyer_id) REFERENCES public.profiles(id) ON DELETE CASCADE,
  constraint seller_blocks_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES public.profiles(id) ON DELETE CASCADE
);
comment on column callback_private.seller_blocks.buyer_id is 'Who is blocked. [personal: person; the seller, staff]';
comment on column callback_private.seller_blocks.seller_id is 'Who blocked. [personal: person; the seller, staff]';
comment on table callback_private.seller_blocks is 'Buyers whom a seller blocked here, beside the marketplace''s own blocks. The buyer does not see it.';
CREATE INDEX seller_blocks_by_buyer ON callback_private.seller_blocks USING btree (buyer_id);
alter table callback_private.seller_blocks enable row level security;

create table callback_private.seller_notes (
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  note text,
  snoozed_until timestamp with time zone,
  snoozed_at timestamp with time zone,
  constraint seller_notes_pkey PRIMARY KEY (callback_request_id),
  constraint seller_notes_callback_request_id_fkey FOREIGN KEY (callback_request_id) REFERENCES public.callback_requests(id) ON DELETE CASCADE,
  constraint seller_notes_note_check CHECK (callback_private.is_plain_text(note, 1000, true))
);
comment on column callback_private.seller_notes.note is 'What the seller wants to remember. [personal: requests; the seller]';
comment on column callback_private.seller_notes.seller_id is 'The request''s seller, so that a request and all that belongs to it can live on one shard. [personal: requests; the seller]';
comment on column callback_private.seller_notes.snoozed_at is 'When snoozed_until was last set or cleared by the seller.';
comment on column callback_private.seller_notes.snoozed_until is 'When the seller wants to see the open request again. The next call attempt clears it.';
comment on constraint seller_notes_note_check on callback_private.seller_notes is 'note: must be at most 1000 characters, without control or text-direction characters.';
comment on table callback_private.seller_notes is 'What sellers keep about requests for themselves: a note and a snooze. Written by the functions of seller_notes.sql, read by the seller alone.';
alter table callback_private.seller_notes enable row level security;

create table callback_private.sent_texts (
  delivery_id uuid not null,
  subject text,
  body text not null,
  is_shortened boolean not null default false,
  sent_at timestamp with time zone not null default now(),
  constraint sent_texts_pkey PRIMARY KEY (delivery_id),
  constraint sent_texts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES callback_private.deliveries(id) ON DELETE CASCADE,
  constraint sent_texts_body_check CHECK ((length(body) <= 10000)),
  constraint sent_texts_subject_check CHECK ((length(subject) <= 500))
);
comment on column callback_private.sent_texts.body is 'The text. [personal: sent_texts; staff, without numbers]';
comment on column callback_private.sent_texts.subject is 'The subject of a mail. [personal: sent_texts; staff, without numbers]';
comment on constraint sent_texts_body_check on callback_private.sent_texts is 'body: must be at most 10000 characters.';
comment on constraint sent_texts_subject_check on callback_private.sent_texts is 'subject: must be at most 500 characters.';
comment on table callback_private.sent_texts is 'The text that left with a delivery, without its unsubscribe link. It can hold numbers: read it through sent_text_json() only.';
CREATE INDEX sent_texts_by_age ON callback_private.sent_texts USING btree (sent_at);
alter table callback_private.sent_texts enable row level security;

create table callback_private.settings (
  only_row boolean not null default true,
  time_zone text not null default 'UTC'::text,
  locale text not null default 'en'::text,
  expires_after interval not null default '7 days'::interval,
  remind_after interval default '24:00:00'::interval,
  requests_per_user_per_day integer not null default 10,
  requests_per_phone_per_day integer not null default 10,
  requests_per_seller_per_day integer not null default 100,
  allowed_phone_regions text[],
  default_phone_region text,
  channels text[] not null default '{}'::text[],
  deliveries_retried_for interval not null default '24:00:00'::interval,
  urgent_overrides_quiet_hours boolean not null default true,
  sms_per_recipient_per_day integer not null default 10,
  sms_per_prefix_per_day integer not null default 50,
  sms_per_country_per_day integer not null default 500,
  sms_per_day integer not null default 1000,
  operator_claim text,
  operator_roles jsonb not null default '{}'::jsonb,
  idempotency_keys_kept_for interval not null default '24:00:00'::interval,
  refusals_kept_for interval not null default '30 days'::interval,
  retired_devices_kept_for interval not null default '30 days'::interval,
  warn_before_expiry interval default '1 day'::interval,
  extensions_per_request integer not null default 2,
  new_request_after_withdrawal boolean not null default true,
  open_urgent_requests_per_user integer default 3,
  brand_name text,
  brand_logo_url text,
  brand_color text not null default '#1f5fd0'::text,
  brand_address text,
  brand_reply_to text,
  audit_kept_for interval not null default '2 years'::interval,
  operator_session_idle_time interval not null default '12:00:00'::interval,
  operator_session_lifetime interval not null default '7 days'::interval,
  operator_sessions_kept_for interval not null default '30 days'::interval,
  alert_emails text[] not null default '{}'::text[],
  alert_webhook_url text,
  alert_failures integer not null default 3,
  alert_queue_age interval not null default '00:05:00'::interval,
  alert_flood_requests integer not null default 300,
  sent_texts_kept_for interval not null default '30 days'::interval,
  phones_kept_for interval not null default '30 days'::interval,
  requests_kept_for interval not null default '365 days'::interval,
  notifications_kept_for interval not null default '90 days'::interval,
  events_kept_for interval not null default '400 days'::interval,
  erasures_kept_for interval not null default '2 years'::interval,
  phone_visibility text not null default 'open'::text,
  reveals_per_seller_per_day integer not null default 100,
  consent_required boolean not null default false,
  request_facts_kept_for interval not null default '400 days'::interval,
  identifiers_kept_for interval not null default '30 days'::interval,
  trusted_proxies integer,
  offered_texts text[] not null default '{}'::text[],
  risk_mode text not null default 'on'::text,
  risk_hold_at integer not null default 60,
  risk_refuse_at integer not null default 150,
  risk_weights jsonb not null default '{}'::jsonb,
  held_requests_kept_for interval not null default '90 days'::interval,
  risk_code_at integer,
  codes_per_person_per_day integer not null default 6,
  unconfirmed_codes_per_prefix_per_day integer not null default 10,
  confirmed_phone_kept_for interval not null default '180 days'::interval,
  requests_from text not null default 'everyone'::text,
  trusted_from_score numeric,
  alert_least_requests integer not null default 30,
  alert_silent_percent integer not null default 60,
  alert_slow_times integer not null default 3,
  alert_contradictions integer not null default 5,
  constraint settings_pkey PRIMARY KEY (only_row),
  constraint settings_alert_contradictions_check CHECK (((alert_contradictions >= 3) AND (alert_contradictions <= 10000))),
  constraint settings_alert_emails_check CHECK (((cardinality(alert_emails) <= 10) AND (array_to_string(alert_emails, ' '::text, '?'::text) ~ '^([A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}( |$))*$'::text))),
  constraint settings_alert_failures_check CHECK (((alert_failures >= 1) AND (alert_failures <= 10000))),
  constraint settings_alert_flood_requests_check CHECK (((alert_flood_requests >= 1) AND (alert_flood_requests <= 1000000))),
  constraint settings_alert_least_requests_check CHECK (((alert_least_requests >= 10) AND (alert_least_requests <= 1000000))),
  constraint settings_alert_queue_age_check CHECK (((alert_queue_age >= '00:01:00'::interval) AND (alert_queue_age <= '1 day'::interval))),
  constraint settings_alert_silent_percent_check CHECK (((alert_silent_percent >= 10) AND (alert_silent_percent <= 100))),
  constraint settings_alert_slow_times_check CHECK (((alert_slow_times >= 2) AND (alert_slow_times <= 100))),
  constraint settings_alert_webhook_url_check CHECK (((length(alert_webhook_url) <= 2000) AND (alert_webhook_url ~ '^https?://[A-Za-z0-9.:\[\]-]+(/[!-~]*)?$'::text))),
  constraint settings_allowed_phone_regions_check CHECK ((array_to_string(allowed_phone_regions, ','::text, '?'::text) ~ '^[A-Z]{2}(,[A-Z]{2})*$'::text)),
  constraint settings_audit_kept_for_check CHECK (((audit_kept_for >= '90 days'::interval) AND (audit_kept_for <= '20 years'::interval))),
  constraint settings_brand_address_check CHECK ((callback_private.is_plain_text(brand_address, 300, true) AND (brand_address !~ '(\n.*){6}'::text))),
  constraint settings_brand_color_check CHECK ((brand_color ~ '^#[0-9a-f]{6}$'::text)),
  constraint settings_brand_logo_url_check CHECK (((length(brand_logo_url) <= 2000) AND (brand_logo_url ~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[!#-&(-;=?-Z_a-z~\[\]]*$'::text))),
  constraint settings_brand_name_check CHECK (callback_private.is_plain_text(brand_name, 60)),
  constraint settings_brand_reply_to_check CHECK (((length(brand_reply_to) <= 254) AND (brand_reply_to ~ '^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}$'::text))),
  constraint settings_channels_check CHECK (((channels <@ ARRAY['email'::text, 'sms'::text, 'expo_push'::text, 'web_push'::text]) AND (cardinality(channels) <= 4))),
  constraint settings_codes_per_person_per_day_check CHECK (((codes_per_person_per_day >= 1) AND (codes_per_person_per_day <= 100))),
  constraint settings_confirmed_phone_kept_for_check CHECK (((confirmed_phone_kept_for >= '1 day'::interval) AND (confirmed_phone_kept_for <= '2 years'::interval))),
  constraint settings_default_phone_region_check CHECK ((default_phone_region ~ '^[A-Z]{2}$'::text)),
  constraint settings_deliveries_retried_for_check CHECK (((deliveries_retried_for >= '00:01:00'::interval) AND (deliveries_retried_for <= '7 days'::interval))),
  constraint settings_erasures_kept_for_check CHECK (((erasures_kept_for >= '30 days'::interval) AND (erasures_kept_for <= '20 years'::interval))),
  constraint settings_events_kept_for_check CHECK (((events_kept_for >= '100 days'::interval) AND (events_kept_for <= '10 years'::interval))),
  constraint settings_expires_after_check CHECK (((expires_after >= '01:00:00'::interval) AND (expires_after <= '90 days'::interval))),
  constraint settings_extensions_per_request_check CHECK (((extensions_per_request >= 0) AND (extensions_per_request <= 100))),
  constraint settings_held_requests_kept_for_check CHECK (((held_requests_kept_for >= '1 day'::interval) AND (held_requests_kept_for <= '400 days'::interval))),
  constraint settings_idempotency_keys_kept_for_check CHECK (((idempotency_keys_kept_for >= '24:00:00'::interval) AND (idempotency_keys_kept_for <= '30 days'::interval))),
  constraint settings_identifiers_kept_for_check CHECK (((identifiers_kept_for >= '1 day'::interval) AND (identifiers_kept_for <= '90 days'::interval))),
  constraint settings_locale_check CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'::text)),
  constraint settings_notifications_kept_for_check CHECK (((notifications_kept_for >= '7 days'::interval) AND (notifications_kept_for <= '10 years'::interval))),
  constraint settings_offered_texts_check CHECK (((cardinality(offered_texts) <= 100) AND (length(array_to_string(offered_texts, ''::text)) <= 20000))),
  constraint settings_only_row_check CHECK (only_row),
  constraint settings_open_urgent_requests_per_user_check CHECK (((open_urgent_requests_per_user >= 0) AND (open_urgent_requests_per_user <= 10000))),
  constraint settings_operator_claim_check CHECK ((((length(operator_claim) >= 1) AND (length(operator_claim) <= 200)) AND (operator_claim !~ '^(user|unsafe)_metadata(\.|$)'::text))),
  constraint settings_operator_roles_check CHECK (((jsonb_typeof(operator_roles) = 'object'::text) AND (NOT jsonb_path_exists(operator_roles, 'strict $.*?(((@ == "viewer" || @ == "support") || @ == "admin") is unknown || !((@ == "viewer" || @ == "support") || @ == "admin"))'::jsonpath)))),
  constraint settings_operator_session_idle_time_check CHECK (((operator_session_idle_time >= '00:05:00'::interval) AND (operator_session_idle_time <= '30 days'::interval))),
  constraint settings_operator_session_lifetime_check CHECK (((operator_session_lifetime >= '00:05:00'::interval) AND (operator_session_lifetime <= '90 days'::interval))),
  constraint settings_operator_sessions_kept_for_check CHECK (((operator_sessions_kept_for >= '00:00:00'::interval) AND (operator_sessions_kept_for <= '1 year'::interval))),
  constraint settings_phone_visibility_check CHECK ((phone_visibility = ANY (ARRAY['open'::text, 'on_call'::text]))),
  constraint settings_phones_kept_for_check CHECK (((phones_kept_for >= '00:00:00'::interval) AND (phones_kept_for <= '10 years'::interval))),
  constraint settings_refusals_kept_for_check CHECK (((refusals_kept_for >= '1 day'::interval) AND (refusals_kept_for <= '400 days'::interval))),
  constraint settings_remind_after_check CHECK (((remind_after >= '00:30:00'::interval) AND (remind_after <= '30 days'::interval))),
  constraint settings_request_facts_kept_for_check CHECK (((request_facts_kept_for >= '1 day'::interval) AND (request_facts_kept_for <= '5 years'::interval))),
  constraint settings_requests_from_check CHECK ((requests_from = ANY (ARRAY['everyone'::text, 'trusted_for_urgent'::text, 'trusted'::text]))),
  constraint settings_requests_kept_for_check CHECK (((requests_kept_for >= '100 days'::interval) AND (requests_kept_for <= '10 years'::interval))),
  constraint settings_requests_per_phone_per_day_check CHECK (((requests_per_phone_per_day >= 1) AND (requests_per_phone_per_day <= 10000))),
  constraint settings_requests_per_seller_per_day_check CHECK (((requests_per_seller_per_day >= 1) AND (requests_per_seller_per_day <= 10000))),
  constraint settings_requests_per_user_per_day_check CHECK (((requests_per_user_per_day >= 1) AND (requests_per_user_per_day <= 10000))),
  constraint settings_retired_devices_kept_for_check CHECK (((retired_devices_kept_for >= '1 day'::interval) AND (retired_devices_kept_for <= '400 days'::interval))),
  constraint settings_reveals_per_seller_per_day_check CHECK (((reveals_per_seller_per_day >= 1) AND (reveals_per_seller_per_day <= 10000))),
  constraint settings_risk_code_at_check CHECK (((risk_code_at >= 40) AND (risk_code_at <= 1000))),
  constraint settings_risk_hold_at_check CHECK (((risk_hold_at >= 40) AND (risk_hold_at <= 1000))),
  constraint settings_risk_mode_check CHECK ((risk_mode = ANY (ARRAY['off'::text, 'watch'::text, 'on'::text]))),
  constraint settings_risk_refuse_at_check CHECK (((risk_refuse_at >= 40) AND (risk_refuse_at <= 1000))),
  constraint settings_risk_weights_check CHECK (((jsonb_typeof(risk_weights) = 'object'::text) AND (NOT jsonb_path_exists(risk_weights, 'strict $.*?((@.double() >= -200 && @.double() <= 200) is unknown || !(@.double() >= -200 && @.double() <= 200))'::jsonpath)))),
  constraint settings_sent_texts_kept_for_check CHECK (((sent_texts_kept_for >= '01:00:00'::interval) AND (sent_texts_kept_for <= '400 days'::interval))),
  constraint settings_sms_per_country_per_day_check CHECK (((sms_per_country_per_day >= 1) AND (sms_per_country_per_day <= 1000000))),
  constraint settings_sms_per_day_check CHECK (((sms_per_day >= 1) AND (sms_per_day <= 1000000))),
  constraint settings_sms_per_prefix_per_day_check CHECK (((sms_per_prefix_per_day >= 1) AND (sms_per_prefix_per_day <= 100000))),
  constraint settings_sms_per_recipient_per_day_check CHECK (((sms_per_recipient_per_day >= 1) AND (sms_per_recipient_per_day <= 10000))),
  constraint settings_time_zone_check CHECK (callback_private.is_time_zone(time_zone)),
  constraint settings_trusted_from_score_check CHECK (((trusted_from_score >= ('-1000000'::integer)::numeric) AND (trusted_from_score <= (1000000)::numeric))),
  constraint settings_trusted_proxies_check CHECK (((trusted_proxies >= 1) AND (trusted_proxies <= 10))),
  constraint settings_unconfirmed_codes_per_prefix_per_day_check CHECK (((unconfirmed_codes_per_prefix_per_day >= 3) AND (unconfirmed_codes_per_prefix_per_day <= 10000))),
  constraint settings_warn_before_expiry_check CHECK (((warn_before_expiry >= '00:15:00'::interval) AND (warn_before_expiry <= '30 days'::interval)))
);
comment on column callback_private.settings.alert_contradictions is 'A seller''s completions of four weeks that buyers contradict raise an alert from so many on, if they are also a quarter of all.';
comment on column callback_private.settings.alert_emails is 'Mail addresses that get alerts: a channel that fails, a queue that is old, a flood of requests, maintenance that does not run. [personal: policy; admins]';
comment on column callback_private.settings.alert_failures is 'A channel that fails this often within 15 minutes, and more often than it succeeds, raises an alert.';
comment on column callback_private.settings.alert_flood_requests is 'So many requests within an hour raise an alert, if they are also five times the usual.';
comment on column callback_private.settings.alert_least_requests is 'From how many requests on silent sellers and slow responses raise an alert: fewer say little.';
comment on column callback_private.settings.alert_queue_age is 'A delivery that could have been sent this long ago raises an alert.';
comment on column callback_private.settings.alert_silent_percent is 'When sellers leave this share of a week''s requests without an answer, it raises an alert.';
comment on column callback_private.settings.alert_slow_times is 'When a day''s median response takes so many times that of the same weekday before, it raises an alert.';
comment on column callback_private.settings.alert_webhook_url is 'Where alerts are posted as JSON, signed if the worker has ALERT_WEBHOOK_SECRET. Null for nowhere.';
comment on column callback_private.settings.allowed_phone_regions is 'Countries whose numbers are accepted, and to which SMS are sent; null: all.';
comment on column callback_private.settings.audit_kept_for is 'How long the record of operators'' actions and of policy changes is kept.';
comment on column callback_private.settings.brand_address is 'The postal address below mails, which many countries require.';
comment on column callback_private.settings.brand_color is 'The button''s color in mails; text on it turns white or black.';
comment on column callback_private.settings.brand_logo_url is 'Address of an image, shown 40 pixels high in mails; null: the name is shown.';
comment on column callback_private.settings.brand_name is 'What people call your marketplace, in mails, SMS and on pages; null: the host of PUBLIC_URL.';
comment on column callback_private.settings.brand_reply_to is 'Where replies to mails go; null: MAIL_FROM.';
comment on column callback_private.settings.channels is 'Channels besides the app. A worker adds those it serves; remove one to stop new deliveries for it.';
comment on column callback_private.settings.codes_per_person_per_day is 'How many codes a buyer can be sent in a day. After that, requests that need a code wait for an operator.';
comment on column callback_private.settings.confirmed_phone_kept_for is 'How long a buyer needs no new code for a number that they confirmed.';
comment on column callback_private.settings.consent_required is 'Whether a request is refused that comes without the buyer''s consent to a published text.';
comment on column callback_private.settings.default_phone_region is 'The country of numbers in profiles that have no country code; null: they get no SMS.';
comment on column callback_private.settings.deliveries_retried_for is 'How long a delivery that fails temporarily is retried, from its first attempt.';
comment on column callback_private.settings.erasures_kept_for is 'How long the hash of an erased person is kept: as long as the oldest backup that might be restored.';
comment on column callback_private.settings.events_kept_for is 'How long the history of requests is kept; the counts stay.';
comment on column callback_private.settings.expires_after is 'How long a request stays open.';
comment on column callback_private.settings.extensions_per_request is 'How often a buyer may extend a request, each time by expires_after.';
comment on column callback_private.settings.held_requests_kept_for is 'How long held requests are kept after the decision.';
comment on column callback_private.settings.idempotency_keys_kept_for is 'How long a repeated write is recognized by its Idempotency-Key.';
comment on column callback_private.settings.identifiers_kept_for is 'How long keyed hashes of numbers, IP addresses, devices and texts are kept, to recognize abuse; their key changes as often.';
comment on column callback_private.settings.locale is 'The language for people who haven''t set one.';
comment on column callback_private.settings.new_request_after_withdrawal is 'Whether a buyer who withdraws may request a callback about the same listing again that day, once.';
comment on column callback_private.settings.notifications_kept_for is 'How long notifications and their deliveries are kept.';
comment on column callback_private.settings.offered_texts is 'Messages that the marketplace offers its buyers to send as they are; many may send the same one.';
comment on column callback_private.settings.only_row is 'Keeps the table to one row.';
comment on column callback_private.settings.open_urgent_requests_per_user is 'How many urgent requests a buyer may have open at once; null: no limit.';
comment on column callback_private.settings.operator_claim is 'The claim of a token that marks an operator: a name, or a path such as app_metadata.role. Users must not be able to write it. Null: nobody.';
comment on column callback_private.settings.operator_roles is 'The role that each value of the claim gives: viewer reads, support may also act on requests, admin may do everything.';
comment on column callback_private.settings.operator_session_idle_time is 'How long an operator stays signed in without using the console.';
comment on column callback_private.settings.operator_session_lifetime is 'After this time an operator signs in again, however much they used the console.';
comment on column callback_private.settings.operator_sessions_kept_for is 'How long sessions and links that have ended are still kept.';
comment on column callback_private.settings.phone_visibility is 'Whether a seller reads the number of an open request (open), or a mask until they call or show it (on_call).';
comment on column callback_private.settings.phones_kept_for is 'How long after a request''s end the buyer''s number is kept.';
comment on column callback_private.settings.refusals_kept_for is 'How long recorded refusals, such as reached limits, are kept.';
comment on column callback_private.settings.remind_after is 'How long a request waits before the seller is reminded, once; at most half of expires_after; null: never.';
comment on column callback_private.settings.request_facts_kept_for is 'How long the facts of requests are kept, for learning: counts and ages, without numbers, addresses or texts.';
comment on column callback_private.settings.requests_from is 'Whose requests are taken. trusted: only those of trusted buyers. trusted_for_urgent: only trusted buyers may make urgent ones. Trusted are people whom the marketplace has verified, and those of trusted_from_score. Sellers may be stricter.';
comment on column callback_private.settings.requests_kept_for is 'How long after a request''s end its people, its listing and what they wrote are kept; the rest stays for the totals.';
comment on column callback_private.settings.requests_per_phone_per_day is 'How many requests may name the same phone number in a day, by all buyers together.';
comment on column callback_private.settings.requests_per_seller_per_day is 'How many requests a seller gets in a day at most.';
comment on column callback_private.settings.requests_per_user_per_day is 'How many requests a buyer may make in a day.';
comment on column callback_private.settings.retired_devices_kept_for is 'How long a device that no longer gets push is kept, with the reason.';
comment on column callback_private.settings.reveals_per_seller_per_day is 'Of how many requests a seller may see the number in a day, where numbers are masked.';
comment on column callback_private.settings.risk_code_at is 'Risk points from which a buyer must confirm the number by a code that we text them. Where no SMS can be sent, the request waits for an operator. Null: nobody is asked for a code.';
comment on column callback_private.settings.risk_hold_at is 'Risk points from which a request waits for an operator.';
comment on column callback_private.settings.risk_mode is 'What happens to risky requests. on: they are held or refused. watch: they are only scored. off: nothing is scored, and the block list is ignored. In on and watch, blocked people and numbers are refused. Nothing is held while there is no operator.';
comment on column callback_private.settings.risk_refuse_at is 'Risk points from which a request is refused.';
comment on column callback_private.settings.risk_weights is 'Points of signals, where they are not the default: {"link": 10}; 0 turns one off. Their names are in docs/abuse.md.';
comment on column callback_private.settings.sent_texts_kept_for is 'How long operators can read the text of a message that was sent.';
comment on column callback_private.settings.sms_per_country_per_day is 'SMS to one country in a day.';
comment on column callback_private.settings.sms_per_day is 'SMS in a day in total: what a day can cost.';
comment on column callback_private.settings.sms_per_prefix_per_day is 'SMS in a day to numbers that differ only in their last four digits, which are often rented together.';
comment on column callback_private.settings.sms_per_recipient_per_day is 'SMS to one number in a day; what exceeds a cap is never sent.';
comment on column callback_private.settings.time_zone is 'The marketplace''s zone, which decides what "a day" is. An IANA name.';
comment on column callback_private.settings.trusted_from_score is 'Trust score from which a buyer counts as trusted without being verified. Null: no score is enough.';
comment on column callback_private.settings.trusted_proxies is 'On Supabase: how many proxies before PostgREST add to X-Forwarded-For; the address that many from its end is the buyer''s. Null: addresses are not used.';
comment on column callback_private.settings.unconfirmed_codes_per_prefix_per_day is 'How many requests in a day may leave their codes unconfirmed, with numbers that differ only in their last four digits. After that, such numbers get no more codes, and an alert is sent.';
comment on column callback_private.settings.urgent_overrides_quiet_hours is 'Whether urgent requests reach people in quiet hours, unless they turned that off.';
comment on column callback_private.settings.warn_before_expiry is 'How long before a request expires both sides are warned; a quarter of expires_after if that is shorter; null: never.';
comment on constraint settings_alert_contradictions_check on callback_private.settings is 'alert_contradictions: must be between 3 and 10000.';
comment on constraint settings_alert_emails_check on callback_private.settings is 'alert_emails: must be at most 10 mail addresses such as ops@shop.example.com, without names.';
comment on constraint settings_alert_failures_check on callback_private.settings is 'alert_failures: must be between 1 and 10000.';
comment on constraint settings_alert_flood_requests_check on callback_private.settings is 'alert_flood_requests: must be between 1 and 1000000.';
comment on constraint settings_alert_least_requests_check on callback_private.settings is 'alert_least_requests: must be between 10 and 1000000.';
comment on constraint settings_alert_queue_age_check on callback_private.settings is 'alert_queue_age: must be between 1 minute and 1 day.';
comment on constraint settings_alert_silent_percent_check on callback_private.settings is 'alert_silent_percent: must be between 10 and 100.';
comment on constraint settings_alert_slow_times_check on callback_private.settings is 'alert_slow_times: must be between 2 and 100.';
comment on constraint settings_alert_webhook_url_check on callback_private.settings is 'alert_webhook_url: must be an address such as https://hooks.example.com/ringback without a user name, at most 2000 characters.';
comment on constraint settings_allowed_phone_regions_check on callback_private.settings is 'allowed_phone_regions: must be two-letter country codes such as US, or null for all countries.';
comment on constraint settings_audit_kept_for_check on callback_private.settings is 'audit_kept_for: must be between 90 days and 20 years.';
comment on constraint settings_brand_address_check on callback_private.settings is 'brand_address: must be at most 6 lines and 300 characters, without control or text-direction characters.';
comment on constraint settings_brand_color_check on callback_private.settings is 'brand_color: must be # and six lower-case hexadecimal digits, such as #1f5fd0.';
comment on constraint settings_brand_logo_url_check on callback_private.settings is 'brand_logo_url: must be an https address of an image such as https://shop.example.com/logo.png, at most 2000 characters.';
comment on constraint settings_brand_name_check on callback_private.settings is 'brand_name: must be 1 to 60 characters on one line, without control or text-direction characters.';
comment on constraint settings_brand_reply_to_check on callback_private.settings is 'brand_reply_to: must be one mail address such as help@shop.example.com, without a name.';
comment on constraint settings_channels_check on callback_private.settings is 'channels: must be email, sms, expo_push or web_push, each once.';
comment on constraint settings_codes_per_person_per_day_check on callback_private.settings is 'codes_per_person_per_day: must be between 1 and 100.';
comment on constraint settings_confirmed_phone_kept_for_check on callback_private.settings is 'confirmed_phone_kept_for: must be between 1 day and 2 years.';
comment on constraint settings_default_phone_region_check on callback_private.settings is 'default_phone_region: must be a two-letter country code such as GB, or null.';
comment on constraint settings_deliveries_retried_for_check on callback_private.settings is 'deliveries_retried_for: must be between 1 minute and 7 days.';
comment on constraint settings_erasures_kept_for_check on callback_private.settings is 'erasures_kept_for: must be between 30 days and 20 years.';
comment on constraint settings_events_kept_for_check on callback_private.settings is 'events_kept_for: must be between 100 days and 10 years.';
comment on constraint settings_expires_after_check on callback_private.settings is 'expires_after: must be between 1 hour and 90 days.';
comment on constraint settings_extensions_per_request_check on callback_private.settings is 'extensions_per_request: must be between 0 and 100.';
comment on constraint settings_held_requests_kept_for_check on callback_private.settings is 'held_requests_kept_for: must be between 1 day and 400 days.';
comment on constraint settings_idempotency_keys_kept_for_check on callback_private.settings is 'idempotency_keys_kept_for: must be between 24 hours and 30 days.';
comment on constraint settings_identifiers_kept_for_check on callback_private.settings is 'identifiers_kept_for: must be between 1 day and 90 days.';
comment on constraint settings_locale_check on callback_private.settings is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint settings_notifications_kept_for_check on callback_private.settings is 'notifications_kept_for: must be between 7 days and 10 years.';
comment on constraint settings_offered_texts_check on callback_private.settings is 'offered_texts: must be at most 100 texts of 20000 characters together.';
comment on constraint settings_only_row_check on callback_private.settings is 'only_row: must be true; there is one row.';
comment on constraint settings_open_urgent_requests_per_user_check on callback_private.settings is 'open_urgent_requests_per_user: must be between 0 and 10000, or null for any number.';
comment on constraint settings_operator_claim_check on callback_private.settings is 'operator_claim: must be a claim of 1 to 200 characters that people cannot write themselves, such as app_metadata.role.';
comment on constraint settings_operator_roles_check on callback_private.settings is 'operator_roles: must be a JSON object from values of the claim to viewer, support or admin.';
comment on constraint settings_operator_session_idle_time_check on callback_private.settings is 'operator_session_idle_time: must be between 5 minutes and 30 days.';
comment on constraint settings_operator_session_lifetime_check on callback_private.settings is 'operator_session_lifetime: must be between 5 minutes and 90 days.';
comment on constraint settings_operator_sessions_kept_for_check on callback_private.settings is 'operator_sessions_kept_for: must be between 0 days and 1 year.';
comment on constraint settings_phone_visibility_check on callback_private.settings is 'phone_visibility: must be open or on_call.';
comment on constraint settings_phones_kept_for_check on callback_private.settings is 'phones_kept_for: must be between 0 and 10 years.';
comment on constraint settings_refusals_kept_for_check on callback_private.settings is 'refusals_kept_for: must be between 1 day and 400 days.';
comment on constraint settings_remind_after_check on callback_private.settings is 'remind_after: must be between 30 minutes and 30 days, or null for no reminders.';
comment on constraint settings_request_facts_kept_for_check on callback_private.settings is 'request_facts_kept_for: must be between 1 day and 5 years.';
comment on constraint settings_requests_from_check on callback_private.settings is 'requests_from: must be everyone, trusted_for_urgent or trusted.';
comment on constraint settings_requests_kept_for_check on callback_private.settings is 'requests_kept_for: must be between 100 days and 10 years; figures look back 90 days.';
comment on constraint settings_requests_per_phone_per_day_check on callback_private.settings is 'requests_per_phone_per_day: must be between 1 and 10000.';
comment on constraint settings_requests_per_seller_per_day_check on callback_private.settings is 'requests_per_seller_per_day: must be between 1 and 10000.';
comment on constraint settings_requests_per_user_per_day_check on callback_private.settings is 'requests_per_user_per_day: must be between 1 and 10000.';
comment on constraint settings_retired_devices_kept_for_check on callback_private.settings is 'retired_devices_kept_for: must be between 1 day and 400 days.';
comment on constraint settings_reveals_per_seller_per_day_check on callback_private.settings is 'reveals_per_seller_per_day: must be between 1 and 10000.';
comment on constraint settings_risk_code_at_check on callback_private.settings is 'risk_code_at: must be between 40 and 1000, or null.';
comment on constraint settings_risk_hold_at_check on callback_private.settings is 'risk_hold_at: must be between 40 and 1000.';
comment on constraint settings_risk_mode_check on callback_private.settings is 'risk_mode: must be off, watch or on.';
comment on constraint settings_risk_refuse_at_check on callback_private.settings is 'risk_refuse_at: must be between 40 and 1000.';
comment on constraint settings_risk_weights_check on callback_private.settings is 'risk_weights: must be a JSON object from names of signals to points from -200 to 200.';
comment on constraint settings_sent_texts_kept_for_check on callback_private.settings is 'sent_texts_kept_for: must be between 1 hour and 400 days.';
comment on constraint settings_sms_per_country_per_day_check on callback_private.settings is 'sms_per_country_per_day: must be between 1 and 1000000.';
comment on constraint settings_sms_per_day_check on callback_private.settings is 'sms_per_day: must be between 1 and 1000000.';
comment on constraint settings_sms_per_prefix_per_day_check on callback_private.settings is 'sms_per_prefix_per_day: must be between 1 and 100000.';
comment on constraint settings_sms_per_recipient_per_day_check on callback_private.settings is 'sms_per_recipient_per_day: must be between 1 and 10000.';
comment on constraint settings_time_zone_check on callback_private.settings is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on constraint settings_trusted_from_score_check on callback_private.settings is 'trusted_from_score: must be between -1000000 and 1000000.';
comment on constraint settings_trusted_proxies_check on callback_private.settings is 'trusted_proxies: must be between 1 and 10, or null.';
comment on constraint settings_unconfirmed_codes_per_prefix_per_day_check on callback_private.settings is 'unconfirmed_codes_per_prefix_per_day: must be between 3 and 10000.';
comment on constraint settings_warn_before_expiry_check on callback_private.settings is 'warn_before_expiry: must be between 15 minutes and 30 days, or null for no warnings.';
comment on table callback_private.settings is 'The operator''s policy: one row. [not personal]';
alter table callback_private.settings enable row level security;
create policy select_all on callback_private.settings for select to callback_service, service_role using (true);
CREATE TRIGGER settings_changed AFTER UPDATE ON callback_private.settings FOR EACH ROW EXECUTE FUNCTION callback_private.record_settings_change();
grant select on callback_private.settings to callback_service;
grant select on callback_private.settings to service_role;

create table callback_private.sms_counts (
  day date not null,
  cap text not null,
  key text not null,
  sent integer not null,
  constraint sms_counts_pkey PRIMARY KEY (day, cap, key),
  constraint sms_counts_cap_check CHECK ((cap = ANY (ARRAY['recipient'::text, 'prefix'::text, 'country'::text, 'day'::text]))),
  constraint sms_counts_sent_check CHECK ((sent > 0))
);
comment on column callback_private.sms_counts.key is 'The number''s hash, the number without its last four digits, the country''s code, or nothing for all. [personal: sms_counts; nobody]';
comment on constraint sms_counts_cap_check on callback_private.sms_counts is 'cap: must be recipient, prefix, country or day.';
comment on constraint sms_counts_sent_check on callback_private.sms_counts is 'sent: must be above 0.';
comment on table callback_private.sms_counts is 'SMS of a day to a number, to numbers with the same beginning, to a country, and in all; kept for two days.';
alter table callback_private.sms_counts enable row level security;

create table callback_private.sms_stops (
  phone_hash text not null,
  stopped_at timestamp with time zone not null default now(),
  constraint sms_stops_pkey PRIMARY KEY (phone_hash)
);
comment on column callback_private.sms_stops.phone_hash is 'The number''s hash. [personal: stop; nobody]';
comment on table callback_private.sms_stops is 'Numbers from which STOP came, until START comes; kept, because it must be obeyed.';
alter table callback_private.sms_stops enable row level security;

create table callback_private.stale_days (
  day date not null,
  marked_in xid8 not null default pg_current_xact_id(),
  constraint stale_days_pkey PRIMARY KEY (day, marked_in)
);
comment on table callback_private.stale_days is 'Days whose kept figures are out of date. They are counted from the requests until maintenance has kept them again.';
alter table callback_private.stale_days enable row level security;

create table callback_private.stats (
  user_id callback_private.person_id not null,
  is_seller boolean not null,
  total bigint not null default 0,
  pending bigint not null default 0,
  acknowledged bigint not null default 0,
  completed bigint not null default 0,
  cancelled bigint not null default 0,
  expired bigint not null default 0,
  closed bigint not null default 0,
  constraint stats_pkey PRIMARY KEY (user_id, is_seller)
);
comment on column callback_private.stats.closed is 'Of the cancelled: those that an operator or the system cancelled. They count in no rate.';
comment on column callback_private.stats.user_id is 'Whose counts they are. [personal: person; the person, staff]';
alter table callback_private.stats enable row level security;

create table callback_private.stats_ahead (
  user_id callback_private.person_id not null,
  is_seller boolean not null,
  counted_from xid8 not null,
  counted_before xid8 not null,
  noted_in xid8 not null default pg_current_xact_id(),
  total bigint not null,
  pending bigint not null,
  acknowledged bigint not null,
  completed bigint not null,
  cancelled bigint not null,
  expired bigint not null,
  closed bigint not null,
  constraint stats_ahead_pkey PRIMARY KEY (user_id, is_seller, counted_from, counted_before, noted_in)
);
comment on column callback_private.stats_ahead.counted_from is 'The boundary when it was noted; after another it says nothing.';
comment on column callback_private.stats_ahead.noted_in is 'The transaction, so that nobody waits for another who notes the same.';
comment on column callback_private.stats_ahead.user_id is 'Whose counts they are. [personal: person; the person, staff]';
comment on table callback_private.stats_ahead is 'What a person''s events from the boundary on add to stats. Goes when the boundary moves.';
CREATE INDEX stats_ahead_by_boundary ON callback_private.stats_ahead USING btree (counted_from);
alter table callback_private.stats_ahead enable row level security;

create table callback_private.stats_position (
  only_row boolean not null default true,
  counted_before xid8 not null default '0'::xid8,
  time_zone text,
  constraint stats_position_pkey PRIMARY KEY (only_row),
  constraint stats_position_only_row_check CHECK (only_row),
  constraint stats_position_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 64)))
);
comment on column callback_private.stats_position.time_zone is 'The zone whose hours day_figures has; null before anything is kept. [not personal]';
comment on constraint stats_position_only_row_check on callback_private.stats_position is 'only_row: must be true; there is one row.';
comment on constraint stats_position_time_zone_check on callback_private.stats_position is 'time_zone: must be 1 to 64 characters.';
comment on table callback_private.stats_position is '[not personal]';
alter table callback_private.stats_position enable row level security;

create table callback_private.switches (
  kind text not null,
  value text not null,
  notice text,
  constraint switches_pkey PRIMARY KEY (value, kind),
  constraint switches_kind_check CHECK ((kind = ANY (ARRAY['everything'::text, 'category'::text, 'country'::text]))),
  constraint switches_notice_check CHECK (callback_private.is_plain_text(notice, 300, true)),
  constraint switches_value_check CHECK ((callback_private.is_plain_text(value, 100) AND
CASE kind
    WHEN 'everything'::text THEN (value = 'all'::text)
    WHEN 'country'::text THEN (value ~ '^[A-Z]{2}$'::text)
    ELSE true
END))
);
comment on column callback_private.switches.notice is 'What buyers read; null: a sentence in their language.';
comment on column callback_private.switches.value is 'A category or a country as callback_private.host_listings has it; all for everything.';
comment on constraint switches_kind_check on callback_private.switches is 'kind: must be everything, category or country.';
comment on constraint switches_notice_check on callback_private.switches is 'notice: must be 1 to 300 characters, without control or text-direction characters.';
comment on constraint switches_value_check on callback_private.switches is 'value: must be all, a category of 1 to 100 characters, or a two-letter country code such as GB.';
comment on table callback_private.switches is 'Where new requests are refused with callbacks_off; a row is what is off. [not personal]';
alter table callback_private.switches enable row level security;
CREATE TRIGGER switches_changed AFTER INSERT OR DELETE OR UPDATE ON callback_private.switches FOR EACH ROW EXECUTE FUNCTION callback_private.record_switch_change();

create table callback_private.trust_entries (
  id uuid not null,
  person_id callback_private.person_id,
  phone text,
  list callback_private.trust_list not null,
  reason text not null,
  created_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone,
  operator_id uuid not null,
  constraint trust_entries_pkey PRIMARY KEY (id),
  constraint trust_entries_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES callback_private.operators(id),
  constraint trust_entries_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.profiles(id) ON DELETE CASCADE,
  constraint trust_entries_ends_at_check CHECK ((ends_at > created_at)),
  constraint trust_entries_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
  constraint trust_entries_reason_check CHECK (callback_private.is_plain_text(reason, 500, true)),
  constraint trust_entries_subject_check CHECK ((num_nonnulls(person_id, phone) = 1))
);
comment on column callback_private.trust_entries.operator_id is 'Who entered it.';
comment on column callback_private.trust_entries.person_id is 'Whom it is about. [personal: trust_entries; staff]';
comment on column callback_private.trust_entries.phone is 'The number it is about. [personal: trust_entries; staff, masked]';
comment on column callback_private.trust_entries.reason is 'Why. [personal: trust_entries; staff]';
comment on constraint trust_entries_ends_at_check on callback_private.trust_entries is 'ends_at: must be in the future.';
comment on constraint trust_entries_phone_check on callback_private.trust_entries is 'phone: must be an international number such as +14155550123.';
comment on constraint trust_entries_reason_check on callback_private.trust_entries is 'reason: must be 1 to 500 characters, without control or text-direction characters.';
comment on constraint trust_entries_subject_check on callback_private.trust_entries is 'person_id: must be a person, or phone a number.';
comment on table callback_private.trust_entries is 'People and numbers whose requests are refused (block) or never held (allow). One that has ended goes after settings.held_requests_kept_for.';
CREATE INDEX trust_entries_by_age ON callback_private.trust_entries USING btree (created_at, id);
CREATE INDEX trust_entries_by_end ON callback_private.trust_entries USING btree (ends_at) WHERE (ends_at IS NOT NULL);
CREATE INDEX trust_entries_by_operator ON callback_private.trust_entries USING btree (operator_id);
CREATE UNIQUE INDEX trust_entries_by_person ON callback_private.trust_entries USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX trust_entries_by_phone ON callback_private.trust_entries USING btree (phone) WHERE (phone IS NOT NULL);
alter table callback_private.trust_entries enable row level security;

create view callback_private.host_blocks (
  blocker_id uuid,
  blocked_id uuid
);

create view callback_private.host_listings (
  id uuid,
  seller_id uuid,
  title text,
  price numeric,
  currency text,
  category text,
  image_url text,
  is_available boolean,
  location text,
  country text,
  url text,
  phone text
);

create view callback_private.host_profiles (
  id uuid,
  full_name text,
  phone text,
  email text,
  avatar_url text,
  is_verified boolean,
  trust_score numeric,
  is_active boolean,
  created_at timestamp with time zone,
  time_zone text,
  locale text
);

create function public.add_callback_operator_note(
    p_request_id uuid,
    p_note text,
    p_idempotency_key text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: adds a note that only operators read: { request, replayed }.

create function public.add_callback_trust_entry(p_entry jsonb, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role admin: blocks or allows a person or a number, in place of an earlier entry.

create function public.can_request_callback(
    p_listing_id uuid,
    p_seller_id uuid DEFAULT NULL::uuid,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Whether the caller may request a callback about a listing now: { can_request, reason, message, notice, limit, retry_at, can_ask_for_review, urgent_left, urgent_needs_trust, existing_request, seller, listing }.

create function public.change_callback_policy(
    p_changes jsonb,
    p_revision text,
    p_preview boolean DEFAULT false,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: An admin changes settings ({name: value}), all or none, or previews it: { revision, changes }.

create function public.change_callback_request(
    p_request_id uuid,
    p_new_status text,
    p_reason text DEFAULT NULL::text,
    p_idempotency_key text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Acknowledges, completes or cancels a request: { request, replayed }.

create function public.close_callback_request(
    p_request_id uuid,
    p_reason text DEFAULT NULL::text,
    p_idempotency_key text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: cancels an open request for the marketplace: { request, replayed }.

create function public.confirm_callback_code(p_request_id uuid, p_code text, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The buyer enters the code that confirms the number, and the request is sent: the request, or { refusal } with tries_left.

create function public.confirm_callback_request(
    p_request_id uuid,
    p_answer text,
    p_rating integer DEFAULT NULL::integer,
    p_idempotency_key text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The buyer answers whether the call of a completed request took place: talked (perhaps with a rating), not_called or wrong_person: { request, replayed }.

create function public.create_callback_request(
    p_requester_id uuid DEFAULT NULL::uuid,
    p_seller_id uuid DEFAULT NULL::uuid,
    p_listing_id uuid DEFAULT NULL::uuid,
    p_requester_phone text DEFAULT NULL::text,
    p_requester_name text DEFAULT NULL::text,
    p_message text DEFAULT NULL::text,
    p_callback_reason text DEFAULT NULL::text,
    p_preferred_time text DEFAULT NULL::text,
    p_preferred_days text[] DEFAULT NULL::text[],
    p_priority text DEFAULT 'normal'::text,
    p_time_zone text DEFAULT NULL::text,
    p_idempotency_key text DEFAULT NULL::text)
  returns uuid language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Requests a call from the seller of a listing; returns the request's id.

create function public.decide_callback_reviews(p_decision jsonb, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: approves, rejects or reopens requests; an admin may block their senders too: { results, trust_entry_ids }.

create function public.edit_callback_request(
    p_request_id uuid,
    p_changes jsonb,
    p_idempotency_key text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The buyer edits an open request; a field that p_changes leaves out stays, null clears it: { request, replayed }, or { refusal }.

create function public.edit_callback_request_phone(
    p_request_id uuid,
    p_phone text,
    p_consent boolean,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: corrects the number of an open request, with the buyer's consent. Returns what inspect_callback_request does.

create function public.end_callback_operator_session(p_session_id uuid, p_operator_id uuid DEFAULT NULL::uuid)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: ends a session of their own; for admins: of anyone.

create function public.erase_callback_data(p_confirm text DEFAULT NULL::text, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Erases everything stored about the caller, for good; p_confirm is the word erase.

create function public.erase_callback_person(
    p_person_id uuid,
    p_reason text DEFAULT NULL::text,
    p_preview boolean DEFAULT false,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role admin: erases everything stored about a person, for good; p_preview only counts.

create function public.expire_callback_requests(p_limit integer DEFAULT 1000)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role
  comment: For the service only: closes overdue requests, at most p_limit, and notifies both sides; returns how many.

create function public.export_callback_data(p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Everything stored about the caller.

create function public.export_callback_person(
    p_person_id uuid,
    p_reason text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: everything stored about a person; the audit keeps that it was asked for.

create function public.extend_callback_request(
    p_request_id uuid,
    p_idempotency_key text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The buyer extends an open request: { request, replayed }, or { refusal }.

create function public.get_callback_consent(p_locale text DEFAULT NULL::text, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: What the caller agrees to by requesting a callback: { version, locale, text, is_required }.

create function public.get_callback_delivery(p_delivery_id uuid, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: one delivery with the text that was sent, masked.

create function public.get_callback_delivery_figures(
    p_from date DEFAULT NULL::date,
    p_to date DEFAULT NULL::date,
    p_interval text DEFAULT NULL::text,
    p_channel text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: what was sent, arrived or failed in a range of days, and how long it took.

create function public.get_callback_delivery_overview(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: the queue of every channel, and dead letters by reason: { channels, dead_letters, is_complete }.

create function public.get_callback_figures(
    p_from date DEFAULT NULL::date,
    p_to date DEFAULT NULL::date,
    p_interval text DEFAULT NULL::text,
    p_category text DEFAULT NULL::text,
    p_country text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: the marketplace's figures of a range of days, without personal data.

create function public.get_callback_listing_figures(
    p_by text DEFAULT NULL::text,
    p_from date DEFAULT NULL::date,
    p_to date DEFAULT NULL::date,
    p_sort text DEFAULT NULL::text,
    p_category text DEFAULT NULL::text,
    p_limit integer DEFAULT NULL::integer,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: listings or categories with five requests or more in a range of days, compared.

create function public.get_callback_overview(p_days integer DEFAULT 30, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: the whole marketplace's numbers over the last p_days days, without personal data.

create function public.get_callback_own_figures(
    p_from date DEFAULT NULL::date,
    p_to date DEFAULT NULL::date,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The caller's figures as a seller in a range of days, beside those of as many days before.

create function public.get_callback_policy(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: each setting with meaning, default, range, last change: { revision, settings }.

create function public.get_callback_preferences(p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: What reaches the caller by which channel, quiet hours, time zone and language.

create function public.get_callback_request(p_request_id uuid, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: One request of the caller's, with its history and the calls made.

create function public.get_callback_request_stats(p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The caller's counts and rates: { as_seller, as_requester }.

create function public.get_callback_response_time(p_seller_id uuid, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: How soon a seller usually answers: { usual_response_minutes, basis }; basis is for the seller alone.

create function public.get_callback_retention(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: what clean-up is about to delete, and what it deleted.

create function public.get_callback_seller_figures(
    p_from date DEFAULT NULL::date,
    p_to date DEFAULT NULL::date,
    p_sort text DEFAULT NULL::text,
    p_limit integer DEFAULT NULL::integer,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: the sellers with five requests or more in a range of days, compared.

create function public.get_callback_storage(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: sizes of our tables, and the statements that take the most time.

create function public.get_callback_system(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: processes, queues, maintenance, and what is wrong with a cure for each.

create function public.get_callback_times(
    p_from date DEFAULT NULL::date,
    p_to date DEFAULT NULL::date,
    p_time_zone text DEFAULT NULL::text,
    p_category text DEFAULT NULL::text,
    p_country text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: the hours at which people want to be called, are called and are reached.

create function public.get_requester_callback_requests(
    p_requester_id uuid DEFAULT NULL::uuid,
    p_status text DEFAULT NULL::text,
    p_limit integer DEFAULT 20,
    p_offset integer DEFAULT 0)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The requests that a buyer sent, newest first, as an array.

create function public.get_seller_callback_requests(
    p_seller_id uuid DEFAULT NULL::uuid,
    p_status text DEFAULT NULL::text,
    p_limit integer DEFAULT 20,
    p_offset integer DEFAULT 0)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The requests that a seller received, newest first, as an array.

create function public.get_unread_callback_notification_count(p_user_id uuid DEFAULT NULL::uuid)
  returns integer language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: How many notifications the caller has not read.

create function public.hold_callback_person(
    p_person_id uuid,
    p_reason text DEFAULT NULL::text,
    p_ends_at timestamp with time zone DEFAULT NULL::timestamp with time zone,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role admin: nothing stored about the person is erased before p_ends_at.

create function public.inspect_callback_person(p_person_id uuid, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a person with both sides of their requests, settings, devices, limits, blocks and notifications.

create function public.inspect_callback_request(p_request_id uuid, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a request with what each side sees of it, its history, notes and notifications; numbers are masked.

create function public.list_callback_alerts(
    p_open_only boolean DEFAULT false,
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: one page of alerts, newest first: { items, next_cursor }.

create function public.list_callback_audit(
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_of_operator uuid DEFAULT NULL::uuid,
    p_action text DEFAULT NULL::text,
    p_subject_kind text DEFAULT NULL::text,
    p_subject_id text DEFAULT NULL::text,
    p_from timestamp with time zone DEFAULT NULL::timestamp with time zone,
    p_to timestamp with time zone DEFAULT NULL::timestamp with time zone,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a page of what operators did, newest first: { items, next_cursor }.

create function public.list_callback_consents(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: what buyers agreed to, the newest version first.

create function public.list_callback_deliveries(
    p_channel text DEFAULT NULL::text,
    p_state text DEFAULT NULL::text,
    p_reason text DEFAULT NULL::text,
    p_from timestamp with time zone DEFAULT NULL::timestamp with time zone,
    p_to timestamp with time zone DEFAULT NULL::timestamp with time zone,
    p_request_id uuid DEFAULT NULL::uuid,
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: one page of deliveries, newest first: { items, next_cursor }.

create function public.list_callback_devices(p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Where push reaches the caller, the newest first: [{ kind, token, locale, registered_at }].

create function public.list_callback_holds(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: the legal holds in force, the first to end on top.

create function public.list_callback_notifications(
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_unread_only boolean DEFAULT false,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: A page of the caller's notifications, newest first: { items, next_cursor }.

create function public.list_callback_operator_sessions(
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_of_operator uuid DEFAULT NULL::uuid,
    p_ended boolean DEFAULT false,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a page of their open sessions, for admins of everyone's: { items, next_cursor }. p_ended: also those that have ended.

create function public.list_callback_operators(
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a page of all operators, newest first: { items, next_cursor }.

create function public.list_callback_policy_changes(
    p_setting text DEFAULT NULL::text,
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: changes of settings and switches, newest first: { items, next_cursor }.

create function public.list_callback_requests(
    p_as text,
    p_status text DEFAULT NULL::text,
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid,
    p_search text DEFAULT NULL::text,
    p_order text DEFAULT 'newest'::text,
    p_listing_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: A page of the caller's requests, as seller or as buyer, newest first: { items, next_cursor }. p_search: words that it must all contain. p_order: needs_action puts a seller's open requests first, the most urgent on top. p_listing_id: about one listing.

create function public.list_callback_reviews(
    p_state text DEFAULT NULL::text,
    p_related_to uuid DEFAULT NULL::uuid,
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a page of held, refused or risky requests, or of what is related to one: { items, next_cursor, waiting, asked }.

create function public.list_callback_switches(p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: where new requests are off, and can be: { items, categories, countries }.

create function public.list_callback_trust_entries(
    p_list text DEFAULT NULL::text,
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a page of blocked and allowed people and numbers, newest first: { items, next_cursor }.

create function public.log_callback_attempt(
    p_request_id uuid,
    p_outcome text,
    p_idempotency_key text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid,
    p_next_attempt_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The seller logs a call attempt: reached completes the request, any other outcome acknowledges a pending one: { request, replayed }, or { refusal }.

create function public.mark_all_callback_notifications_read(p_user_id uuid DEFAULT NULL::uuid)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Marks all of the caller's notifications as read; returns how many were unread.

create function public.mark_callback_notification_read(p_notification_id uuid, p_user_id uuid DEFAULT NULL::uuid)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Marks one notification of the caller's as read.

create function public.pause_callback_channel(
    p_channel text,
    p_paused boolean,
    p_reason text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role admin: pauses a channel or resumes it: { channel, paused, since, reason }.

create function public.preview_callback_risk(p_changes jsonb, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators and the service: what a change of risk_code_at, risk_hold_at, risk_refuse_at and risk_weights would have done in the last 30 days: { requests, present, tried, completed_stopped, examples }.

create function public.publish_callback_consent(p_texts jsonb, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: An admin publishes what buyers agree to, as a new version with a text by language. Returns all versions.

create function public.rebuild_callback_figures()
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role
  comment: For the service only: counts the figures of every day again; returns how many days.

create function public.release_callback_person(p_person_id uuid, p_operator_id uuid DEFAULT NULL::uuid)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role admin: ends a legal hold.

create function public.remind_callback_sellers(p_limit integer DEFAULT 1000)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role
  comment: For the service only: reminds sellers of requests that have waited long, each once, at most p_limit; returns how many.

create function public.remove_callback_trust_entries(p_entries jsonb, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role admin: takes entries off the lists: { removed }.

create function public.report_callback_request(p_request_id uuid, p_report jsonb, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The seller reports a request (fake_number, spam), blocks its buyer, or takes either back: { id, reason, is_blocked }. The buyer learns of neither.

create function public.resend_callback_code(
    p_request_id uuid,
    p_idempotency_key text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Sends the buyer another code, half a minute after the last at the earliest, three for a request: { request, replayed }, or { refusal }.

create function public.resend_callback_notification(
    p_notification_id uuid,
    p_channel text,
    p_even_if_sent boolean DEFAULT false,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: sends a notification again by one channel: { resent }.

create function public.retire_callback_device(p_token text, p_user_id uuid DEFAULT NULL::uuid)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Stops push to a device of the caller's.

create function public.retry_callback_deliveries(p_which jsonb, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: makes up to 1,000 dead letters due again: { matched, retried, uncertain }.

create function public.reveal_callback_phone(p_request_id uuid, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The seller sees the number of an open request: { id, requester_phone }, or { refusal }. Every reveal is recorded.

create function public.reveal_callback_request_phone(p_request_id uuid, p_reason text, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role support: the buyer's number of a request: { id, requester_phone }. The audit keeps who looked, and why.

create function public.rollup_callback_stats()
  returns bigint language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role
  comment: For the service only: folds new events into the kept counts, so that statistics stay quick; returns how many.

create function public.run_callback_maintenance()
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role
  comment: For the service only: a part of the regular maintenance. Once a minute, call it until has_more is false or the answer is null, which means that another call runs; commit after each.

create function public.save_callback_device(p_token text, p_device jsonb, p_user_id uuid DEFAULT NULL::uuid)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Registers where push reaches the caller: p_device is { kind, p256dh, auth, locale }.

create function public.search_callback_people(
    p_search text,
    p_all boolean DEFAULT false,
    p_limit integer DEFAULT 20,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: the people that p_search means: { items, matched_by, partial, next_cursor }.

create function public.search_callback_requests(
    p_search text DEFAULT NULL::text,
    p_all boolean DEFAULT false,
    p_status text DEFAULT NULL::text,
    p_from timestamp with time zone DEFAULT NULL::timestamp with time zone,
    p_to timestamp with time zone DEFAULT NULL::timestamp with time zone,
    p_country text DEFAULT NULL::text,
    p_channel text DEFAULT NULL::text,
    p_channel_state text DEFAULT NULL::text,
    p_limit integer DEFAULT 20,
    p_cursor text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators: a page of all requests, or of those that p_search means: { items, matched_by, partial, next_cursor }.

create function public.set_callback_operator_access(p_id uuid, p_disabled boolean, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: For operators with the role admin: disables another operator, which ends their sessions, or enables them again.

create function public.set_callback_preferences(p_preferences jsonb, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Changes the caller's preferences: a field that p_preferences leaves out stays. Returns all of them.

create function public.set_callback_seller_note(p_request_id uuid, p_note text, p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The seller's own note about a request, also after its end; null clears it. Only the seller reads it. Answers the request.

create function public.set_callback_switch(
    p_kind text,
    p_value text,
    p_off boolean,
    p_notice text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: An admin turns new requests off or on, for everything (all), a category or a country, with a notice for buyers.

create function public.snooze_callback_request(
    p_request_id uuid,
    p_until timestamp with time zone,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The seller puts an open request off until a time before it expires; null ends that, and so does the next call attempt. Only the seller sees it. Answers the request.

create function public.submit_callback_request(
    p_request jsonb,
    p_idempotency_key text DEFAULT NULL::text,
    p_requester_id uuid DEFAULT NULL::uuid,
    p_origin jsonb DEFAULT NULL::jsonb)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Requests a call from the seller of a listing: { request, replayed }, or { refusal }. p_origin: { ip, device }, of trusted callers only.

create function public.undo_callback_acknowledgement(
    p_request_id uuid,
    p_idempotency_key text DEFAULT NULL::text,
    p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: The seller undoes an acknowledgement within seconds, before any call attempt: { request, replayed }.

create function public.undo_callback_policy_change(p_change_id text, p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: An admin undoes a change of the policy that no later one has touched: { revision, changes }.

create function public.update_callback_request_status(
    p_request_id uuid,
    p_new_status text,
    p_user_id uuid DEFAULT NULL::uuid,
    p_reason text DEFAULT NULL::text,
    p_idempotency_key text DEFAULT NULL::text)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Acknowledges, completes or cancels a request; true when it has the new status, also if it had it before.

create function public.withdraw_callback_consent(p_user_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role
  comment: Stops calls and messages to the caller at once: withdraws open requests and turns messages off: { withdrawn_requests }.

create function callback_private.accept_code(p_held callback_private.held_requests)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.acting_operator(p_claimed uuid, p_role text, p_or_service boolean DEFAULT false)
  returns uuid language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.acting_user(p_claimed callback_private.person_id)
  returns callback_private.person_id language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.action_cursor_of(p_place integer, p_at timestamp with time zone, p_id uuid, p_cursor record)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.add_callback_operator_note(p_request_id uuid, p_note text, p_idempotency_key text, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.add_callback_trust_entry(p_entry jsonb, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.add_deliveries(p_notification public.callback_request_notifications, p_channel text)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.add_notification(
    p_request public.callback_requests,
    p_recipient_id callback_private.person_id,
    p_notification_type text,
    p_event_id bigint)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.add_notifications(
    p_request public.callback_requests,
    p_event_id bigint,
    p_event_type text,
    p_actor text,
    p_data jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.added_between(
    p_user_id callback_private.person_id,
    p_is_seller boolean,
    p_from xid8,
    p_to xid8 DEFAULT '18446744073709551615'::xid8, OUT total bigint, OUT pending bigint, OUT acknowledged bigint, OUT completed bigint, OUT cancelled bigint, OUT expired bigint, OUT closed bigint)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.answer_or_raise(p_answer json)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.applied_migrations()
  returns text[] language sql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.apply_policy(p_values jsonb, p_actor jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.apply_settings(p_values jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.apply_switch(p_kind text, p_value text, p_off boolean, p_notice text)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.apply_transition(
    p_request public.callback_requests,
    p_new_status text,
    p_actor text,
    p_reason text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid,
    p_data jsonb DEFAULT '{}'::jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.as_new(p_request public.callback_requests, p_obstacle record)
  returns public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.ask_for_code(p_request public.callback_requests)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.asks_for_review(p_value jsonb)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.audit_id(p_place uuid)
  returns bigint language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.audit_of_erased(p_row callback_private.audit)
  returns callback_private.audit language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.audit_place(p_id bigint)
  returns uuid language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.audit_policy_change(p_operator_id uuid, p_action text, p_old jsonb, p_new jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.begin_sms(p_delivery_id uuid, p_attempt integer, p_phone text)
  returns text language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.beginning_pattern(p_text text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.block_senders(p_ids uuid[], p_block text, p_reason text, p_operator_id uuid)
  returns uuid[] language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.brand_json(p_settings callback_private.settings)
  returns jsonb language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.bucket_seconds(p_bucket double precision)
  returns double precision language sql immutable parallel safe
  execute: the owner alone

create function callback_private.buyers_of_number(p_found record, p_limit integer)
  returns callback_private.person_id[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.call_times_json(p_from date, p_to date, p_time_zone text, p_category text, p_country text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.caller_role()
  returns name language sql stable
  execute: the owner alone

create function callback_private.calling_code(p_phone text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.calling_patterns(p_country text)
  returns text[] language plpgsql stable strict
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.calm_time(p_kind text, p_subject text)
  returns interval language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.can_request_callback(
    p_listing_id callback_private.listing_id,
    p_seller_id callback_private.person_id,
    p_user_id callback_private.person_id)
  returns json language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.category_figures(p_from date, p_to date)
  returns SETOF callback_private.compared language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.change_callback_policy(p_changes jsonb, p_revision text, p_preview boolean, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.change_callback_request(
    p_request_id uuid,
    p_new_status text,
    p_reason text,
    p_idempotency_key text,
    p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.change_status(
    p_request_id uuid,
    p_new_status text,
    p_user_id callback_private.person_id,
    p_reason text)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.changed_by(p_change callback_private.policy_changes)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.changed_names(p_old jsonb, p_new jsonb)
  returns text[] language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.changed_preferences(p_preferences callback_private.preferences, p_changes jsonb)
  returns callback_private.preferences language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.channel_overviews()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.channels_to_show()
  returns TABLE(name text, is_used boolean, place bigint) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_alerts()
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.check_changes(p_changes jsonb)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_edit(p_before public.callback_requests, p_after public.callback_requests)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_page(p_status text, p_limit integer, p_offset integer)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_phone(p_phone text, p_allowed_regions text[])
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_preferences(p_preferences jsonb)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_resend(p_deliveries callback_private.deliveries[], p_even_if_sent boolean)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_setting_values(p_values jsonb)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.check_writable()
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  set lock_timeout=1s
  execute: callback_service, service_role

create function callback_private.claim_deliveries(p_channel text, p_limit integer, p_lease interval)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  set enable_seqscan=off
  set enable_bitmapscan=off
  set join_collapse_limit=1
  set jit=off
  execute: callback_service, service_role

create function callback_private.claim_delivery_checks(p_channel text, p_limit integer)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.close_callback_request(p_request_id uuid, p_reason text, p_idempotency_key text, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.close_lapsed_requests(p_limit integer)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.close_request(p_request_id uuid, p_reason text, p_operator_id uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.code_digits(p_code callback_private.phone_codes)
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.code_resend_at(p_request_id uuid)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.compared_figures(
    p_by text,
    p_from date,
    p_to date,
    p_category text DEFAULT NULL::text,
    p_seller_id callback_private.person_id DEFAULT NULL::uuid)
  returns SETOF callback_private.compared language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.compared_json(p_figures record)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.comparison_json(p_compared callback_private.compared[], p_sort text, p_limit integer, p_of text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.confirm_callback_code(p_request_id uuid, p_code text, p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.confirm_callback_request(
    p_request_id uuid,
    p_answer text,
    p_rating integer,
    p_idempotency_key text,
    p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.confirm_request(
    p_request_id uuid,
    p_answer text,
    p_rating integer,
    p_user_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.confirmable_until(p_completed_at timestamp with time zone)
  returns timestamp with time zone language plpgsql stable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.consent_versions_json()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.contradicted_sellers()
  returns TABLE(sellers bigint, contradicted bigint, completed bigint, since timestamp with time zone) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_calls(
    p_days date[],
    p_category text DEFAULT NULL::text,
    p_country text DEFAULT NULL::text,
    p_is_split boolean DEFAULT false)
  returns TABLE(day date, category text, country text, quarter integer, calls bigint, reached bigint) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_days(
    p_days date[],
    p_category text DEFAULT NULL::text,
    p_country text DEFAULT NULL::text,
    p_is_split boolean DEFAULT false)
  returns TABLE(day date, category text, country text, name text, amount bigint) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_deliveries(
    p_channel text,
    p_status text,
    p_since timestamp with time zone,
    p_limit integer)
  returns bigint language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_delivery_results()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_events(p_from xid8, p_to xid8)
  returns bigint language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_overdue(p_by interval)
  returns bigint language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_sms(p_phone text, p_settings callback_private.settings)
  returns text language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.count_unread_notifications(p_user_ids jsonb)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.counting_sql(p_target text, p_source text)
  returns text language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.counts_of(
    p_user_id callback_private.person_id,
    p_is_seller boolean, OUT total bigint, OUT pending bigint, OUT acknowledged bigint, OUT completed bigint, OUT cancelled bigint, OUT expired bigint, OUT closed bigint)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.create_callback_request(
    p_requester_id callback_private.person_id,
    p_seller_id callback_private.person_id,
    p_listing_id callback_private.listing_id,
    p_requester_phone text,
    p_requester_name text,
    p_message text,
    p_callback_reason text,
    p_preferred_time text,
    p_preferred_days text[],
    p_priority text,
    p_time_zone text,
    p_idempotency_key text)
  returns uuid language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.create_operator_link(p_token_hash bytea, p_name text, p_role text, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.create_operator_session(
    p_link_hash bytea,
    p_operator_id uuid,
    p_cookie_hash bytea,
    p_key_hash bytea,
    p_user_agent text)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.create_request(
    p_request public.callback_requests,
    p_origin jsonb,
    p_asks_for_review boolean, OUT id uuid, OUT refusal json)
  returns record language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.current_alerts(p_maintained boolean)
  returns TABLE(kind text, subject text, figure jsonb) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.cursor_of(p_at timestamp with time zone, p_id uuid)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.data_without_texts(p_data jsonb)
  returns jsonb language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.dead_letters(p_which jsonb, p_limit integer)
  returns SETOF callback_private.deliveries language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.decide_callback_reviews(p_decision jsonb, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.decide_review(p_id uuid, p_decision text, p_reason text, p_operator_id uuid)
  returns text language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.default_settings()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set IntervalStyle=iso_8601
  execute: the owner alone

create function callback_private.default_types(p_channel text)
  returns text[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.deliveries_of_request(p_request_id uuid)
  returns SETOF callback_private.deliveries language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.delivery_figures_json(p_from date, p_to date, p_interval text, p_channel text, p_today date)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.delivery_json(p_delivery callback_private.deliveries)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.delivery_parts(p_sums callback_private.figure_sum[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.delivery_periods_json(p_from date, p_to date, p_interval text, p_channel text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.describe_mails()
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.describe_marketplace()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.distinct_items(p_items text[])
  returns text[] language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.drop_facts_of_erased()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.due_rows(p_rule record, p_limit integer)
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.duration_text(p_duration interval)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.edit_callback_request(
    p_request_id uuid,
    p_changes jsonb,
    p_idempotency_key text,
    p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.edit_callback_request_phone(p_request_id uuid, p_phone text, p_consent boolean, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.edit_request(
    p_request_id uuid,
    p_changes jsonb,
    p_user_id callback_private.person_id,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.editable_fields()
  returns text[] language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.effective_status(p_status text, p_expires_at timestamp with time zone)
  returns text language plpgsql stable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.end_held(
    p_held callback_private.held_requests,
    p_decision text,
    p_actor text,
    p_operator_id uuid DEFAULT NULL::uuid,
    p_reason text DEFAULT NULL::text)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.end_of_session(
    p_session callback_private.operator_sessions,
    p_settings callback_private.settings,
    p_seen_at timestamp with time zone)
  returns timestamp with time zone language plpgsql stable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.end_operator_session(p_session_id uuid, p_operator_id uuid)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.end_process(p_process_id uuid)
  returns void language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.end_sessions_of_operator()
  returns trigger language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.end_unconfirmed(
    p_requester_id callback_private.person_id,
    p_listing_id callback_private.listing_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.ended_requests(
    p_seller_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_before_at timestamp with time zone,
    p_before_id uuid,
    p_limit integer)
  returns SETOF public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.enter_trust(
    p_person_id callback_private.person_id,
    p_phone text,
    p_list text,
    p_reason text,
    p_ends_at timestamp with time zone,
    p_operator_id uuid)
  returns uuid language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.erase_again(p_erasures jsonb)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.erase_callback_data(p_confirm text, p_user_id callback_private.person_id)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.erase_callback_person(
    p_person_id callback_private.person_id,
    p_reason text,
    p_preview boolean,
    p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.erase_person(p_person_id callback_private.person_id)
  returns jsonb language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.erasure_json(p_person_id callback_private.person_id, p_erased_at timestamp with time zone)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.event_delta(p_type text, p_from text, p_to text, p_actor text, p_data jsonb)
  returns TABLE(total integer, pending integer, acknowledged integer, completed integer, cancelled integer, expired integer, closed integer) language sql immutable parallel safe
  execute: the owner alone

create function callback_private.event_json(p_event callback_private.events, p_cursor text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.event_page(p_events jsonb, p_cursor text, p_is_lost boolean)
  returns jsonb language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.event_types_for(p_side text)
  returns text[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.expect_host_views()
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.expire_callback_requests(p_limit integer)
  returns integer language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.export_callback_data(p_user_id callback_private.person_id)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.export_callback_person(p_person_id callback_private.person_id, p_reason text, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.exported_audit(p_person_id callback_private.person_id)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.exported_deliveries(p_notification_id uuid)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.exported_notifications(p_person_id callback_private.person_id)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.exported_requests(p_person_id callback_private.person_id, p_side text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.extend_callback_request(p_request_id uuid, p_idempotency_key text, p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.extend_request(p_request_id uuid, p_user_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.facts_of(p_request public.callback_requests, p_obstacle record, p_origin jsonb)
  returns callback_private.request_facts language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.fair_figures(
    p_seller_id callback_private.person_id, OUT answer_rate numeric, OUT contact_rate numeric, OUT median_response_minutes numeric)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.figure_amounts(p_from date, p_to date, p_category text, p_country text)
  returns TABLE(day date, name text, amount bigint) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.figure_sums(
    p_before date,
    p_from date,
    p_to date,
    p_interval text,
    p_category text,
    p_country text)
  returns callback_private.figure_sum[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.figure_words(p_words jsonb)
  returns TABLE(received bigint, repeats bigint, held bigint, code_asked bigint, refused bigint, acknowledged bigint, answered bigint, unanswered bigint, attempted bigint, contradicted bigint, waiting bigint, now_acknowledged bigint, completed bigint, declined bigint, withdrawn bigint, closed bigint, expired bigint, acknowledgement_seconds bigint, response_seconds bigint, completion_seconds bigint) language sql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.figures_json(
    p_from date,
    p_to date,
    p_interval text,
    p_category text,
    p_country text,
    p_today date)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.figures_of(p_sums callback_private.figure_sum[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.find_deliveries(
    p_channel text,
    p_states text[],
    p_reason text,
    p_from timestamp with time zone,
    p_to timestamp with time zone,
    p_before uuid,
    p_limit integer)
  returns SETOF callback_private.deliveries language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.find_number(p_digits text, OUT matched_by text, OUT phone text, OUT endings text[])
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.find_operator(p_claims jsonb)
  returns callback_private.operators language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.find_people(
    p_search text,
    p_most integer,
    p_deadline timestamp with time zone, OUT matched_by text, OUT ids text[], OUT partial boolean)
  returns record language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.finding_since(p_code text, p_subject text)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.findings()
  returns TABLE(code text, subject text, severity text, message text, cure text, since timestamp with time zone) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.findings_of_alerts()
  returns TABLE(code text, subject text, severity text, message text, cure text) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.findings_of_delivery()
  returns TABLE(code text, subject text, severity text, message text, cure text) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.findings_of_maintenance()
  returns TABLE(code text, subject text, severity text, message text, cure text) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.findings_of_processes()
  returns TABLE(code text, subject text, severity text, message text, cure text) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.findings_of_settings()
  returns TABLE(code text, subject text, severity text, message text, cure text) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.first_instant(p_local timestamp without time zone, p_time_zone text)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.first_name(p_name text)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.folded(p_text text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.follow_alert_deliveries(p_delivery_ids uuid[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.follow_callback_events(p_after text, p_limit integer)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.follow_code_deliveries(p_delivery_ids uuid[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.follow_deliveries(p_delivery_ids uuid[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.follow_notification_deliveries(p_delivery_ids uuid[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.follow_scrubbed_held_request()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.follow_scrubbed_notification()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.follow_scrubbed_request()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.forget_kept_days()
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.forget_processes()
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.forwarded_network(p_header text, p_proxies integer)
  returns text language plpgsql stable strict
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.frees_day(p_request public.callback_requests)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.frequent_listing_values(p_column text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.full_sms_cap(p_phone text, p_settings callback_private.settings)
  returns text language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.get_callback_consent(p_locale text, p_user_id callback_private.person_id)
  returns json language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_delivery(p_delivery_id uuid, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_delivery_figures(p_from date, p_to date, p_interval text, p_channel text, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_delivery_overview(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_figures(
    p_from date,
    p_to date,
    p_interval text,
    p_category text,
    p_country text,
    p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_listing_figures(
    p_by text,
    p_from date,
    p_to date,
    p_sort text,
    p_category text,
    p_limit integer,
    p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_overview(p_days integer, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_own_figures(p_from date, p_to date, p_user_id callback_private.person_id)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_policy(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_preferences(p_user_id callback_private.person_id)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_request(p_request_id uuid, p_user_id callback_private.person_id)
  returns json language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_request_stats(p_user_id callback_private.person_id)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_response_time(p_seller_id callback_private.person_id, p_user_id callback_private.person_id)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_retention(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  set IntervalStyle=iso_8601
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_seller_figures(p_from date, p_to date, p_sort text, p_limit integer, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_storage(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_system(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_callback_times(
    p_from date,
    p_to date,
    p_time_zone text,
    p_category text,
    p_country text,
    p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.get_delivery_backlog()
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.get_mail_types(p_delivery_id uuid, p_secret uuid)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.get_operator_session(p_operator_id uuid, p_session_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.get_unread_callback_notification_count(p_user_id callback_private.person_id)
  returns integer language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.give_up_parked_deliveries(p_limit integer)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.given_consent(p_request_id uuid)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.hand_to_operator(p_id uuid)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.has_kept_zone()
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.has_present_key()
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.held_rows(p_requester_id callback_private.person_id)
  returns SETOF public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.held_until(p_person_id callback_private.person_id)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.hmac_sha256(p_key bytea, p_message bytea)
  returns bytea language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.hold_callback_person(
    p_person_id callback_private.person_id,
    p_reason text,
    p_ends_at timestamp with time zone,
    p_operator_id uuid)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.hold_request(p_request public.callback_requests, p_asked_about text DEFAULT NULL::text)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.host_keys()
  returns TABLE(kind text, target regclass, key_name text) language sql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.host_links()
  returns TABLE(table_name regclass, column_name text, constraint_name text, target regclass, key_name text, action "char", is_linked boolean) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.host_view_columns()
  returns TABLE(name text, wanted text, found text) language sql stable
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.hourly_json(p_sums callback_private.figure_sum[], p_from date, p_to date)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.hours_json(
    p_sums callback_private.figure_sum[],
    p_of text[] DEFAULT ARRAY['requested'::text, 'preferred'::text, 'called'::text])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.hours_of_day_json(p_sums callback_private.figure_sum[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.id_at(p_at timestamp with time zone)
  returns uuid language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.idempotent_answer(
    p_user_id callback_private.person_id,
    p_key text,
    p_content text,
    p_kept callback_private.idempotency_keys,
    p_request_id uuid,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.index_for(p_view text, p_column text, p_method text)
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.insert_operator_note(p_request_id uuid, p_note text, p_operator_id uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.inspect_callback_person(p_person_id callback_private.person_id, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.inspect_callback_request(p_request_id uuid, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.is_blocked_pair(p_buyer_id callback_private.person_id, p_seller_id callback_private.person_id)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_code(p_code callback_private.phone_codes, p_entered text)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_confirmed_phone(p_person_id callback_private.person_id, p_phone text)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_erased_since(p_person_id callback_private.person_id, p_since timestamp with time zone)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_id(p_text text, p_type text)
  returns boolean language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.is_known_person(p_person_id callback_private.person_id)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_live(p_process callback_private.processes)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_on_block_list(p_person_id callback_private.person_id, p_phone text)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_owner()
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_p256_point(p_key text)
  returns boolean language plpgsql immutable strict
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_paused(p_channel text)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_phone_used_up(
    p_phone text,
    p_requester_id callback_private.person_id,
    p_day date,
    p_limit integer,
    p_but_for_id uuid DEFAULT NULL::uuid)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_plain_text(p_text text, p_max_length integer, p_multiline boolean DEFAULT false)
  returns boolean language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_quick_search(p_view regclass, p_condition text, p_value text)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_replaced(
    p_notification public.callback_request_notifications,
    p_delivery callback_private.deliveries,
    p_preferences callback_private.preferences,
    p_priority text)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_reserved_subject(p_subject text)
  returns boolean language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_retryable(p_delivery callback_private.deliveries)
  returns boolean language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_setting_value(p_name text, p_type text, p_json_type text, p_value jsonb)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_time_zone(p_name text)
  returns boolean language plpgsql immutable strict
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_trusted()
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_trusted_buyer(p_is_verified boolean, p_score numeric, p_from_score numeric)
  returns boolean language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_wanted(
    p_preferences callback_private.preferences,
    p_channel text,
    p_type callback_private.notification_types,
    p_priority text)
  returns boolean language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.is_whole_number(p_phone text, p_digits text)
  returns boolean language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.judge_alert_deliveries(p_delivery_ids uuid[])
  returns TABLE(delivery_id uuid, refusal text, not_before timestamp with time zone, message jsonb) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.judge_code_deliveries(p_delivery_ids uuid[])
  returns TABLE(delivery_id uuid, refusal text, not_before timestamp with time zone, message jsonb) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.judge_deliveries(p_kind text, p_delivery_ids uuid[])
  returns TABLE(delivery_id uuid, refusal text, not_before timestamp with time zone, message jsonb) language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.judge_notification_deliveries(p_delivery_ids uuid[])
  returns TABLE(delivery_id uuid, refusal text, not_before timestamp with time zone, message jsonb) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.judged_requests(
    p_seller_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_at timestamp with time zone,
    p_last_at timestamp with time zone,
    p_last_id uuid)
  returns TABLE(place integer, request public.callback_requests) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keep_answer(
    p_user_id callback_private.person_id,
    p_key text,
    p_content text,
    p_request_id uuid,
    p_answer json,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keep_calls(p_day date)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keep_day(p_day date)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keep_held(p_request public.callback_requests, p_code_until timestamp with time zone)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keep_phone_uses(
    p_before public.callback_requests,
    p_after public.callback_requests,
    p_today date)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keep_sent_texts(p_texts jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keep_stale_days(p_until timestamp with time zone)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.kept_answer(
    p_user_id callback_private.person_id,
    p_key text,
    p_content text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns callback_private.idempotency_keys language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.kept_responses(p_days date[], OUT days bigint, OUT answered bigint, OUT seconds numeric)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.key_holder(p_user_id callback_private.person_id, p_operator_id uuid)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.keyed_hash(p_key callback_private.hash_keys, p_kind text, p_value text)
  returns uuid language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.language_tag(p_locale text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.last_judged(
    p_seller_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_at timestamp with time zone, OUT expires_at timestamp with time zone, OUT id uuid)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.last_policy_changes()
  returns TABLE(name text, at timestamp with time zone, changed_by jsonb) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.last_retention_run(p_rule text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.last_sent_at(p_channel text)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.later_policy_change(p_names text[], p_id bigint)
  returns callback_private.policy_changes language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.latest_code(p_request_id uuid)
  returns callback_private.phone_codes language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.limits_used(p_person_id callback_private.person_id)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.link_host()
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.link_pattern()
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.list_audit(
    p_limit integer,
    p_cursor text,
    p_of_operator uuid,
    p_action text,
    p_subject_kind text,
    p_subject_id text,
    p_from timestamp with time zone,
    p_to timestamp with time zone,
    p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_alerts(p_open_only boolean, p_limit integer, p_cursor text, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_consents(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_deliveries(
    p_channel text,
    p_state text,
    p_reason text,
    p_from timestamp with time zone,
    p_to timestamp with time zone,
    p_request_id uuid,
    p_limit integer,
    p_cursor text,
    p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_devices(p_user_id callback_private.person_id)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_holds(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_notifications(
    p_limit integer,
    p_cursor text,
    p_unread_only boolean,
    p_user_id callback_private.person_id)
  returns json language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_policy_changes(p_setting text, p_limit integer, p_cursor text, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_requests(
    p_as text,
    p_status text,
    p_limit integer,
    p_cursor text,
    p_user_id callback_private.person_id,
    p_search text,
    p_order text,
    p_listing_id callback_private.listing_id)
  returns json language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_requests_by_offset(
    p_as text,
    p_user_id callback_private.person_id,
    p_status text,
    p_limit integer,
    p_offset integer)
  returns json language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_reviews(
    p_state text,
    p_related_to uuid,
    p_limit integer,
    p_cursor text,
    p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_switches(p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_callback_trust_entries(p_list text, p_limit integer, p_cursor text, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_due_channels(p_channels jsonb)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.list_erasures()
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.list_findings()
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.list_open_alerts()
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.list_operator_sessions(
    p_limit integer,
    p_cursor text,
    p_of_operator uuid,
    p_ended boolean,
    p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.list_operators(p_limit integer, p_cursor text, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.listing(p_id callback_private.listing_id)
  returns TABLE(id callback_private.listing_id, seller_id callback_private.person_id, title text, price numeric, currency text, category text, image_url text, is_available boolean, location text, country text, url text, phone text) language sql stable
  execute: the owner alone

create function callback_private.listing_of(p_text text)
  returns callback_private.listing_id language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.lock_dead_letters(p_delivery_ids uuid[], p_uncertain boolean)
  returns uuid[] language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.lock_for_code(p_request_id uuid, p_user_id callback_private.person_id)
  returns callback_private.held_requests language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.lock_held(p_id uuid)
  returns callback_private.held_requests language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.lock_parties(p_ids uuid[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.lock_request(p_request_id uuid, p_user_id callback_private.person_id)
  returns public.callback_requests language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.lock_request_of_seller(p_request_id uuid, p_user_id callback_private.person_id)
  returns public.callback_requests language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.lock_settings()
  returns jsonb language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.log_attempt(
    p_request_id uuid,
    p_outcome text,
    p_next_attempt_at timestamp with time zone,
    p_user_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.log_callback_attempt(
    p_request_id uuid,
    p_outcome text,
    p_idempotency_key text,
    p_user_id callback_private.person_id,
    p_next_attempt_at timestamp with time zone)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.mail_provider(p_email text)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.mark_all_callback_notifications_read(p_user_id callback_private.person_id)
  returns integer language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.mark_callback_notification_read(p_notification_id uuid, p_user_id callback_private.person_id)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.mark_deleted_days()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.marketplace_day()
  returns date language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.marketplace_summary()
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.masked_json(p_value jsonb, p_phone text DEFAULT NULL::text, p_key text DEFAULT NULL::text)
  returns jsonb language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.masked_mail(p_mail text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.masked_phone(p_phone text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.masked_profile_phone(p_phone text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.masked_text(p_text text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.may_ask_for_review(p_requester_id callback_private.person_id, p_risk_mode text)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.may_be_retried(p_delivery callback_private.deliveries, p_uncertain boolean)
  returns boolean language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.may_have_arrived(p_delivery callback_private.deliveries)
  returns boolean language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.may_reach(p_request public.callback_requests)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.may_send_code(p_person_id callback_private.person_id, p_phone text)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.merge_delivery_counts(p_limit integer)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.merge_sealed_figures(p_day date)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.missed_urgent(p_requester_id callback_private.person_id)
  returns integer language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.name_policy_actor(p_actor jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.named_operator(p_kind text, p_name text, p_role text)
  returns uuid language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.names_json(p_ids text[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.names_of_compared(p_of text, p_key text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.needs_trust(p_wanted text[], p_priority text)
  returns boolean language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.newest_consent(p_locale text)
  returns callback_private.consent_texts language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.note_ahead(
    p_user_id callback_private.person_id,
    p_is_seller boolean,
    p_events integer DEFAULT 1000)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.note_number_search(p_operator_id uuid, p_search text, p_sees_numbers boolean, p_is_found boolean)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.noted_ahead(p_user_id callback_private.person_id, p_is_seller boolean)
  returns callback_private.stats_ahead language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.notification_text(
    p_notification_type text,
    p_other_name text,
    p_listing_title text, OUT title text, OUT message text)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.number_digits(p_words text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.number_endings(p_digits text)
  returns text[] language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.number_forms(p_phone text)
  returns text language sql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.occasion_data(p_request_id uuid, p_event_id bigint)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.offsets_of(p_time_zone text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.open_by_expiry(
    p_seller_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_at timestamp with time zone,
    p_after timestamp with time zone,
    p_after_id uuid,
    p_limit integer)
  returns SETOF public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_blocks_json(p_person_id callback_private.person_id)
  returns jsonb language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_candidates(
    p_source record,
    p_from timestamp with time zone,
    p_before_at timestamp with time zone,
    p_before_id uuid,
    p_limit integer)
  returns TABLE(id uuid, requested_at timestamp with time zone, status text, expires_at timestamp with time zone, requester_phone text) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_devices_json(p_person_id callback_private.person_id)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_history(p_request public.callback_requests)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_is(p_operator_id uuid, p_role text)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_json(p_operator callback_private.operators)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_notes_json(p_request_id uuid)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_notifications_json(p_ids uuid[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_of(p_claims jsonb)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.operator_of_command(p_name text)
  returns uuid language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.operator_page(
    p_source record,
    p_filter record,
    p_from timestamp with time zone,
    p_cursor record,
    p_limit integer,
    p_all boolean, OUT ids uuid[], OUT next_cursor text, OUT partial boolean)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_people_found(
    p_search text,
    p_sees_numbers boolean,
    p_all boolean,
    p_limit integer, OUT matched_by text, OUT person_ids callback_private.person_id[], OUT partial boolean)
  returns record language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_people_json(p_ids callback_private.person_id[])
  returns jsonb[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_rank(p_role text)
  returns integer language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_request_json(p_request_id uuid, p_operator_id uuid)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_requests_json(p_ids uuid[], p_sees_numbers boolean)
  returns jsonb[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_role(p_claims jsonb)
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_side_json(
    p_person_id callback_private.person_id,
    p_is_seller boolean,
    p_sees_numbers boolean)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.operator_source(
    p_search text,
    p_sees_numbers boolean,
    p_all boolean, OUT matched_by text, OUT first_id uuid, OUT last_id uuid, OUT phone text, OUT endings text[], OUT listing_ids callback_private.listing_id[], OUT person_ids callback_private.person_id[], OUT partial boolean)
  returns record language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.outcome_counts(p_outcomes text[], p_counts bigint[])
  returns jsonb language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.own_events_after(
    p_user_id callback_private.person_id,
    p_after text,
    p_now pg_snapshot,
    p_limit integer)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set enable_seqscan=off
  set enable_bitmapscan=off
  set jit=off
  execute: the owner alone

create function callback_private.own_figures_json(p_seller_id callback_private.person_id, p_from date, p_to date)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.own_text(p_message text)
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.padded_key(p_key bytea, p_pad integer)
  returns bytea language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.page_json(p_rows json[], p_limit integer)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.page_of(p_items jsonb, p_limit integer, p_at text DEFAULT 'created_at'::text)
  returns jsonb language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.page_of_requests(
    p_as text,
    p_user_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_before_at timestamp with time zone,
    p_before_id uuid,
    p_offset integer,
    p_limit integer)
  returns SETOF public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.patterns_of(p_words text[])
  returns text[] language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.pause_callback_channel(p_channel text, p_paused boolean, p_reason text, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.people_who_sign_in()
  returns bigint language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.people_with_data()
  returns TABLE(id callback_private.person_id, since timestamp with time zone) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.percentage(p_part bigint, p_whole bigint)
  returns numeric language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.periods_json(
    p_sums callback_private.figure_sum[],
    p_parts jsonb,
    p_from date,
    p_to date,
    p_interval text,
    p_today date)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.person_hash(p_person_id callback_private.person_id)
  returns text language plpgsql stable strict
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.person_of(p_text text)
  returns callback_private.person_id language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.person_of_mail(p_delivery_id uuid, p_secret uuid)
  returns callback_private.person_id language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.personal_data(p_person_id callback_private.person_id)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.phone_code_json(p_held callback_private.held_requests)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.phone_hash(p_phone text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.phone_kind(p_phone text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.phone_range(p_phone text)
  returns callback_private.phone_ranges language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.phone_refusal(p_phone text, p_allowed_regions text[])
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.plain_digits(p_words text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.policy_differences(p_old jsonb, p_new jsonb, p_shows_private boolean)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.policy_revision()
  returns bigint language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.policy_settings()
  returns TABLE(name text, group_name text, place bigint, type text, is_nullable boolean, rules text, rule text, meaning text) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set IntervalStyle=iso_8601
  execute: the owner alone

create function callback_private.preferences_json(p_user_id callback_private.person_id)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.preferences_of(p_user_id callback_private.person_id)
  returns callback_private.preferences language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.preferred_hours(p_time text, p_days text[])
  returns TABLE(weekday integer, hour integer) language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.preferred_ranges(
    p_time text,
    p_days text[],
    p_time_zone text,
    p_at timestamp with time zone,
    p_until timestamp with time zone,
    p_days_ahead integer DEFAULT 6)
  returns tstzrange[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.preferred_zone(p_time_zone text, p_requester_id callback_private.person_id)
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.preview_callback_risk(p_changes jsonb, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.private_columns()
  returns text[] language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.private_settings()
  returns text[] language sql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.processes_json()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.profile(p_id callback_private.person_id)
  returns TABLE(id callback_private.person_id, full_name text, phone text, email text, avatar_url text, is_verified boolean, trust_score numeric, is_active boolean, created_at timestamp with time zone, time_zone text, locale text) language sql stable
  execute: the owner alone

create function callback_private.publish_callback_consent(p_texts jsonb, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.queue_alert(p_alert_id uuid, p_event text)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.queue_deliveries(
    p_notification_id uuid,
    p_recipient_id callback_private.person_id,
    p_seller_id callback_private.person_id,
    p_notification_type text,
    p_priority text,
    p_channels text[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.queue_of(
    p_channel text, OUT waiting bigint, OUT retrying bigint, OUT parked bigint, OUT oldest_due_at timestamp with time zone)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.queues_json()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.quiet_until(
    p_at timestamp with time zone,
    p_time_zone text,
    p_from time without time zone,
    p_until time without time zone)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.ranges_json(p_ranges tstzrange[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.rate(p_part bigint, p_whole bigint)
  returns numeric language sql immutable parallel safe
  execute: the owner alone

create function callback_private.read_action_cursor(
    p_seller_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_cursor text, OUT place integer, OUT at timestamp with time zone, OUT id uuid, OUT judged_at timestamp with time zone, OUT last_at timestamp with time zone, OUT last_id uuid)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.read_cursor(p_cursor text, OUT before_at timestamp with time zone, OUT before_id uuid)
  returns record language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.read_operator_search(p_search text)
  returns text language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.read_preferred_time(
    p_time text, OUT opens time without time zone, OUT closes time without time zone)
  returns record language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.read_search(
    p_search text, OUT words text[], OUT terms text[], OUT digits text[], OUT has_number boolean)
  returns record language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.read_stream_cursor(
    p_cursor text,
    p_now pg_snapshot, OUT given pg_snapshot, OUT xact_id xid8, OUT id bigint)
  returns record language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.readable_phones()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.rebase_event_positions()
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.rebuild_callback_figures()
  returns integer language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.record_deleted_requests()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.record_deliveries(p_results jsonb)
  returns integer language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.record_event(
    p_event_type text,
    p_request public.callback_requests,
    p_actor text,
    p_data jsonb DEFAULT '{}'::jsonb,
    p_from_status text DEFAULT NULL::text,
    p_operator_id uuid DEFAULT NULL::uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.record_policy_change(p_old jsonb, p_new jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.record_seller_event(
    p_event_type text,
    p_request public.callback_requests,
    p_data jsonb DEFAULT '{}'::jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.record_settings_change()
  returns trigger language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.record_switch_change()
  returns trigger language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refresh_notifications(p_notification_ids uuid[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse(p_code text, p_message text, p_detail jsonb DEFAULT NULL::jsonb)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.refuse_audit_change()
  returns trigger language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse_consent_change()
  returns trigger language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse_if_held(p_person_id callback_private.person_id)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse_input(p_field text, p_message text)
  returns void language sql stable
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.refuse_limit(p_limit text, p_message text, p_until timestamp with time zone)
  returns void language sql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse_policy_conflict(p_later callback_private.policy_changes, p_wanted jsonb)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse_undo(p_request public.callback_requests)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse_untrusted(p_is_for_urgent boolean)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.refuse_violation(p_constraint text, p_column text)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.related_places(
    p_id uuid,
    p_before_at timestamp with time zone,
    p_before_id uuid,
    p_limit integer)
  returns TABLE(id uuid, at timestamp with time zone) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.release_callback_person(p_person_id callback_private.person_id, p_operator_id uuid)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.release_held(p_held callback_private.held_requests, p_operator_id uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.remember_erasure(p_person_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.remember_refusal(
    p_user_id callback_private.person_id,
    p_operation text,
    p_code text,
    p_message text,
    p_detail text)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.remind_callback_sellers(p_limit integer)
  returns integer language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.remove_callback_trust_entries(p_entries jsonb, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.reopen_held(p_held callback_private.held_requests, p_operator_id uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.report_callback_request(p_request_id uuid, p_report jsonb, p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.report_process(p_process jsonb)
  returns void language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.request_deliveries(p_request_id uuid)
  returns TABLE(channel text, status text, count bigint) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.request_json(
    p_request_id uuid,
    p_viewer_id callback_private.person_id,
    p_as_operator boolean DEFAULT false)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.request_obstacle(
    p_requester_id callback_private.person_id,
    p_seller_id callback_private.person_id,
    p_listing_id callback_private.listing_id,
    p_phone text,
    p_priority text DEFAULT NULL::text, OUT code text, OUT message text, OUT detail jsonb, OUT seller_id callback_private.person_id, OUT listing_title text, OUT listing_category text, OUT listing_country text, OUT today date, OUT expires_after interval, OUT allowed_phone_regions text[], OUT channels text[], OUT retry_at timestamp with time zone, OUT risk_mode text, OUT account_age_days integer, OUT is_verified boolean, OUT trust_score numeric, OUT buyer_phone text, OUT seller_phone text, OUT urgent_needs_trust boolean)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.request_origin(p_origin jsonb, OUT ip text, OUT device text)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.request_page(
    p_as text,
    p_user_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_order text,
    p_cursor record,
    p_limit integer,
    p_search text, OUT ids uuid[], OUT next_cursor text)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.requests_by_ending(p_endings text[])
  returns SETOF public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.requests_by_need(
    p_seller_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_cursor record,
    p_limit integer)
  returns TABLE(place integer, at timestamp with time zone, request public.callback_requests) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.requests_in_order(
    p_as text,
    p_user_id callback_private.person_id,
    p_status text,
    p_listing_id callback_private.listing_id,
    p_order text,
    p_cursor record,
    p_limit integer)
  returns TABLE(place integer, at timestamp with time zone, request public.callback_requests) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.requests_json(
    p_ids uuid[],
    p_viewer_id callback_private.person_id,
    p_in_detail boolean,
    p_as_operator boolean DEFAULT false)
  returns json[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.requests_of_hour(p_many integer, OUT requests bigint, OUT usual numeric)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.requests_of_source(p_source record)
  returns SETOF public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_comparison_sort(p_sort text)
  returns void language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_confirmable(p_request public.callback_requests)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_consent(p_request public.callback_requests)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_figure_days(p_from date, p_to date)
  returns void language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_figure_interval(p_from date, p_to date, p_interval text)
  returns void language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_open(p_request public.callback_requests, p_what text)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_person(p_person_id callback_private.person_id)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_reach(p_request public.callback_requests)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_reveals_left(p_request public.callback_requests)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_trusted()
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_urgent_left(p_requester_id callback_private.person_id)
  returns void language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.require_welcome(p_request public.callback_requests)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.resend_callback_code(p_request_id uuid, p_idempotency_key text, p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.resend_callback_notification(
    p_notification_id uuid,
    p_channel text,
    p_even_if_sent boolean,
    p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.resend_code(p_request_id uuid, p_user_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.response_time(
    p_seller_id callback_private.person_id, OUT usual_minutes numeric, OUT requests bigint, OUT answered bigint)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.resume_callback_events(p_user_id callback_private.person_id, p_after text, p_limit integer)
  returns jsonb language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.retell_notifications(p_request public.callback_requests)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.retention_rules()
  returns TABLE(name text, meaning text, table_name regclass, setting text, kept_for interval, due text, is_held text, in_order text, change text, at_once integer) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.retire_callback_device(p_token text, p_user_id callback_private.person_id)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.retried_until(p_delivery callback_private.deliveries, p_retried_for interval)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.retry_callback_deliveries(p_which jsonb, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.retry_delivery(p_delivery_id uuid, p_provider_id text, p_error_code text)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.retry_pause(p_attempts integer, p_retry_after_seconds integer)
  returns interval language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.reveal_callback_phone(p_request_id uuid, p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.reveal_callback_request_phone(p_request_id uuid, p_reason text, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.reveal_phone(p_request_id uuid, p_user_id callback_private.person_id)
  returns text language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.review_places(
    p_state text,
    p_before_at timestamp with time zone,
    p_before_id uuid,
    p_limit integer)
  returns TABLE(id uuid, at timestamp with time zone) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.review_state(p_facts callback_private.request_facts, p_held callback_private.held_requests)
  returns text language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.reviews_json(p_ids uuid[], p_sees_numbers boolean)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.revive_deliveries(p_delivery_ids uuid[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.risk_detail(p_signals text[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.risk_outcome(p_score integer, p_signals text[], p_settings callback_private.settings)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.risk_reasons(p_signals text[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.risk_rules()
  returns TABLE(name text, points integer, subject text, meaning text) language sql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.risk_score(p_signals text[], p_weights jsonb)
  returns integer language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.risk_sentence(p_signals text[])
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.risk_signals(f callback_private.request_facts)
  returns text[] language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.rollup_callback_stats(p_limit integer DEFAULT NULL::integer)
  returns bigint language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.rotate_hash_keys()
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.run_callback_maintenance()
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.run_retention(
    p_until timestamp with time zone, INOUT rules_done integer, OUT changed bigint, OUT has_more boolean)
  returns record language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.save_callback_device(p_token text, p_device jsonb, p_user_id callback_private.person_id)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.scrub_delivery()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.scrub_held_request()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.scrub_notification()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.scrub_request()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.scrub_traces(
    p_id uuid,
    p_requester_id callback_private.person_id,
    p_seller_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.seal_events()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.seal_figures(p_day date, p_category text, p_country text, p_names text[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.seal_not_sent(p_category text, p_country text, p_word text, p_reasons text[])
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.seal_preferred_times()
  returns trigger language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.search_callback_people(p_search text, p_all boolean, p_limit integer, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.search_callback_requests(
    p_search text,
    p_all boolean,
    p_status text,
    p_from timestamp with time zone,
    p_to timestamp with time zone,
    p_country text,
    p_channel text,
    p_channel_state text,
    p_limit integer,
    p_cursor text,
    p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.search_host(
    p_view regclass,
    p_key name,
    p_conditions text[],
    p_value text,
    p_most integer,
    p_deadline timestamp with time zone, OUT ids text[], OUT partial boolean)
  returns record language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.searched_digits(p_search text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.seen_json(p_request_id uuid, p_viewer_id callback_private.person_id, p_phone text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sees_numbers(p_operator_id uuid)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sees_private_settings(p_operator_id uuid)
  returns boolean language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.seller_report_json(p_request public.callback_requests)
  returns json language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sellers_of_similar(
    p_facts callback_private.request_facts,
    p_text text,
    p_phones uuid[],
    p_devices uuid[])
  returns bigint language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set plan_cache_mode=force_generic_plan
  execute: the owner alone

create function callback_private.send_code(p_request public.callback_requests)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sent_ids(p_ids jsonb)
  returns uuid[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sent_listing(p_text text)
  returns callback_private.listing_id language plpgsql stable strict
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sent_person(p_text text, p_field text)
  returns callback_private.person_id language plpgsql stable strict
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.sent_text_json(p_delivery_id uuid)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sent_time(p_text text, p_field text)
  returns timestamp with time zone language plpgsql stable strict
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.serve_channels(p_channels jsonb)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.set_callback_preferences(p_preferences jsonb, p_user_id callback_private.person_id)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.set_callback_seller_note(p_request_id uuid, p_note text, p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.set_callback_switch(p_kind text, p_value text, p_off boolean, p_notice text, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.set_mail_types(p_delivery_id uuid, p_secret uuid, p_types jsonb)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.set_operator_access(p_id uuid, p_disabled boolean, p_operator_id uuid)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.set_pause(p_channel text, p_paused boolean, p_reason text, p_operator_id uuid)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.set_report(p_request public.callback_requests, p_reason text)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.set_seller_block(p_request public.callback_requests, p_block jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.set_seller_note(p_request_id uuid, p_note text, p_user_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.set_sms_stop(p_phone text, p_is_stopped boolean)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.setting_bound(p_name text, p_type text, p_rules text, p_operator text)
  returns jsonb language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  set IntervalStyle=iso_8601
  execute: the owner alone

create function callback_private.setting_choices(p_name text, p_rules text)
  returns jsonb language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.setting_groups()
  returns TABLE(name text, group_name text) language sql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.setting_type(p_type oid, p_rules text)
  returns text language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.settings_json(p_settings callback_private.settings)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set IntervalStyle=iso_8601
  execute: the owner alone

create function callback_private.settings_with(p_settings callback_private.settings, p_changes jsonb)
  returns callback_private.settings language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.settle_delivery(p_delivery_id uuid, p_provider_id text, p_status text, p_error_code text)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.shares_json(p_sums callback_private.figure_sum[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.signals_json(p_signals text[])
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.signed_in()
  returns callback_private.person_id language plpgsql stable security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.silent_sellers()
  returns TABLE(requests bigint, silent bigint, since timestamp with time zone) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.situation(p_request public.callback_requests)
  returns text language plpgsql stable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.slow_responses()
  returns TABLE(answered bigint, seconds numeric, usual_seconds numeric, since timestamp with time zone) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.slow_searches()
  returns TABLE(column_name text, index_sql text) language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.slow_statements()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.sms_caps(p_phone text, p_settings callback_private.settings)
  returns TABLE(cap text, key text, most integer) language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.snooze_callback_request(
    p_request_id uuid,
    p_until timestamp with time zone,
    p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.snooze_request(
    p_request_id uuid,
    p_until timestamp with time zone,
    p_user_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.stale_days_between(p_from date, p_to date)
  returns date[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.stats_json(p_user_id callback_private.person_id)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.stream_cursor(p_from pg_snapshot, p_to pg_snapshot, p_xact_id xid8, p_id bigint)
  returns text language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.stream_snapshot()
  returns pg_snapshot language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.stream_stretches(p_given pg_snapshot, p_xact_id xid8, p_id bigint, p_now pg_snapshot)
  returns TABLE(place integer, xact_id xid8, id bigint, last_xact_id xid8) language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.strongest_subject(p_signals text[])
  returns text language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.submit_callback_request(
    p_request jsonb,
    p_idempotency_key text,
    p_requester_id callback_private.person_id,
    p_origin jsonb)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.switch_json(p_switch callback_private.switches)
  returns jsonb language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.switches_json()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.table_sizes()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.take_back_notifications(p_request public.callback_requests, p_event_id bigint)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.take_retention_step(p_rule record)
  returns bigint language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.text_fingerprint(p_text text)
  returns text language plpgsql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.text_similarity(p_one text, p_other text)
  returns real language sql immutable strict parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.texts_of(p_list jsonb)
  returns text[] language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.time_bucket(p_seconds double precision)
  returns integer language sql immutable parallel safe
  execute: the owner alone

create function callback_private.times_json(p_sums callback_private.figure_sum[], p_of text)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.times_of_day()
  returns TABLE(name text, opens time without time zone, closes time without time zone) language sql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.totals_of_days(
    p_first date,
    p_last date, OUT received bigint, OUT answered bigint, OUT completed bigint, OUT acknowledged bigint, OUT closed bigint, OUT sellers bigint, OUT buyers bigint, OUT median_minutes numeric, OUT by_status jsonb, OUT per_day jsonb)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.touched_days(p_from xid8, p_to xid8)
  returns SETOF date language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.trimmed(p_text text)
  returns text language sql immutable parallel safe
  execute: the owner alone

create function callback_private.troubles_of(
    p_channel text, OUT failures bigint, OUT sent bigint, OUT reason text, OUT is_lasting boolean)
  returns record language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.trust_detail(p_is_for_urgent boolean)
  returns jsonb language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.trust_entry_json(p_entry callback_private.trust_entries, p_sees_numbers boolean)
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.trust_sentence(p_is_for_urgent boolean)
  returns text language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.type_with_collation(p_type oid, p_collation oid)
  returns text language sql stable
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.unconfirmed_codes()
  returns SETOF callback_private.phone_codes language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.undo_acknowledgement(p_request_id uuid, p_user_id callback_private.person_id)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.undo_callback_acknowledgement(p_request_id uuid, p_idempotency_key text, p_user_id callback_private.person_id)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.undo_callback_policy_change(p_change_id text, p_operator_id uuid)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.undo_time()
  returns interval language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.unlink_host()
  returns text language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.update_alerts(p_maintained boolean)
  returns jsonb language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.update_callback_request_status(
    p_request_id uuid,
    p_new_status text,
    p_user_id callback_private.person_id,
    p_reason text,
    p_idempotency_key text)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.urgent_left(p_requester_id callback_private.person_id)
  returns integer language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.urgent_sentence()
  returns text language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.urgent_until(p_requester_id callback_private.person_id)
  returns timestamp with time zone language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.use_operator_link(p_token_hash bytea)
  returns uuid language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.use_operator_session(p_cookie_hash bytea, p_key_hash bytea)
  returns json language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.uses_of_last_phone(p_person_id callback_private.person_id, p_day date)
  returns bigint language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.usual_interval(p_days integer)
  returns text language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.uuid_v7()
  returns uuid language sql volatile parallel safe
  execute: the owner alone

create function callback_private.uuid_v7_at(p_time timestamp with time zone)
  returns uuid language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.view_script(p_view regclass)
  returns text language sql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.warn_of_expiry(p_limit integer)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.wilson_bounds(p_part bigint, p_whole bigint)
  returns callback_private.wilson language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_consent(p_request public.callback_requests, p_consent jsonb)
  returns public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_fields(p_request public.callback_requests, p_content jsonb)
  returns public.callback_requests language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_lists(p_facts callback_private.request_facts, p_phone text)
  returns callback_private.request_facts language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_phone(p_request json, p_phone text, p_masked text)
  returns json language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_rates(p_facts callback_private.request_facts, p_phones uuid[])
  returns callback_private.request_facts language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set plan_cache_mode=force_generic_plan
  execute: the owner alone

create function callback_private.with_reports(p_facts callback_private.request_facts, p_phones uuid[])
  returns callback_private.request_facts language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set plan_cache_mode=force_generic_plan
  execute: the owner alone

create function callback_private.with_requests(p_ids text[])
  returns callback_private.person_id[] language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_review_offer(p_detail jsonb, p_may_ask boolean)
  returns jsonb language plpgsql immutable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_risk(p_facts callback_private.request_facts, p_phone text)
  returns callback_private.request_facts language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.with_shared(
    p_facts callback_private.request_facts,
    p_phones uuid[],
    p_ips uuid[],
    p_devices uuid[])
  returns callback_private.request_facts language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set plan_cache_mode=force_generic_plan
  execute: the owner alone

create function callback_private.with_texts(
    p_facts callback_private.request_facts,
    p_text text,
    p_phones uuid[],
    p_devices uuid[],
    p_texts uuid[])
  returns callback_private.request_facts language plpgsql stable
  set search_path=pg_catalog, pg_temp
  set plan_cache_mode=force_generic_plan
  execute: the owner alone

create function callback_private.with_whole_numbers(p_words text[])
  returns text[] language plpgsql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.withdraw_by_mail(p_delivery_id uuid, p_secret uuid)
  returns boolean language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: callback_service, service_role

create function callback_private.withdraw_by_number(p_phone text)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.withdraw_callback_consent(p_user_id callback_private.person_id)
  returns jsonb language plpgsql volatile security definer
  set search_path=pg_catalog, pg_temp
  execute: authenticated, callback_service, service_role

create function callback_private.withdraw_consent(p_person_id callback_private.person_id)
  returns jsonb language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.withdraw_held(p_id uuid, p_requester_id callback_private.person_id, p_reason text)
  returns boolean language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.withdraw_requests(p_requester_id callback_private.person_id, p_phone text DEFAULT NULL::text)
  returns integer language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.write_audit(
    p_operator_id uuid,
    p_action text,
    p_subject_kind text,
    p_subject_id text,
    p_data jsonb DEFAULT '{}'::jsonb)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.write_request(p_request public.callback_requests, p_obstacle record)
  returns void language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.wrong_code(p_user_id callback_private.person_id, p_tries_left integer)
  returns json language plpgsql volatile
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.zone_with_rules(p_name text)
  returns text language sql immutable parallel safe
  set search_path=pg_catalog, pg_temp
  execute: the owner alone

create function callback_private.zones_in_use()
  returns jsonb language plpgsql stable
  set search_path=pg_catalog, pg_temp
  execute: the owner alone
