/** Checks that the database refuses, and how. */

import { PostgresError } from '@ringback/database';
import { expect } from 'vitest';

export type Refusal = {
  code: string;
  status: number;
  message: string;
  detail: Record<string, unknown> | undefined;
};

/**
 * Fails unless the promise rejects with that code (the HINT of a PTxxx error), or resolves to an answer `{ refusal }` with it, as refusals
 * are answered that must be remembered. Returns the refusal for a closer look.
 */
export async function expectRefusal(promise: PromiseLike<unknown>, code: string): Promise<Refusal> {
  const error = await Promise.resolve(promise).catch((reason: unknown) => reason);
  const returned = (error as { refusal?: Omit<Refusal, 'status'> } | null | undefined)?.refusal;
  if (returned) {
    expect(returned.code, returned.message).toBe(code);
    return { status: 429, ...returned };
  }
  if (!(error instanceof Error)) throw new Error(`was not refused and returned ${JSON.stringify(error)}`);
  if (!(error instanceof PostgresError) || !/^PT\d{3}$/.test(error.code)) throw error;
  const refusal = {
    code: error.hint ?? '',
    status: Number(error.code.slice(2)),
    message: error.message,
    detail: error.detail ? (JSON.parse(error.detail) as Record<string, unknown>) : undefined,
  };
  expect(refusal.code, refusal.message).toBe(code);
  return refusal;
}
