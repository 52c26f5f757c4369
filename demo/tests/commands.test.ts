/** The five commands of the start page, pasted into real shells against a running server: in order, twice. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { migrate } from '@ringback/database';
import type { App } from '@ringback/server';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { testApp, token } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoCommand, demoCommands, demoScript } from '../src/commands.ts';
import { demoPeople } from '../src/load.ts';
import { createMarketplaceTables, makeMarketplace, openMarketplace } from '../src/marketplace.ts';

const people = demoPeople();
const { buyer, seller, listing } = people;
const run = promisify(execFile);
let app: App;
let apiUrl: string;
let database: TestDatabase;
let tokens: { buyer: string; seller: string; operator: string };

beforeAll(async () => {
  database = await testDatabase({ empty: true });
  await createMarketplaceTables(database.sql);
  await migrate(database.url, { bootstrap: true });
  await openMarketplace(database.sql, makeMarketplace(), new Date());
  app = await testApp(database);
  apiUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  tokens = {
    buyer: await token(buyer.id),
    seller: await token(seller.id),
    operator: await token(people.operator.id, { role: 'admin' }),
  };
}, 120_000);
afterAll(() => app.close());

/** Pastes a command into a shell and reads what it prints. */
async function paste({ command }: DemoCommand, shell: string) {
  const { stdout, stderr } = await run(shell, ['-c', command]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/\n$/);
  return JSON.parse(stdout);
}

test.each(['sh', 'bash'])('in %s the commands lead from the question to the answer', async (shell) => {
  await database.sql`delete from public.callback_requests where requester_id = ${buyer.id} and listing_id = ${listing.id}`;
  const [question, ask, inbox, acknowledge, outcome] = demoCommands(apiUrl, people, tokens) as [
    DemoCommand,
    DemoCommand,
    DemoCommand,
    DemoCommand,
    DemoCommand,
  ];

  expect(await paste(question, shell)).toMatchObject({ can_request: true, reason: null, existing_request: null });
  const { id } = await paste(ask, shell);
  expect((await paste(inbox, shell)).items[0]).toMatchObject({
    id,
    status: 'pending',
    requester_phone: buyer.phone,
  });
  expect(await paste(acknowledge, shell)).toMatchObject({ id, status: 'acknowledged' });
  expect((await paste(outcome, shell)).items).toMatchObject([{ id, status: 'acknowledged' }]);

  expect(await paste(question, shell)).toMatchObject({ can_request: false, existing_request: { id } });
  expect(await paste(ask, shell)).toMatchObject({ code: 'duplicate_request', existing_request_id: id });
  expect((await paste(inbox, shell)).items[0]).toMatchObject({ id, status: 'acknowledged' });
  expect(await paste(acknowledge, shell)).toMatchObject({
    id,
    status: 'acknowledged',
    history: { length: 2 },
  });
  expect((await paste(outcome, shell)).items).toMatchObject([{ id, status: 'acknowledged' }]);
});

test('the script for a terminal does the same in one go', async () => {
  const { stdout, stderr } = await run('sh', ['-c', demoScript(apiUrl, people, tokens)]);
  expect(stderr).toBe('');
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toHaveLength(5);
  expect(answers[4].items).toMatchObject([{ listing_id: listing.id, status: 'acknowledged' }]);
});
