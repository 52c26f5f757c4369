/** Thirty days of a small marketplace. */
import type { Overview } from '@ringback/client';

const DAYS = 30;

export const OVERVIEW: Overview = {
  days: DAYS,
  time_zone: 'Africa/Accra',
  received: 1284,
  by_status: { pending: 96, acknowledged: 141, completed: 802, cancelled: 133, expired: 112 },
  per_day: Array.from({ length: DAYS }, (_, index) => ({
    day: new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10),
    received: 30 + ((index * 7) % 23),
  })),
  response_rate: 84.2,
  completion_rate: 71.5,
  median_minutes_to_acknowledgement: 42,
  sellers: 212,
  buyers: 941,
  contradicted: 3,
  open_overdue: 0,
  unread_notifications: 318,
  settings: {
    expires_after_hours: 72,
    requests_per_user_per_day: 10,
    requests_per_phone_per_day: 5,
    requests_per_seller_per_day: 50,
    allowed_phone_regions: null,
  },
};
