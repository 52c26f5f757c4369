-- The buyer's answer about a completed request: whether the two talked, and a rating. Deleted with its request.
create table callback_private.confirmations (
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  answer text not null,
  rating smallint,
  answered_at timestamptz not null default now(),

  constraint confirmations_pkey primary key (callback_request_id),
  constraint confirmations_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint confirmations_answer_check check (answer in ('talked', 'not_called', 'wrong_person')),
  constraint confirmations_rating_check check (rating is null or (answer = 'talked' and rating between 1 and 5))
);
comment on table callback_private.confirmations
  is 'What buyers answered about completed requests, the last answer of each. Written by confirm_callback_request only.';
comment on column callback_private.confirmations.seller_id
  is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on constraint confirmations_answer_check on callback_private.confirmations
  is 'answer: must be talked, not_called or wrong_person.';
comment on constraint confirmations_rating_check on callback_private.confirmations
  is 'rating: must be between 1 and 5, and only with talked.';

-- Few rows: the completions that the figures of sellers and operators leave out.
create index confirmations_contradicting on callback_private.confirmations (seller_id, callback_request_id) where answer <> 'talked';
alter table callback_private.confirmations enable row level security;

alter table callback_private.notification_types add column outdated_by text[] not null default '{}';
comment on column callback_private.notification_types.outdated_by
  is 'Types of events: once a later one happens to the same request, it is no longer sent.';
