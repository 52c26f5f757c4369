/** Every sample of the reference is run as it stands: curl against the API, TypeScript compiled first. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createCallbackClient,
  createOperatorClient,
  OPERATIONS,
  type Operation,
  type OperationName,
  Problem,
} from '@ringback/client';
import {
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { FULL } from '@ringback/testing/full.ts';
import { SAMPLES as CALLS, type MethodName } from '@ringback/testing/operations/samples.ts';
import { deliverNotification } from '@ringback/testing/security/world.ts';
import { testApp, token, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { SAMPLES } from '../../../src/http/docs/samples.ts';
import type { App } from '../../../src/http/types.ts';
import { camelCase, moduleOf, readSamples, runShell, type Shown } from '../../support/referenceSamples.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const FOLDER = join(ROOT, '.ringback', `reference-${process.pid}`);
const LISTING = '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11';
const SELLER = '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a12';
const DEVICE = String(SAMPLES.retireDevice.arguments[0]);

let database: TestDatabase;
let app: App;
let api: string;
let seller: Person;
let shown: Map<string, Shown>;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  await database.sql`update callback_private.settings
    set operator_claim = 'desk', operator_roles = '{"runs": "admin"}'`;
  const port = await freePort();
  api = `http://127.0.0.1:${port}`;
  app = await testApp(database, { PUBLIC_URL: api });
  await app.listen({ port, host: '127.0.0.1' });
  seller = await person(database, { id: SELLER });
  await listing(database, seller, { id: LISTING });
  shown = readSamples((await app.inject('/docs')).body);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, '.curlrc'), 'silent\nshow-error\nfail-with-body\n');
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
});
afterAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  await app.close();
});

const clientOf = ({ id }: { id: string }) =>
  createCallbackClient({ baseUrl: api, getToken: () => token(id) });

/** What a sample may name: a fresh request, the seller's notification of it, and tokens of all. */
async function variables(): Promise<Record<string, string>> {
  await database.sql`delete from callback_private.erasures`; // whom a sample erased may start over
  const buyer = await person(database);
  const bike = await listing(database, seller);
  const { id } = await clientOf(buyer).createCallbackRequest({
    ...{ listing_id: bike.id, seller_id: seller.id, requester_name: 'Ama', requester_phone: '+12125550144' },
  });
  const { items } = await clientOf(seller).listNotifications();
  const notificationId = items[0]?.id ?? '';
  await deliverNotification(database.sql, notificationId);
  return {
    ...{ API: api, REQUEST_ID: id, LISTING_ID: bike.id, USER_ID: seller.id, PERSON_ID: seller.id },
    NOTIFICATION_ID: notificationId,
    DELIVERY_ID: notificationId,
    ...(await anOperator()),
    BUYER_TOKEN: await token(buyer.id),
    SELLER_TOKEN: await token(seller.id),
    OPERATOR_TOKEN: await token(crypto.randomUUID(), { desk: 'runs' }),
    SERVICE_TOKEN: await token(undefined, { role: 'service_role' }),
  };
}

/** An operator who is none of the callers, their session, and their last change of the policy. */
async function anOperator(): Promise<Record<string, string>> {
  const bearer = await token(crypto.randomUUID(), { desk: 'runs' });
  const operator = createOperatorClient({ baseUrl: api, getToken: () => bearer });
  const { operator_id, session_id } = await operator.createOperatorSession({});
  const { revision } = await operator.getPolicy();
  const changed = await operator.changePolicy({ changes: { expires_after: nextExpiry() }, revision });
  const [change] = (await operator.listPolicyChanges({ limit: 1 })).items;
  const entry = await operator.addTrustEntry({ list: 'allow', phone: '+442079460018', reason: 'A sample' });
  return {
    ...{ OPERATOR_ID: operator_id, SESSION_ID: session_id ?? '' },
    ...{ REVISION: changed.revision, CHANGE_ID: change?.id ?? '', ENTRY_ID: entry.id },
  };
}

let hours = 100;
/** Another one each time, so that there is something to change. */
const nextExpiry = () => `PT${hours++}H`;

