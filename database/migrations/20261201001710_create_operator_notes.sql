-- What operators note about a request, for each other: neither side reads it. Deleted with its request.
create table callback_private.operator_notes (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  operator_id uuid not null,
  note text not null,
  created_at timestamptz not null default now(),

  constraint operator_notes_pkey primary key (id),
  constraint operator_notes_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint operator_notes_note_check check (callback_private.is_plain_text(note, 2000, true))
);
comment on table callback_private.operator_notes
  is 'What operators note about requests, for each other. Written by add_callback_operator_note only.';
comment on column callback_private.operator_notes.seller_id
  is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on column callback_private.operator_notes.operator_id is 'Operators are never deleted, so there is no foreign key.';
comment on constraint operator_notes_note_check on callback_private.operator_notes
  is 'note: must be at most 2000 characters, without control or text-direction characters.';

create index operator_notes_by_request on callback_private.operator_notes (callback_request_id, created_at, id);
alter table callback_private.operator_notes enable row level security;

-- Operators list all requests, and find those of a number by how it ends.
create index callback_requests_newest on public.callback_requests (requested_at desc, id desc);
create index callback_requests_by_phone_ending on public.callback_requests (right(requester_phone, 4));
