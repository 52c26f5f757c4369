/** A delivery of a test, as the database hands it out. */
import type { NotificationDelivery } from '../../src/delivery/deliveries.ts';

/** An urgent new request, about which a seller gets a mail; with these changes. */
export const deliveryWith = (changes: Partial<NotificationDelivery>): NotificationDelivery => ({
  id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
  attempt: 1,
  last_error: null,
  subject_kind: 'notification',
  secret: 'b6d0a3a8-7f5e-4f44-8b5e-1f1d5d0d8a10',
  address: 'seller@example.com',
  p256dh: null,
  auth: null,
  phone_region: null,
  locale: 'en',
  notification_type: 'new_request',
  title: 'New callback request',
  message: 'Ada would like you to call.',
  callback_request_id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a12',
  listing_id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a13',
  priority: 'urgent',
  is_to_seller: true,
  recipient_name: 'Sam',
  other_name: 'Ada',
  listing_title: 'Bike',
  preferred_time: null,
  preferred_days: null,
  time_zone: null,
  expires_at: '2026-12-01T00:00:00Z',
  cancelled_by: null,
  data: {},
  reader_time_zone: 'UTC',
  ...changes,
});
