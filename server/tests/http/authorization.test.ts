/**
 * The authorization matrix over HTTP: every caller on every operation and object. Each cell's statement runs in a transaction that is
 * rolled back, so that no cell changes what the next one meets.
 */
import { OPERATIONS } from '@ringback/client';
import {
  ID_TYPES,
  listing,
  newId,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { deliverNotification, MISSING, makeWorld } from '@ringback/testing/security/world.ts';
import { type Answer, call, SECRET, testApp, token } from '@ringback/testing/server/app.ts';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/http/types.ts';
import { type ApiWorld, CALLERS, type PersonName, SESSIONS } from '../support/callers.ts';
import { type ApiCell, apiCells, deviceOf } from '../support/cells.ts';
import { openSessions } from '../support/openSessions.ts';

type Sql = TestDatabase['api'];

/** What the cells, whose requests are pending, never allow: the status that it needs, and to whom it is then allowed. */
const NOT_PENDING = [
  ['confirmCallbackRequest', 'completed', 'buyer'],
  ['undoAcknowledgement', 'acknowledged', 'seller'],
] as const;

describe.each(ID_TYPES)('with %s ids', (ids) => {
  let database: TestDatabase;
  let app: App;
  let world: ApiWorld;
  let cells: ApiCell[];
  let answers: Map<ApiCell, Answer>;
  let sessions: Awaited<ReturnType<typeof openSessions>>;
  /** Where the application's statements go at the moment. */
  let current: Sql;

  beforeAll(async () => {
    database = await testDatabase({ ids });
    world = await makeApiWorld();
    current = database.api;
    const switched = new Proxy(database.api, {
      apply: (_target, _this, parts) => Reflect.apply(current, undefined, parts),
      get: (_target, name) => Reflect.get(current, name),
    });
    app = await testApp({ api: switched }, { JWT_AUDIENCE: 'authenticated' });
    await letOperatorsIn();
    sessions = await openSessions(app, database, world, bearer);
    cells = apiCells(world);
    answers = new Map();
    for (const caller of Object.keys(CALLERS)) {
      const headers = await headersOf(caller);
      const theirs = cells.filter((cell) => cell.caller === caller);
      for (const cell of theirs) answers.set(cell, await tried(cell, headers));
    }
  }, 180_000);
  afterAll(() => app.close());

  test('every cell has an expectation, and there are enough', () => {
    expect(cells.filter(({ expected }) => expected === undefined).map(({ name }) => name)).toEqual([]);
    expect(cells.length).toBeGreaterThanOrEqual(400);
  });

  test('every operation has cells', () => {
    const covered = new Set(cells.map(({ operation }) => operation));
    const missing = Object.entries(OPERATIONS).filter(([, operation]) => !covered.has(operation));
    expect(
      missing.map(([name]) => name),
      'each needs its entry in testing/src/operations/samples.ts',
    ).toEqual([]);
  });

  test('every denial has a control: the same call is allowed to another caller', () => {
    const operation = ({ name }: ApiCell) => name.replace(/^.*?: /, '').replace(/,.*$/, '');
    const allowed = new Set(cells.filter(({ expected }) => expected?.startsWith('20')).map(operation));
    const neverAllowed = new Set(cells.map(operation).filter((name) => !allowed.has(name)));
    expect([...neverAllowed], 'the last two name another person, which no body and no query may').toEqual([
      ...['confirmCallbackCode', 'resendCallbackCode'], // delivery/code.test.ts has a request that waits for one
      ...NOT_PENDING.map(([name]) => name),
      'createOperatorSession', // operatorSessions.test.ts has links that let in
      'undoPolicyChange', // policy.test.ts has changes to undo
      'createCallbackRequest as another',
      'listCallbackRequests as another',
    ]);
  });

  test.each(NOT_PENDING)(
    '%s is allowed once the request is %s, to the %s alone',
    async (name, status, allowed) => {
      const own = cells.find((cell) => cell.name === `${allowed}: ${name}, own`) as ApiCell;
      const advance = (transaction: Sql) =>
        transaction`select public.update_callback_request_status(${world.requestId}, ${status}, ${world.seller.id})`;
      const outcomes: Record<string, string> = {
        buyer: '403 forbidden',
        seller: '403 forbidden',
        [allowed]: '200',
      };
      for (const caller of ['buyer', 'seller', 'other buyer', 'other seller', 'token with the role admin']) {
        const answer = await tried(own, await headersOf(caller), advance);
        expect(`${caller} → ${outcomeOf(answer)}`).toBe(`${caller} → ${outcomes[caller] ?? '404 not_found'}`);
      }
    },
  );

  test.each(Object.keys(CALLERS))('%s', (caller) => {
    const mine = cells.filter((cell) => cell.caller === caller);
    const actual = mine.map((cell) => `${cell.name} → ${outcomeOf(answers.get(cell) as Answer)}`);
    expect(actual).toEqual(mine.map(({ name, expected }) => `${name} → ${expected}`));
  });

  test('nobody reads an id or a number that is not theirs', () => {
    // Their roles are judged above; an export has one's own number.
    const deliberate: unknown[] = [OPERATIONS.revealOperatorPhone, OPERATIONS.exportPerson];
    const leaks = cells.flatMap((cell) => {
      if (deliberate.includes(cell.operation)) return [];
      const own = cell.operation === OPERATIONS.exportPersonalData ? numberOf(cell.actor) : undefined;
      const { text } = answers.get(cell) as Answer;
      const sent = JSON.stringify(cell.call);
      return secretsFrom(cell.actor)
        .filter((secret) => text.includes(secret) && !sent.includes(secret) && secret !== own)
        .map((secret) => `${cell.name}: ${secret}`);
    });
    expect(leaks).toEqual([]);
  });

  test('foreign and missing get the same answer', () => {
    for (const cell of cells.filter(
      ({ name, expected }) => name.endsWith(', foreign') && expected === '404 not_found',
    )) {
      const missing = cells.find(
        ({ name }) => name === cell.name.replace(', foreign', ', missing'),
      ) as ApiCell;
      const [one, other] = [cell, missing].map((each) => ({
        ...(answers.get(each) as Answer).body,
        instance: '',
      }));
      expect(one, cell.name).toEqual(other);
    }
  });

  async function makeApiWorld(): Promise<ApiWorld> {
    const pairs = await makeWorld(database);
    const [outsider, viewer, support, admin] = await Promise.all([
      person(database),
      person(database),
      person(database),
      person(database),
    ]);
    const lamp = await listing(database, pairs.otherBuyer, { title: 'Lamp' });
    const notify = async (requestId: string) => {
      const [row] = await database.sql<{ id: string }[]>`insert into public.callback_request_notifications
      (callback_request_id, recipient_id, seller_id, notification_type, title, message, event_id)
      select r.id, r.requester_id, r.seller_id, 'request_reminder', 'Title', 'Message', e.id
      from public.callback_requests r join callback_private.events e on e.callback_request_id = r.id
      where r.id = ${requestId} returning id`;
      return row?.id ?? '';
    };
    const [toBuyerId, toOtherBuyerId] = [await notify(pairs.requestId), await notify(pairs.otherRequestId)];
    for (const id of [toBuyerId, toOtherBuyerId, pairs.notificationId, pairs.otherNotificationId]) {
      await database.sql`insert into callback_private.devices (user_id, kind, token)
      select recipient_id, 'expo', ${deviceOf(id)} from public.callback_request_notifications where id = ${id}`;
      await deliverNotification(database.sql, id);
    }
    const erased = { id: newId(ids) };
    return {
      ...pairs,
      ids,
      outsider,
      viewer,
      support,
      admin,
      lamp,
      erased,
      toBuyerId,
      toOtherBuyerId,
      operatorId: MISSING,
      operatorSessionId: MISSING,
    };
  }

  /** The claim that makes operators. */
  async function letOperatorsIn(): Promise<void> {
    await database.sql`update callback_private.settings
    set operator_claim = 'desk', operator_roles = '{"looks": "viewer", "helps": "support", "runs": "admin"}'`;
  }

  const UNDO = new Error('undone on purpose');

  async function tried(
    { call: request }: ApiCell,
    headers: Record<string, string>,
    prepare?: (transaction: Sql) => Promise<unknown>,
  ): Promise<Answer> {
    let answer: Answer | undefined;
    await database.api
      .begin(async (transaction) => {
        current = transaction as unknown as Sql;
        await prepare?.(current);
        answer = await call(app, { ...request, headers });
        throw UNDO;
      })
      .catch((error) => {
        if (error !== UNDO) throw error;
      });
    current = database.api;
    return answer as unknown as Answer;
  }

  const bearer = async (sub: string | undefined, claims: Record<string, unknown> = {}) => ({
    authorization: `Bearer ${await token(sub, { aud: 'authenticated', ...claims })}`,
  });

  async function headersOf(caller: string): Promise<Record<string, string>> {
    const { buyer, seller, otherSeller, outsider, viewer, support, admin } = world;
    if (caller in SESSIONS) return sessions[caller] ?? {};
    const special: Record<string, () => Promise<Record<string, string>>> = {
      'no token': async () => ({}),
      'expired token': () => expiredOrForged(SECRET, Date.now() / 1000 - 120),
      'token signed with another key': () =>
        expiredOrForged('another secret, 0123456789 abcdefgh ijkl', Date.now() / 1000 + 600),
      'token for another audience': () => bearer(buyer.id, { aud: 'another marketplace' }),
      'token of a visitor': () => bearer(buyer.id, { role: 'anon' }),
      'service for nobody': () => bearer(undefined, { role: 'service_role' }),
      'service for the buyer': async () => ({
        ...(await bearer(undefined, { role: 'service_role' })),
        'ringback-user': buyer.id,
      }),
      'service for the seller': async () => ({
        ...(await bearer(undefined, { role: 'service_role' })),
        'ringback-user': seller.id,
      }),
      'service for the other seller': async () => ({
        ...(await bearer(undefined, { role: 'service_role' })),
        'ringback-user': otherSeller.id,
      }),
      'buyer for the seller': async () => ({ ...(await bearer(buyer.id)), 'ringback-user': seller.id }),
      'admin for the seller': async () => ({
        ...(await bearer(outsider.id, { role: 'admin' })),
        'ringback-user': seller.id,
      }),
      'token with the role admin': () => bearer(outsider.id, { role: 'admin' }),
      'operator with an unknown role': () => bearer(outsider.id, { desk: 'owns' }),
      'viewing operator': () => bearer(viewer.id, { desk: 'looks' }),
      'supporting operator': () => bearer(support.id, { desk: 'helps' }),
      'administrating operator': () => bearer(admin.id, { desk: 'runs' }),
    };
    const as = CALLERS[caller] as { acts: PersonName };
    return (special[caller] ?? (() => bearer(world[as.acts].id)))();
  }

  async function expiredOrForged(secret: string, expiresAt: number): Promise<Record<string, string>> {
    const jwt = await new SignJWT({ role: 'authenticated', aud: 'authenticated' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(world.buyer.id)
      .setExpirationTime(Math.floor(expiresAt))
      .sign(new TextEncoder().encode(secret));
    return { authorization: `Bearer ${jwt}` };
  }

  const outcomeOf = ({ status, body }: Answer) => [status, body?.code].filter(Boolean).join(' ');

  /** Ids and numbers of the pairs that a person does not belong to, every seller's number, and the buyer's for all but the two sides. */
  function numberOf(actor: PersonName | undefined): string | null | undefined {
    const { buyer, seller, otherBuyer, otherSeller } = world;
    const people: Record<string, Person> = { buyer, seller, otherBuyer, otherSeller };
    return people[actor ?? '']?.phone;
  }

  function secretsFrom(actor: PersonName | undefined): string[] {
    const { buyer, seller, otherBuyer, otherSeller } = world;
    const isFirst = actor === 'buyer' || actor === 'seller';
    const isSecond = actor === 'otherBuyer' || actor === 'otherSeller';
    // Operators see whose things are; numbers they don't.
    const isOperator = ['viewer', 'support', 'admin'].includes(actor ?? '');
    return [
      ...(isFirst || isOperator ? [] : [world.requestId, world.notificationId, world.toBuyerId]),
      ...(isSecond || isOperator
        ? []
        : [world.otherRequestId, world.otherNotificationId, world.toOtherBuyerId]),
      ...(isFirst ? [] : [buyer.phone ?? '']),
      ...(isSecond ? [] : [otherBuyer.phone ?? '']),
      ...[seller.phone ?? '', otherSeller.phone ?? ''],
    ];
  }
});
