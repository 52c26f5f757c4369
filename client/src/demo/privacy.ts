/** Export and erasure in a demo world. It keeps no totals, so what is erased is gone altogether. */
import type { Erasure, PersonalData } from '../schemas/privacy.ts';
import { devices, preferences } from './inbox.ts';
import { requestDetail } from './read.ts';
import { type Call, instant, person } from './state.ts';
import { stats } from './stats.ts';

export function personalData(call: Call): PersonalData {
  const { state, userId, now } = call;
  const mine = partsOf(call);
  return {
    ...{ person_id: userId, exported_at: instant(now), locale: 'en', marketplace: null },
    profile: { ...person(state, userId) },
    requests_made: mine.made.map(({ id }) => requestDetail(call, id)),
    requests_received: mine.received.map(({ id }) => {
      const { requester: _, requester_phone: __, requester_name: ___, ...request } = requestDetail(call, id);
      return request;
    }),
    notifications: mine.notifications.map(({ event_id: _, ...notification }) => notification),
    preferences: preferences(call),
    devices: devices(call),
    confirmed_phones: state.confirmed_phones
      .filter((known) => known.startsWith(`${userId} `))
      .map((known) => ({ phone: known.slice(userId.length + 1) })),
    ...{ request_facts: [], refusals: [], blocked_buyers: [], reports_made: [] },
    ...{ idempotency_keys: [], staff_actions: [] },
    statistics: { ...stats(call) },
  };
}

export function erase(call: Call): Erasure {
  const { state, userId, now } = call;
  const { made, received, notifications } = partsOf(call);
  const [gone, owned] = [[...made, ...received], devices(call)];
  state.requests = state.requests.filter((request) => !gone.includes(request));
  state.notifications = state.notifications.filter(
    ({ callback_request_id: about }) => !gone.some(({ id }) => id === about),
  );
  state.devices = state.devices.filter(({ user_id }) => user_id !== userId);
  state.confirmed_phones = state.confirmed_phones.filter((known) => !known.startsWith(`${userId} `));
  delete state.preferences[userId];
  return {
    ...{ person_id: userId, erased_at: instant(now), held_until: null },
    ...{ requests_made: made.length, requests_received: received.length, held_requests: 0 },
    open_requests: gone.filter(({ status }) => ['pending', 'acknowledged'].includes(status)).length,
    ...{ notifications: notifications.length, deliveries: 0, devices: owned.length },
  };
}

const partsOf = ({ state: { requests, notifications }, userId }: Call) => ({
  made: requests.filter(({ requester_id }) => requester_id === userId),
  received: requests.filter(({ seller_id, code }) => seller_id === userId && !code),
  notifications: notifications.filter(({ recipient_id }) => recipient_id === userId),
});
