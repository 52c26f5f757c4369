-- What needs both sides, Ringback's and the marketplace's; and the positions of events, which a restored dump leaves in
-- the future.
call pg_temp.finish_host();
do $close$ begin perform callback_private.rebase_event_positions(); end $close$;
