/** Apps that are installed today, and a server that knows more: today's client, built, reads every answer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Handler, json, startServer } from '@ringback/testing/client/server.ts';
import {
  type MethodName,
  MISSING_OF_OPERATORS,
  SAMPLES,
  sampleArguments,
} from '@ringback/testing/operations/samples.ts';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CallbackClient, OPERATIONS, type Operation, type OperatorClient } from '../src/index.ts';
import { NEW_WORD, newerAnswer } from './support/anyAnswer.ts';
import { INPUT, LISTING_ID, NOTIFICATION, REQUEST_ID, SELLER_ID } from './support/samples.ts';

type Built = typeof import('../src/index.ts');
type Client = CallbackClient & OperatorClient;

let built: Built;

beforeAll(async () => {
  const [output] = [
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        lib: { entry: join(import.meta.dirname, '../src/index.ts'), formats: ['es'] },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  ].flat() as unknown as { output: { code: string }[] }[];
  const file = join(await mkdtemp(join(tmpdir(), 'client-')), 'client.mjs');
  await writeFile(file, output?.output[0]?.code ?? '');
  built = await import(pathToFileURL(file).href);
  await rm(dirname(file), { recursive: true });
});

const OBJECTS = {
  ...{ request: REQUEST_ID, notification: NOTIFICATION.id, listing: LISTING_ID, seller: SELLER_ID },
  ...{ device: 'token', ...MISSING_OF_OPERATORS },
};
const NAMES = Object.keys(OPERATIONS).filter((name): name is MethodName => name !== 'stream');

const callOf = (name: MethodName, client: Client): Promise<unknown> =>
  (client[name] as (...given: unknown[]) => Promise<unknown>)(...sampleArguments(name, OBJECTS));

const answerTo = (name: MethodName): unknown => {
  const { answer }: Operation = OPERATIONS[name];
  return answer && newerAnswer(answer);
};

/** What a method gives of an answer: its one member, or all of it. */
const resultOf = (name: MethodName) => {
  const { member }: Operation = OPERATIONS[name];
  const answer = answerTo(name) as Record<string, unknown> | undefined;
  return member ? answer?.[member] : answer;
};

/** Without the fields that only a later version knows, which this one may leave out. */
const known = (value: unknown) =>
  value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value, (key, inner) => (key.startsWith('field_of_') ? undefined : inner)));

describe('over HTTP', () => {
  test.each(NAMES)('%s', async (name) => {
    const handler: Handler = answerTo(name)
      ? json(200, answerTo(name))
      : (response) => response.writeHead(204).end();
    const { url } = await startServer(handler);
    const options = { baseUrl: url, getToken: () => 'token' };
    const client = { ...built.createCallbackClient(options), ...built.createOperatorClient(options) };
    expect(known(await callOf(name, client))).toEqual(known(resultOf(name)));
  });
});

describe('over Supabase', () => {
  const byFunction = Object.fromEntries(
    Object.entries<Operation>(OPERATIONS).map(([name, { sql }]) => [sql?.function, name]),
  );
  const userNames = NAMES.filter((name) => OPERATIONS[name].access === 'user' && name !== 'getWebPushKey');

  function supabaseAnswering() {
    const rpc = (called: string) => {
      const name = byFunction[called] as MethodName;
      const { answer, repeat }: Operation = OPERATIONS[name];
      const result = answer ? resultOf(name) : true;
      const data = repeat === 'key' ? { request: result, replayed: false, more: 1 } : result;
      return { abortSignal: async () => ({ data, error: null, status: 200 }) };
    };
    return built.createSupabaseCallbackClient({ rpc } as never, { defaultRegion: 'GB' });
  }

  test.each(userNames)('%s', async (name) => {
    expect(known(await callOf(name, supabaseAnswering() as Client))).toEqual(known(resultOf(name)));
  });
});

test('statuses and codes of refusals are fixed', async () => {
  const page = answerTo('listCallbackRequests') as { items: object[] };
  const { url } = await startServer(json(200, { ...page, items: [{ ...page.items[0], status: NEW_WORD }] }));
  const client = built.createCallbackClient({ baseUrl: url, getToken: () => 'token' });
  await expect(client.listCallbackRequests({ as: 'seller' })).rejects.toMatchObject({
    code: 'unexpected_answer',
  });
});

test('preferences may go back as they came, with types of a later version', async () => {
  const { url } = await startServer(json(200, answerTo('putPreferences')));
  const client = built.createCallbackClient({ baseUrl: url, getToken: () => 'token' });
  const [sample] = SAMPLES.putPreferences.call(OBJECTS);
  const newer = { ...sample, email: ['new_request' as const, NEW_WORD as never] };
  expect(known(await client.putPreferences(newer))).toEqual(known(resultOf('putPreferences')));
});

test('inputs stay strict', async () => {
  const client = built.createCallbackClient({ baseUrl: 'http://localhost:1', getToken: () => 'token' });
  const refused = { code: 'invalid_input' };
  await expect(
    client.createCallbackRequest({ ...INPUT, callback_reason: NEW_WORD as never }),
  ).rejects.toMatchObject({ ...refused, field: 'callback_reason' });
  await expect(client.logCallbackAttempt(REQUEST_ID, { outcome: NEW_WORD as never })).rejects.toMatchObject({
    ...refused,
    field: 'outcome',
  });
});
