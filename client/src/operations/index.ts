/** The descriptions of all operations, by topic. Clients make methods of them; the server takes all. */
import { codes } from './codes.ts';
import { insight } from './insight.ts';
import { live } from './live.ts';
import type { MethodMaker } from './method.ts';
import { notifications } from './notifications.ts';
import type { Operation } from './operation.ts';
import { operatorAccess } from './operator/access.ts';
import { operatorDelivery } from './operator/delivery.ts';
import { operatorInsight } from './operator/insight.ts';
import { operatorPeople } from './operator/people.ts';
import { operatorPolicy } from './operator/policy.ts';
import { operatorPrivacy } from './operator/privacy.ts';
import { operatorRequests } from './operator/requests.ts';
import { operatorSystem } from './operator/system.ts';
import { operatorTrust } from './operator/trust.ts';
import { people } from './people.ts';
import { privacy } from './privacy.ts';
import { requests } from './requests.ts';

/** The descriptions of a topic, by name. */
const described = <Methods extends object>(topic: (method: MethodMaker) => Methods) =>
  topic(((operation: Operation) => operation) as never) as Record<keyof Methods, Operation>;

export const TOPICS = {
  Requests: { ...described(requests), ...described(codes), ...described(operatorRequests) },
  Notifications: described(notifications),
  People: { ...described(people), ...described(operatorPeople) },
  Privacy: { ...described(privacy), ...described(operatorPrivacy) },
  Insight: { ...described(insight), ...described(operatorInsight) },
  Policy: described(operatorPolicy),
  Live: live,
  Operators: described(operatorAccess),
  Deliveries: described(operatorDelivery),
  System: described(operatorSystem),
  Trust: described(operatorTrust),
} satisfies Record<string, Record<string, Operation>>;

export const OPERATIONS = {
  ...TOPICS.Requests,
  ...TOPICS.Notifications,
  ...TOPICS.People,
  ...TOPICS.Privacy,
  ...TOPICS.Insight,
  ...TOPICS.Policy,
  ...TOPICS.Live,
  ...TOPICS.Operators,
  ...TOPICS.Deliveries,
  ...TOPICS.System,
  ...TOPICS.Trust,
};

export type OperationName = keyof typeof OPERATIONS;
