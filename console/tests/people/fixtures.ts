/** A person on both sides, with every part filled. */
import type { OperatorPerson, OperatorPersonDetail } from '@ringback/client';
import { DETAIL, REQUESTS } from '../requests/fixtures.ts';

export const PERSON: OperatorPerson = {
  ...{ id: '41', name: 'Ada Okafor', avatar_url: null, is_active: true, is_verified: true },
  ...{ requests_sent: 3, requests_received: 1000 },
};

const COUNTS = { total: 3, pending: 1, acknowledged: 0, completed: 1, cancelled: 0, expired: 1 };

export const PERSON_DETAIL: OperatorPersonDetail = {
  ...PERSON,
  ...{ email_masked: 'a•••@example.com', phone_masked: '+44 ••••••0123', trust_score: 4.5 },
  joined_at: '2026-01-05T10:00:00Z',
  sent: { ...COUNTS, recent: REQUESTS },
  received: { ...COUNTS, total: 0, recent: [] },
  preferences: {
    ...{ email: ['new_request'], push: [], sms: [], quiet_hours: { from: '22:00', until: '07:00' } },
    ...{
      requests_from: 'everyone',
      urgent_overrides_quiet_hours: true,
      time_zone: 'Europe/London',
      locale: 'en-GB',
    },
    channels: ['email', 'push'],
  },
  devices: [
    {
      ...{ id: '0198c000-0000-7000-8000-000000000200', kind: 'expo', locale: 'en' },
      ...{ registered_at: '2026-11-01T10:00:00Z', retired_at: null, retired_because: null },
    },
    {
      ...{ id: '0198c000-0000-7000-8000-000000000201', kind: 'web', locale: null },
      ...{
        registered_at: '2026-10-01T10:00:00Z',
        retired_at: '2026-11-02T10:00:00Z',
        retired_because: 'gone',
      },
    },
  ],
  limits: [
    { limit: 'requests_per_user_per_day', used: 10, allowed: 10, resets_at: '2026-12-01T00:00:00Z' },
    { limit: 'open_urgent_requests_per_user', used: 1, allowed: null, resets_at: null },
  ],
  blocks: { blocking: [{ id: '90', name: 'Yaw Boateng' }], blocked_by: [] },
  notifications: DETAIL.notifications,
};
