/** Checks that the database refuses, and how. */

import { PostgresError } from '@ringback/database';
import { expect } from 'vitest';

export type Refusal = {
  code: string;
  status: number;
  message: string;
  detail: Record<string, unknown> | undefined;
};

/** Fails unless the promise rejects with that code (the HINT of a PTxxx error); returns the refusal for a closer look. */
export async function expectRefusal(promise: PromiseLike<unknown>, code: string): Promise<Refusal> {
  const error = await Promise.resolve(promise).then(
    (value) => new Error(`was not refused and returned ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
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
