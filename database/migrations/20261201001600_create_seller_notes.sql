-- What a seller keeps about a request for themselves: a note, and until when it is out of the way. Deleted with its request.
create table callback_private.seller_notes (
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  note text,
  snoozed_until timestamptz,
  snoozed_at timestamptz,

  constraint seller_notes_pkey primary key (callback_request_id),
  constraint seller_notes_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint seller_notes_note_check check (callback_private.is_plain_text(note, 1000, true))
);
comment on table callback_private.seller_notes
  is 'What sellers keep about requests for themselves: a note and a snooze. Written by the functions of seller_notes.sql, read by the seller alone.';
comment on column callback_private.seller_notes.seller_id
  is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on column callback_private.seller_notes.snoozed_until
  is 'When the seller wants to see the open request again. The next call attempt clears it.';
comment on column callback_private.seller_notes.snoozed_at is 'When snoozed_until was last set or cleared by the seller.';
comment on constraint seller_notes_note_check on callback_private.seller_notes
  is 'note: must be at most 1000 characters, without control or text-direction characters.';
alter table callback_private.seller_notes enable row level security;
