/** Which operator a call is made by. The database decides by the token's claims and its settings, or by the session. */
import { CallbackError, OPERATOR_ROLES, type Operation } from '@ringback/client';
import type { Database } from '../../platform/database.ts';
import type { Identity } from './identity.ts';

export interface Operator {
  id: string;
  /** What this very token or session grants. */
  role: (typeof OPERATOR_ROLES)[number];
}

/**
 * The token's operator. It is asked for at every call: the database keeps the role of the token seen last, which it checks once more,
 * and a person may have two.
 * @throws CallbackError `forbidden` when the token belongs to no operator
 */
export async function operatorOfToken(database: Database, { claims, userId }: Identity): Promise<Operator> {
  // An operator is known by the id of the person, whichever claim holds it.
  const known = userId === null ? claims : { ...claims, sub: userId };
  const operator = await database.value<Operator | null>(
    (sql) => sql`select callback_private.operator_of(${sql.json(known as never)})`,
  );
  if (operator) return operator;
  throw new CallbackError('forbidden', 'Only an operator of the marketplace may do this.');
}

/** @throws CallbackError `forbidden` when the operator's role is below the operation's scope */
export function requireRole({ role }: Operator, { scope = 'viewer' }: Operation): void {
  // Each may do what those before it may.
  if (OPERATOR_ROLES.indexOf(role) >= OPERATOR_ROLES.indexOf(scope)) return;
  throw new CallbackError('forbidden', `Only an operator with the role ${scope} may do this.`);
}
