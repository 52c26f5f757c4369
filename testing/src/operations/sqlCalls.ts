/**
 * A call of every function in `public` that users may run, and what it ends in: made from the operations' samples, and by hand for the
 * functions that no operation calls. The matrix, the attacks in another's name and the mutants of who acts are made from them.
 */
import { actorArgument, argumentsOf, type Operation, type SqlCall } from '@ringback/client';
import { type Objects, type Outcomes, SAMPLE_CALLS, SAMPLES } from './samples.ts';

export interface SqlSample {
  /** The function; then, perhaps, what is special. */
  name: string;
  function: string;
  /** The parameter that names who acts. */
  actor: string;
  access: Operation['access'];
  scope?: Operation['scope'];
  /** A trusted caller that names no operator may call it too. */
  orService?: true | undefined;
  /** Named arguments without the actor; a value is a text or goes as JSON. */
  arguments: (objects: Objects) => Record<string, unknown>;
  outcomes: Outcomes;
}

const ofOperations: SqlSample[] = SAMPLE_CALLS.flatMap(
  ({ operation, name, operationName, input, outcomes, orService }) => {
    if (!operation.sql) return [];
    const sql: SqlCall = operation.sql;
    return {
      name: `${sql.function}${name.slice(operationName.length)}`,
      ...{ function: sql.function, actor: actorArgument(operation) ?? '', outcomes },
      ...{ access: operation.access, scope: operation.scope, orService },
      arguments: (objects) => argumentsOf(sql, input(objects)),
    };
  },
);

const updated = (status: string, outcomes: Outcomes): SqlSample => ({
  name: `update_callback_request_status to ${status}`,
  ...{ function: 'update_callback_request_status', actor: 'p_user_id', access: 'user', outcomes },
  arguments: ({ request }) => ({ p_request_id: request, p_new_status: status }),
});
const listed = (name: string, actor: string): SqlSample => ({
  ...{ name, function: name, actor, access: 'user', outcomes: SAMPLES.listCallbackRequests.outcomes },
  arguments: () => ({ p_limit: 100 }),
});
const { outcomes: ofBoth } = SAMPLES.updateCallbackRequestStatus;
const { outcomes: ofSeller } = SAMPLES.logCallbackAttempt;

/** What no operation calls: a new function of that kind needs its line here. */
const OTHERS: SqlSample[] = [
  {
    ...{ name: 'create_callback_request', function: 'create_callback_request', actor: 'p_requester_id' },
    ...{ access: 'user', outcomes: SAMPLES.createCallbackRequest.outcomes },
    arguments: ({ listing, seller }) => ({
      ...{ p_listing_id: listing, p_seller_id: seller },
      ...{ p_requester_phone: '+12125550144', p_requester_name: 'Ada' },
    }),
  },
  updated('acknowledged', ofSeller),
  updated('completed', ofSeller),
  updated('cancelled', ofBoth),
  updated('expired', { ...ofBoth, buyer: 'invalid_transition', seller: 'invalid_transition' }),
  listed('get_seller_callback_requests', 'p_seller_id'),
  listed('get_requester_callback_requests', 'p_requester_id'),
];

export const CALLS: SqlSample[] = [...ofOperations, ...OTHERS];

/** The call as SQL; `actor` is SQL too, and left out when undefined. */
export function sqlOf(sample: SqlSample, objects: Objects, actor?: string): string {
  const named = Object.entries(sample.arguments(objects)).filter(([, value]) => value !== undefined);
  const given = named.map(([name, value]) => `${name} := ${literal(value)}`);
  const all = actor === undefined ? given : [...given, `${sample.actor} := ${actor}`];
  return `public.${sample.function}(${all.join(', ')})`;
}

const literal = (value: unknown) =>
  `'${(typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll("'", "''")}'`;
