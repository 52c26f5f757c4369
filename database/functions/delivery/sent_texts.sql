-- The text that really left, kept beside its delivery for settings.sent_texts_kept_for. It is written with the result,
-- and read masked.

-- p_texts: { delivery_id, subject, body }, of deliveries that left or may have. A later attempt replaces an earlier
-- one's. Of one to a person who was erased meanwhile, none is kept.
create or replace function callback_private.keep_sent_texts(p_texts jsonb)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.sent_texts as s (delivery_id, subject, body, is_shortened)
    select t.delivery_id, left(t.subject, 500), left(t.body, 10000), length(t.body) > 10000
    from jsonb_to_recordset(p_texts) t (delivery_id uuid, subject text, body text)
    join callback_private.deliveries d on d.id = t.delivery_id
    where d.recipient_kind <> 'person' or d.person_id is not null
    on conflict (delivery_id) do update
      set subject = excluded.subject, body = excluded.body, is_shortened = excluded.is_shortened, sent_at = now();
end
$$;

-- What operators of every role read.
create or replace function callback_private.sent_text_json(p_delivery_id uuid)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'subject', callback_private.masked_text(s.subject), 'body', callback_private.masked_text(s.body),
      'sent_at', s.sent_at, 'is_shortened', s.is_shortened)
    from callback_private.sent_texts s where s.delivery_id = p_delivery_id);
end
$$;
