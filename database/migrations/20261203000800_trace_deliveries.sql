-- The trace of the request that caused a delivery is kept with it, so that a trace goes on where the worker sends it. The API sets it for
-- its statement; whatever else is set there is nobody's trace.

alter table callback_private.deliveries
  add column traceparent text
    default substring(current_setting('callback_private.traceparent', true) from '^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$'),
  add constraint deliveries_traceparent_check check (length(traceparent) = 55);
comment on column callback_private.deliveries.traceparent is 'The W3C trace context of what caused it, where traces are on. [not personal]';
comment on constraint deliveries_traceparent_check on callback_private.deliveries
  is 'traceparent: must be a W3C trace context of version 00.';
