/** Which operator a token belongs to. The database decides by the token's claims and its settings. */
import { CallbackError } from '@ringback/client';
import type { Database } from '../../platform/database.ts';
import type { Identity } from './identity.ts';

/** An operator who was found is believed for so long; what they may do, the database checks at every call. */
const REMEMBERED_MS = 10_000;

/**
 * Makes the look-up of an operator's id. It rejects with `forbidden` when the token belongs to no operator. An
 * identity lives as long as its token is remembered, and so does the answer that is kept for it.
 */
export function createOperatorLookup(database: Database): (identity: Identity) => Promise<string> {
  const remembered = new WeakMap<Identity, { id: string; untilMs: number }>();
  return async (identity) => {
    const known = remembered.get(identity);
    if (known && known.untilMs > Date.now()) return known.id;
    const id = await database.value<string | null>(
      (sql) => sql`select callback_private.operator_of(${sql.json(identity.claims as never)})`,
    );
    if (id === null) throw new CallbackError('forbidden', 'Only an operator of the marketplace may do this.');
    remembered.set(identity, { id, untilMs: Date.now() + REMEMBERED_MS });
    return id;
  };
}
