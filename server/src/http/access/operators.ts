/** Which operator a token belongs to. The database decides by the token's claims and its settings. */
import { CallbackError, type Operation } from '@ringback/client';
import type { Database } from '../../platform/database.ts';
import type { Identity } from './identity.ts';

/** Each may do what those before it may. */
const ROLES = ['viewer', 'support', 'admin'] as const;

interface Operator {
  id: string;
  /** What this very token grants. */
  role: (typeof ROLES)[number];
}

/**
 * The id of the token's operator. It is asked for at every call: the database keeps the role of the token seen last, which
 * it checks once more, and a person may have two.
 * @throws CallbackError `forbidden` when the token belongs to no operator, or grants less than the operation's scope
 */
export async function requireOperator(
  database: Database,
  { claims, userId }: Identity,
  { scope = 'viewer' }: Operation,
): Promise<string> {
  // An operator is known by the id of the person, whichever claim holds it.
  const known = userId === null ? claims : { ...claims, sub: userId };
  const operator = await database.value<Operator | null>(
    (sql) => sql`select callback_private.operator_of(${sql.json(known as never)})`,
  );
  if (operator === null)
    throw new CallbackError('forbidden', 'Only an operator of the marketplace may do this.');
  if (ROLES.indexOf(operator.role) < ROLES.indexOf(scope))
    throw new CallbackError('forbidden', `Only an operator with the role ${scope} may do this.`);
  return operator.id;
}
