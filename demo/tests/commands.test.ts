/** The five commands of the start page, pasted into real shells against a running server: in any order, twice. */
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
const { buyer, seller } = people;
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

/** The commands about a listing of the seller's, another one for each test. */
function commandsAbout(index: number): DemoCommand[] {
  return demoCommands(apiUrl, { ...people, listing: listingOf(index) }, tokens);
}

function listingOf(index: number) {
  const theirs = makeMarketplace().listings.filter((listing) => listing.seller.id === seller.id);
  const { id, title, price, currency, images } = theirs[index] as (typeof theirs)[number];
  return { id, title, price, currency, image: images[0] ?? '' };
}

/** Pastes a command into a shell and reads what it prints. */
async function paste({ command }: DemoCommand, shell: string) {
  const { stdout, stderr } = await run(shell, ['-c', command]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/\n$/);
  return JSON.parse(stdout);
}

test.each([
  ['sh', 0],
  ['bash', 1],
])('in %s the commands lead from the question to the answer, also twice', async (shell, index) => {
  const [question, ask, inbox, acknowledge, outcome] = commandsAbout(index) as [
    DemoCommand,
    DemoCommand,
    DemoCommand,
    DemoCommand,
    DemoCommand,
  ];

  expect(await paste(question, shell)).toMatchObject({
    can_request: true,
    reason: null,
    existing_request: null,
  });
  const { id } = await paste(ask, shell);
  expect(await paste(ask, shell)).toMatchObject({ id, status: 'pending' });
  expect((await paste(inbox, shell)).items[0]).toMatchObject({
    id,
    status: 'pending',
    requester_phone: buyer.phone,
  });
  for (const _ of ['first', 'again'])
    expect(await paste(acknowledge, shell)).toMatchObject({
      ...{ id, status: 'acknowledged' },
      history: { length: 2 },
    });
  expect((await paste(outcome, shell)).items).toMatchObject([{ id, status: 'acknowledged' }]);
  expect(await paste(question, shell)).toMatchObject({ can_request: false, existing_request: { id } });
});

test('in the opposite order they lead to the same', async () => {
  const answers = [];
  for (const command of commandsAbout(2).reverse()) answers.push(await paste(command, 'sh'));
  const [, acknowledged, inbox, asked] = answers;
  expect(acknowledged).toMatchObject({ status: 'acknowledged', listing: { id: listingOf(2).id } });
  expect(inbox.items[0]).toMatchObject({ id: acknowledged.id });
  expect(asked).toMatchObject({ id: acknowledged.id });
});

test('the script for a terminal does the same in one go', async () => {
  const { stdout, stderr } = await run('sh', [
    '-c',
    demoScript(apiUrl, { ...people, listing: listingOf(3) }, tokens),
  ]);
  expect(stderr).toBe('');
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toHaveLength(5);
  expect(answers[4].items).toMatchObject([{ listing_id: listingOf(3).id, status: 'acknowledged' }]);
});
