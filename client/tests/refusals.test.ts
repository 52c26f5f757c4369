/** A refusal that the database has recorded is an answer; the clients make the error of it that a raised one would be. */
import { expect, test } from 'vitest';
import { createSupabaseCallbackClient, fromDatabase, fromRecordedRefusal } from '../src/index.ts';
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

test.each([[null], [true], [7], ['refusal'], [{}], [{ request: {} }], [{ refusal: { code: 'unheard_of' } }]])(
  '%j is no refusal',
  (answer) => expect(fromRecordedRefusal(answer)).toBeUndefined(),
);

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
