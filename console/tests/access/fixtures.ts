/** Who is signed in, and who may be. */
import type { ListedOperatorSession, Operator } from '@ringback/client';
import { SESSION } from '../support/fixtures.ts';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const id = (number: number) => `0198c000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const CHROME =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';

export const SESSIONS: ListedOperatorSession[] = [
  {
    ...{ id: SESSION.session_id ?? '', operator_id: SESSION.operator_id, name: 'Ama Boateng', role: 'admin' },
    ...{ user_agent: FIREFOX, created_at: minutesAgo(130), last_seen_at: minutesAgo(0) },
    ...{ expires_at: minutesAgo(-720), ended_at: null },
  },
  {
    ...{ id: id(1), operator_id: id(2), name: 'Kofi Mensah', role: 'support', user_agent: CHROME },
    ...{ created_at: minutesAgo(3000), last_seen_at: minutesAgo(42) },
    ...{ expires_at: minutesAgo(-680), ended_at: null },
  },
];

export const ENDED: ListedOperatorSession = {
  ...{ id: id(3), operator_id: id(4), name: null, role: 'viewer', user_agent: null },
  ...{ created_at: minutesAgo(9000), last_seen_at: minutesAgo(8000) },
  ...{ expires_at: minutesAgo(7200), ended_at: minutesAgo(7200) },
};

export const OPERATORS: Operator[] = [
  {
    ...{ id: SESSION.operator_id, subject: 'link:Ama Boateng', name: 'Ama Boateng', role: 'admin' },
    ...{ created_at: minutesAgo(90_000), disabled_at: null, sessions: 1, last_seen_at: minutesAgo(0) },
  },
  {
    ...{ id: id(2), subject: '8f14e45f-ceea-467f-a0f0-1d2b3c4d5e6f', name: 'Kofi Mensah', role: 'support' },
    ...{ created_at: minutesAgo(60_000), disabled_at: null, sessions: 1, last_seen_at: minutesAgo(42) },
  },
  {
    ...{ id: id(4), subject: 'command:deploy', name: 'deploy', role: 'admin' },
    ...{ created_at: minutesAgo(80_000), disabled_at: minutesAgo(500), sessions: 0, last_seen_at: null },
  },
];
