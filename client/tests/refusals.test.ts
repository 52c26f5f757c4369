/** A refusal that the database has recorded is an answer; the clients make the error of it that a raised one would be. */
import { describe, expect, test } from 'vitest';
import {
  createCallbackClient,
  createSupabaseCallbackClient,
  fromDatabase,
  fromRecordedRefusal,
} from '../src/index.ts';
import { failure } from './support/httpClient.ts';
import { INPUT } from './support/samples.ts';

const detail = { limit: 'requests_per_user_per_day', retry_after_seconds: 3600 };
const recorded = { refusal: { code: 'rate_limited', message: 'Try again tomorrow.', detail } };
const raised = {
  code: 'PT429',
  hint: 'rate_limited',
  message: 'Try again tomorrow.',
  detail: JSON.stringify(detail),
};

test('recorded and raised refusals are one error', () => {
  const { cause: _, ...one } = { ...fromRecordedRefusal(recorded) };
  const { cause: __, ...other } = { ...fromDatabase(raised) };
  expect(one).toEqual(other);
  expect(one).toMatchObject({
    code: 'rate_limited',
    status: 429,
    limit: detail.limit,
    retryAfterSeconds: 3600,
  });
});

test.each([
  [null],
  [true],
  [7],
  ['refusal'],
  [{}],
  [{ request: {} }],
  [{ refusal: null }],
  [{ refusal: {} }],
])('%j is no refusal', (answer) => expect(fromRecordedRefusal(answer)).toBeUndefined());

describe('a refusal with a code of a later version', () => {
  const later = { refusal: { code: 'unheard_of', message: 'Wait for the seller.', detail: {} } };

  test.each([['unheard_of'], ['constructor']])('is an error all the same: %s', (code) => {
    expect(fromRecordedRefusal({ refusal: { ...later.refusal, code } })).toMatchObject({
      code: 'unexpected_answer',
      message: 'Wait for the seller.',
      retryable: false,
    });
  });

  test('is thrown by the Supabase client, whether returned or raised', async () => {
    const answers = [
      [{ data: later, error: null, status: 200 }, 'unexpected_answer'],
      [{ data: null, error: { code: 'PT403', hint: 'unheard_of', message: 'x' }, status: 403 }, 'forbidden'],
      [
        { data: null, error: { code: 'PT409', hint: 'unheard_of', message: 'x' }, status: 409 },
        'unexpected_answer',
      ],
    ] as const;
    for (const [answer, code] of answers) {
      const rpc = () => ({ abortSignal: async () => answer });
      const client = createSupabaseCallbackClient({ rpc } as never);
      expect(await failure(client.createCallbackRequest(INPUT))).toMatchObject({ code });
    }
  });

  test.each([
    [403, 'forbidden'],
    [409, 'unexpected_answer'],
  ])('is thrown by the HTTP client with the code of its status: %i', async (status, code) => {
    const problem = { type: 'x', title: 'x', status, code: 'unheard_of', detail: 'Wait for the seller.' };
    const fetch = async () => Response.json(problem, { status });
    const client = createCallbackClient({ baseUrl: 'https://api.example', getToken: () => 'token', fetch });
    expect(await failure(client.createCallbackRequest(INPUT))).toMatchObject({ code, status });
  });
});

test('the Supabase client throws it', async () => {
  const called: string[] = [];
  const rpc = (name: string) => {
    called.push(name);
    return { abortSignal: async () => ({ data: recorded, error: null, status: 200 }) };
  };
  const client = createSupabaseCallbackClient({ rpc } as never);
  const error = await failure(client.createCallbackRequest(INPUT));
  expect(error).toMatchObject({ code: 'rate_limited', limit: detail.limit, retryAfterSeconds: 3600 });
  expect(called).toEqual(['submit_callback_request']);
});
