/** Every operation of Ringback, by topic. The clients take from these what they are for, the server takes all. */
import { insight, operatorInsight } from './insight.ts';
import { live } from './live.ts';
import { notifications } from './notifications.ts';
import type { Operation } from './operation.ts';
import { people } from './people.ts';
import { operatorRequests, requests } from './requests.ts';

export const TOPICS = {
  Requests: { ...requests, ...operatorRequests },
  Notifications: notifications,
  People: people,
  Insight: { ...insight, ...operatorInsight },
  Live: live,
} as const satisfies Record<string, Record<string, Operation>>;

export const OPERATIONS = {
  ...TOPICS.Requests,
  ...TOPICS.Notifications,
  ...TOPICS.People,
  ...TOPICS.Insight,
  ...TOPICS.Live,
};

export type OperationName = keyof typeof OPERATIONS;
