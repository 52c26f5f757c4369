/** One table of errors, the same for the database, the API and the clients. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  CallbackError,
  type CallbackErrorOptions,
  ERROR_CODES,
  ERRORS,
  fromDatabase,
  fromProblem,
  isCallbackError,
  toProblem,
} from '../src/index.ts';

const details: CallbackErrorOptions = {
  field: 'requester_phone',
  existingRequestId: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
  limit: 'requests_per_user_per_day',
  retryAfterSeconds: 60,
};

test.each(ERROR_CODES)('%s survives the way through an answer', (code) => {
  for (const options of [{}, details]) {
    const error = new CallbackError(code, 'What to do.', options) as CallbackError & { code: typeof code };
    const problem = toProblem(error, 'req-1');
    expect(problem).toMatchObject({
      status: ERRORS[code].status,
      code,
      detail: 'What to do.',
      instance: 'req-1',
    });
    expect({ ...fromProblem(JSON.parse(JSON.stringify(problem))) }).toEqual({ ...error });
  }
});

test('the database refuses with the same codes and statuses', () => {
  const sql = readFileSync(new URL('../../database/functions/platform/refuse.sql', import.meta.url), 'utf8');
  const refusals = [...sql.matchAll(/when '(\w+)' then '(\d{3})'/g)];
  expect(refusals.length).toBeGreaterThan(10);
  for (const [, code, status] of refusals)
    expect(ERRORS).toHaveProperty([code as string, 'status'], Number(status));
});

test('a refusal of the database is read with its details', () => {
  const refusal = {
    code: 'PT429',
    message: 'Try again tomorrow.',
    hint: 'rate_limited',
    detail: '{"limit": "requests_per_user_per_day", "retry_after_seconds": 120}',
  };
  expect(fromDatabase(refusal)).toMatchObject({
    code: 'rate_limited',
    status: 429,
    message: 'Try again tomorrow.',
    limit: 'requests_per_user_per_day',
    retryAfterSeconds: 120,
    cause: refusal,
  });
  expect(fromDatabase({ ...refusal, code: 'PT409', hint: 'own_listing', detail: '' })).toMatchObject({
    code: 'own_listing',
    field: undefined,
  });
});

test.each([
  ['another error of the database', { code: '23505', message: 'duplicate key', hint: 'rate_limited' }],
  ["someone else's PT error", { code: 'PT418', message: 'I am a teapot', hint: null }],
  ['a name that every object has', { code: 'PT400', message: 'x', hint: 'constructor' }],
  ['a lost connection', { message: 'fetch failed' }],
])('%s is none of our refusals', (_, error) => {
  expect(fromDatabase(error)).toBeUndefined();
});

test('is recognised, also when another copy of this package made it', () => {
  expect(isCallbackError(new CallbackError('timeout', 'x'))).toBe(true);
  expect(isCallbackError(Object.assign(new Error('x'), { name: 'CallbackError', code: 'timeout' }))).toBe(
    true,
  );
  for (const other of [
    new Error('x'),
    null,
    undefined,
    'CallbackError',
    { name: 'CallbackError', code: 'x' },
  ]) {
    expect(isCallbackError(other)).toBe(false);
  }
});

test.each([
  ['rate_limited', undefined, true],
  ['overloaded', undefined, true],
  ['network_error', undefined, true],
  ['timeout', undefined, true],
  ['unexpected_answer', 502, true],
  ['unexpected_answer', 200, false],
  ['aborted', undefined, false],
  ['duplicate_request', undefined, false],
  ['unauthenticated', undefined, false],
] as const)('%s with status %s may be repeated: %s', (code, status, retryable) => {
  expect(new CallbackError(code, 'x', { status }).retryable).toBe(retryable);
});
