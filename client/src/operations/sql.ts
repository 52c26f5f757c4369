/** The call of the database function that an operation amounts to. */
import type { Operation, OperationInput, SqlCall } from './operation.ts';

/** The argument that names who acts; PostgREST's callers leave it out, their token says it. */
export const ACTOR_ARGUMENTS = { user: 'p_user_id', operator: 'p_operator_id', service: null, public: null };

export const KEY_ARGUMENT = 'p_idempotency_key';

/** From the API alone; the database believes nobody else, and reads the headers that PostgREST received. */
export const ORIGIN_ARGUMENT = 'p_origin';

/** The named arguments that carry the input; undefined where the input has no such field. */
export function argumentsOf(call: SqlCall, input: OperationInput): Record<string, unknown> {
  const entries = Object.entries(call.arguments ?? {});
  return Object.fromEntries(entries.map(([name, place]) => [name, valueAt(place, input)]));
}

function valueAt(place: string, input: OperationInput): unknown {
  const [part, field] = place.split('.') as [keyof OperationInput, string?];
  return field === undefined ? input[part] : (input[part] as Record<string, unknown>)[field];
}

/** The name of the argument that names who acts, or null when nobody does. */
export function actorArgument({ access, sql }: Operation): string | null {
  return sql?.actor ?? ACTOR_ARGUMENTS[access];
}
