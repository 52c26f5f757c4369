-- What becomes of a notification's deliveries is written into it soon after it was made. With room left on its page, no index has to be
-- touched for that; it halves what a delivery writes to the log.
alter table public.callback_request_notifications set (fillfactor = 80);
