/**
 * After an erasure no trace of a person is left: not in a dump, not in the logs of the API and the worker, not in what is sent
 * later; and every total is as before. A mail that is being sent to them at that moment leaves none either.
 */
import { createCallbackClient } from '@ringback/client';
import { waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import {
  expectInvariants,
  type Listing,
  listing,
  maintainAll,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { SENTINEL } from '@ringback/testing/database/life.ts';
import { hasPgDump, pgDump } from '@ringback/testing/database/pgDump.ts';
import { type MailServer, mailServer } from '@ringback/testing/providers/smtp.ts';
import { SECRET, token } from '@ringback/testing/server/app.ts';
import { beforeAll, expect, test } from 'vitest';
import { ringback, ringbackApi } from '../support/process.ts';
import { settled } from '../support/worker.ts';

let database: TestDatabase;
let smtp: MailServer;
let sentinel: Person;
let other: Person;
let bike: Listing;
let lamp: Listing;
beforeAll(async () => {
  database = await testDatabase({ version: 15 });
  await makeItNoon(database.sql);
  await database.sql`update callback_private.settings set channels = '{email}'`;
  const [first_name, last_name] = SENTINEL.name.split(' ') as [string, string];
  sentinel = await person(database, { first_name, last_name, phone: SENTINEL.phone, email: SENTINEL.email });
  other = await person(database);
  [bike, lamp] = [await listing(database, other), await listing(database, sentinel)];
  smtp = await mailServer();
  return () => smtp.close();
});

const settings = () => ({ DATABASE_URL: database.apiUrl, JWT_SECRET: SECRET, LOG_LEVEL: 'debug' });
const clientOf = (origin: string, { id }: Person) =>
  createCallbackClient({ baseUrl: origin, getToken: () => token(id) });

/** All that a backup would hold, without the marketplace's own tables. */
const dump = () =>
  pgDump(
    database.url,
    '--data-only',
    ...['profiles', 'listings'].map((name) => `--exclude-table=public.${name}`),
  );

function tracesIn(text: string): string[] {
  const traces = { ...SENTINEL, first: 'Grazilda', digits: SENTINEL.phone.slice(2), id: sentinel.id };
  return Object.entries(traces).flatMap(([what, trace]) => (text.includes(trace) ? [what] : []));
}

async function totals() {
  const [row] = await database.sql`
    select get_callback_overview(30) as overview, get_callback_request_stats(${other.id}) -> 'as_seller' as stats`;
  const { received, completed, buyers, sellers, by_status } = row?.overview ?? {};
  const ended = row?.stats.completed;
  return {
    received,
    completed,
    buyers,
    sellers,
    all: sum(by_status),
    ended,
    total: row?.stats.total_received,
  };
}
const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((all, one) => all + one, 0);

test.runIf(hasPgDump)(
  'is left in no dump and in no log, and every total stays',
  { timeout: 120_000 },
  async () => {
    const api = await ringbackApi(database.apiUrl, { LOG_LEVEL: 'debug' });
    const worker = ringback(['worker'], {
      ...settings(),
      ...{ SMTP_URL: smtp.url, MAIL_FROM: 'callbacks@shop.example.com' },
    });
    const [theirs, others] = [clientOf(api.origin, sentinel), clientOf(api.origin, other)];
    const content = {
      ...{
        requester_name: SENTINEL.name,
        requester_phone: SENTINEL.phone,
        message: `At ${SENTINEL.address}`,
      },
      ...{ listing_id: bike.id, seller_id: other.id },
    };
    const open = await theirs.createCallbackRequest(content, { idempotencyKey: 'a-key-of-sentinel' });
    const done = await theirs.createCallbackRequest({
      ...content,
      listing_id: (await listing(database, other)).id,
    });
    await others.logCallbackAttempt(done.id, { outcome: 'reached' });
    await theirs.editCallbackRequest(open.id, { requester_phone: SENTINEL.otherPhone });
    await settled(database);

    // A mail to them is in the worker's hands: the server has taken the address and waits.
    smtp.fault = () => ({ step: 'dot', does: 'waits' });
    await others.createCallbackRequest({
      ...{
        listing_id: lamp.id,
        seller_id: sentinel.id,
        requester_name: 'Mary',
        requester_phone: '+13125550198',
      },
    });
    await expect.poll(() => smtp.waiting, { timeout: 30_000 }).toBe(1);
    expect(tracesIn(dump())).toEqual(
      expect.arrayContaining(['phone', 'otherPhone', 'name', 'address', 'id']),
    );
    const before = await totals();

    const erasure = await theirs.erasePersonalData({ confirm: 'erase' });
    expect(erasure).toMatchObject({ requests_made: 2, requests_received: 1, open_requests: 2 });
    smtp.fault = () => undefined;
    smtp.goOn();
    await settled(database);
    const sent = smtp.received.length;

    expect(await totals()).toEqual(before);
    await expect(theirs.getCallbackRequest(open.id)).rejects.toMatchObject({ code: 'not_found' });
    await others.createCallbackRequest({ ...content, listing_id: lamp.id, seller_id: sentinel.id }).then(
      () => expect.unreachable('nobody reaches who was erased'),
      (error) => expect(['seller_unreachable', 'duplicate_request']).toContain(error.code),
    );
    await maintainAll(database.sql);
    await waitingIsOver(database.sql);
    await settled(database);
    const later = smtp.received.slice(sent).flatMap(({ recipients }) => recipients);
    expect(later).not.toContain(SENTINEL.email);
    expect(tracesIn(dump())).toEqual([]);
    for (const { process, exited } of [api, worker]) {
      process.kill('SIGTERM');
      await exited;
    }
    for (const text of [api.output(), worker.output()]) {
      expect(text.length).toBeGreaterThan(0);
      expect(tracesIn(text)).toEqual([]);
    }
    expect(tracesIn(dump())).toEqual([]);
    await expectInvariants(database.sql);
  },
);
