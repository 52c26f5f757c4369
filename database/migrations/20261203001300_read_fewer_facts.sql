-- A look-up of facts reads 100 rows of each key now.

comment on column callback_private.request_facts.phone_people
  is 'How many accounts gave the number while hashes are kept, this one included; as device_people and ip_people. Of the last 100 requests. [personal: request_facts; staff]';
comment on column callback_private.request_facts.device_requests_hour
  is 'Requests from this device in an hour, this one included, whatever happened to them. Of the last 100.';
