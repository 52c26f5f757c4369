-- The operator is told how many deliveries have failed of late, without reading those that went well.
create index deliveries_failed on callback_private.deliveries (updated_at) where status = 'failed';
