-- A kept answer is sent again with its fields in their first order, which jsonb does not keep. It has the field for the phone number, empty;
-- it was left out before. Rewrites the keys of a day.
alter table callback_private.idempotency_keys
  alter column answer type json using (answer || '{"requester_phone": null}')::json;
