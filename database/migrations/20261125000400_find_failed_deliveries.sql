-- The operator is told how many deliveries have failed of late, without reading those that went well.
create index callback_deliveries_failed on public.callback_deliveries (updated_at) where status = 'failed';
