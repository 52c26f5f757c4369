-- What a write was answered, so that a repeat with the same Idempotency-Key is answered the same. json keeps the order
-- of fields; jsonb does not.

create table callback_private.idempotency_keys (
  actor text not null,
  key text not null,
  content_hash bytea not null,
  callback_request_id uuid,
  answer json,
  created_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (actor, key),
  constraint idempotency_keys_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint idempotency_keys_key_check check (key ~ '^[\x20-\x7E]{1,255}$')
);
create index idempotency_keys_by_age on callback_private.idempotency_keys (created_at);
create index idempotency_keys_by_request on callback_private.idempotency_keys (callback_request_id);
comment on table callback_private.idempotency_keys
  is 'The first answer to each Idempotency-Key, written in the transaction of its effect. Answers hold no phone number.';
comment on column callback_private.idempotency_keys.actor is 'Who sent it: "person <id>" or "operator <id>".';
comment on constraint idempotency_keys_key_check on callback_private.idempotency_keys
  is 'Idempotency-Key: must be 1 to 255 printable ASCII characters.';
alter table callback_private.idempotency_keys enable row level security;
