/** The count that must come out even after anything that can happen (conservation.sql). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from '@ringback/database';

export type Conservation = {
  /** Transitions × recipients × channels (push: × devices) that they want. */
  asked: number;
  pending: number;
  parked: number;
  sent: number;
  delivered: number;
  suppressed: number;
  failed: number;
  /** Asked for, and there is no delivery. */
  missing: number;
  /** A delivery that nobody asked for. */
  unasked: number;
  /** Failed or suppressed, and it does not say why. */
  without_reason: number;
};

const QUERY = readFileSync(join(import.meta.dirname, '../../../database/checks/conservation.sql'), 'utf8');

export async function conservation(sql: Sql): Promise<Conservation> {
  const [row] = await sql.unsafe<Conservation[]>(QUERY);
  return row as Conservation;
}

/** Fails when something was lost or invented. */
export async function expectConservation(sql: Sql): Promise<Conservation> {
  const count = await conservation(sql);
  const { missing, unasked, without_reason } = count;
  assert.deepEqual({ missing, unasked, without_reason }, { missing: 0, unasked: 0, without_reason: 0 });
  return count;
}