/** What must have happened before, for some. */
const BEFORE: Record<string, (request: string) => Promise<unknown>> = {
  undoAcknowledgement: (id) => clientOf(seller).updateCallbackRequestStatus(id, { status: 'acknowledged' }),
  // Confirmed already: no sample knows the digits.
  confirmCallbackCode: (id) => database.sql`
    insert into callback_private.held_requests (
      id, requester_id, seller_id, listing_id, requested_on, request, decision, decided_at, code_until, holds_day)
    select r.id, r.requester_id, r.seller_id, r.listing_id, r.requested_on, jsonb_build_object('id', r.id), 'approved', now(),
      now(), false
    from callback_requests r where r.id = ${id}`,
  resendCallbackCode: (id) =>
    database.sql.begin(async (sql) => {
      await sql`
        insert into callback_private.held_requests (
          id, requester_id, seller_id, listing_id, requester_phone, requested_on, request, code_until)
        select r.id, r.requester_id, r.seller_id, r.listing_id, r.requester_phone, r.requested_on, to_jsonb(r),
          now() + interval '10 minutes'
        from callback_requests r where r.id = ${id}`;
      await sql`delete from callback_requests where id = ${id}`;
      await sql`delete from callback_private.events where callback_request_id = ${id}`;
    }),
  confirmCallbackRequest: (id) => clientOf(seller).updateCallbackRequestStatus(id, { status: 'completed' }),
  retireDevice: () => clientOf(seller).registerDevice(DEVICE, { kind: 'expo' }),
};

async function prepare(section: string): Promise<Record<string, string>> {
  const given = await variables();
  await BEFORE[section]?.(String(given.REQUEST_ID));
  return given;
}

const OPERATION_NAMES = Object.keys(OPERATIONS) as OperationName[];

test('each operation has one of each kind, some concepts have others', () => {
  for (const name of OPERATION_NAMES)
    expect(Object.keys(shown.get(name) ?? {}), name).toEqual(['curl', 'TypeScript']);
  const concepts = [...shown.keys()].filter((section) => !OPERATION_NAMES.includes(section as OperationName));
  expect(concepts).toEqual(['start', 'signing-in', 'repeating', 'lists', 'errors']);
  expect(z.safeParse(Problem, JSON.parse(shown.get('errors')?.['An error'] ?? '')).error).toBeUndefined();
});

describe('curl', () => {
  test.each(OPERATION_NAMES)('%s', async (name) => {
    const answer = await runShell(shown.get(name)?.curl ?? '', await prepare(name), FOLDER);
    const { answer: schema }: Operation = OPERATIONS[name];
    if (name === 'stream') expect(answer).toContain('event: unread');
    else if (schema) expect(z.safeParse(schema, JSON.parse(answer)).error, answer).toBeUndefined();
    else expect(answer).toBe('');
  });

  test.each([
    ['start', 'curl'],
    ['signing-in', 'curl, as your back end'],
    ['repeating', 'curl'],
  ])('%s', async (section, name) => {
    const answer = await runShell(shown.get(section)?.[name] ?? '', await prepare(section), FOLDER);
    expect(JSON.parse(answer)).toEqual(expect.any(Object));
  });

  test('of what is refused fails', async () => {
    const given = { ...(await prepare('getStats')), SELLER_TOKEN: 'x' };
    await expect(runShell(shown.get('getStats')?.curl ?? '', given, FOLDER)).rejects.toThrow(
      'unauthenticated',
    );
  });
});

describe('TypeScript', () => {
  let samples: Record<string, () => Promise<unknown>>;

  beforeAll(async () => {
    const file = join(FOLDER, 'samples.ts');
    writeFileSync(file, moduleOf(shown, Object.keys(await variables())));
    const config = { extends: join(ROOT, 'tsconfig.json'), include: [file] };
    writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(config));
    execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['--project', FOLDER], { stdio: 'inherit' });
    ({ samples } = await import(file));
  });

  /** All are compiled; the gate runs some, for what they call the curl samples have called. */
  const isRun = (_: string, index: number) => FULL || index % 4 === 0;
  test.each([...OPERATION_NAMES.filter(isRun), 'lists', 'errors'])('%s', async (section) => {
    const given = await prepare(section);
    const [, who = section === 'errors' ? 'BUYER' : 'SELLER'] =
      /\$(\w+)_TOKEN/.exec(shown.get(section)?.curl ?? '') ?? [];
    vi.stubGlobal('session', { token: given[`${who}_TOKEN`] });
    for (const [name, value] of Object.entries(given)) vi.stubGlobal(camelCase(name), value);
    const stop = await samples[section]?.();
    if (section === 'stream') (stop as () => void)();
    expect(samples[section]).toBeDefined();
  });
});

test('who may call an operation is who the database lets', () => {
  for (const name of OPERATION_NAMES.filter((name): name is MethodName => name !== 'stream')) {
    const { buyer, seller, stranger } = CALLS[name].outcomes;
    const { access }: Operation = OPERATIONS[name];
    const who =
      access !== 'user'
        ? 'operator'
        : buyer === 'own_listing'
          ? 'visitor'
          : stranger === undefined
            ? 'self'
            : stranger === 'ok'
              ? 'anyone'
              : seller === 'forbidden'
                ? 'buyer'
                : buyer === 'forbidden'
                  ? 'seller'
                  : /^.*-requests/.test(OPERATIONS[name].path)
                    ? 'either'
                    : 'owner';
    expect(SAMPLES[name].who, name).toBe(who);
  }
});
