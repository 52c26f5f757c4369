/** What the fake server has of the person who is signed in. */
import type { PersonalData } from '@ringback/client';
import type { FakeServer } from './fakeServer.ts';

export const personalDataOf = ({ userId, requests, devices }: FakeServer): PersonalData => ({
  ...{ person_id: userId, exported_at: '2026-12-01T09:30:00Z', locale: 'en', marketplace: 'Market' },
  ...{ profile: { full_name: 'Ama Mensah' }, requests_made: requests.map((request) => ({ ...request })) },
  ...{
    requests_received: [],
    notifications: [],
    preferences: null,
    devices: devices.map((one) => ({ ...one })),
  },
  ...{ request_facts: [], refusals: [], idempotency_keys: [], statistics: {}, staff_actions: [] },
  ...{ confirmed_phones: [], blocked_buyers: [], reports_made: [] },
});
