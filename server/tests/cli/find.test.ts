/** `ringback find` and `ringback show`: from a phone number to what happened, as the operator that the audit names. */

import {
  asOperator,
  create,
  type Listing,
  listing,
  logAttempt,
  operatorsOf,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { visibleText } from '@ringback/testing/visibleText.ts';
import { beforeAll, expect, test } from 'vitest';
import { runRingback } from '../support/command.ts';
import { finished } from '../support/process.ts';

let database: TestDatabase;
let buyer: Person;
let seller: Person;
let bike: Listing;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  buyer = await person(database, { first_name: 'Ama', last_name: 'Mensah', phone: '+442079460123' });
  seller = await person(database, { first_name: 'Kofi', last_name: 'Addo' });
  bike = await listing(database, seller, { title: 'Bakfiets' });
  id = await create(database.api, buyer, bike, { requester_name: 'Ama Mensah' });
  await logAttempt(database.api, id, 'no_answer', seller.id);
  const { support } = await operatorsOf(database.sql);
  await asOperator(database.api, support, 'add_callback_operator_note', {
    p_request_id: id,
    p_note: 'Rang us',
  });
});

const run = (...args: string[]) => runRingback(args, { DATABASE_URL: database.apiUrl });

test('a number leads to the request, and the audit has who searched', async () => {
  const args = ['find', '020 7946 0123', '--as', 'grace'];
  const { exitCode, output } = await finished(args, { DATABASE_URL: database.apiUrl });
  expect(exitCode).toBe(0);
  expect(output).toContain('Found by phone ending.');
  expect(output).toContain(`${id}  acknowledged`);
  expect(output).toContain('Ama Mensah → Kofi Addo: Bakfiets');
  expect(visibleText(output)).not.toContain('7946');
  const audit = await database.sql`select o.subject, a.subject_id from callback_private.audit a
    join callback_private.operators o on o.id = a.operator_id where a.action = 'search_by_phone'`;
  expect(audit).toEqual([{ subject: 'command:grace', subject_id: '••23' }]);
});

test('as JSON it answers what the API does', async () => {
  const { items, matched_by } = JSON.parse((await run('find', 'bakf', '--json', '--limit', '1')).output);
  expect([matched_by, items.length, items[0].id]).toEqual(['listing_title', 1, id]);
  expect(JSON.parse((await run('show', id, '--json')).output)).toMatchObject({
    id,
    buyer_sees: { status: 'acknowledged' },
    notes: [{ note: 'Rang us' }],
  });
});

test('finds people, and says when nothing is found', async () => {
  expect((await run('find', 'kofi', '--people')).output).toContain(
    `${seller.id}  Kofi Addo  0 sent  1 received`,
  );
  expect(await run('find', 'nobody')).toMatchObject({ exitCode: 1, output: 'Nothing found.\n' });
});

test('shows a request in words, and a person', async () => {
  const { output } = await run('show', id);
  for (const line of [/^Bakfiets {2}\(acknowledged\)/m, /call .* no_answer/, /Note .* Olu support: Rang us/])
    expect(output).toMatch(line);
  expect(output).toContain('+44 •••• ••0123');
  expect(visibleText(output)).not.toContain('7946');
  const shown = await run('show', buyer.id, '--person');
  expect(shown.output).toContain('requests_per_user_per_day: 1 of 10');
});

test.each([
  [['find'], 'Say what to find.'],
  [['find', 'x', '--limit', '0'], '--limit must be between 1 and 100.'],
  [['show'], 'Add the id of a request.'],
  [['show', 'abc'], 'A request’s id is a UUID'],
])('%j is refused', async (args, sentence) => {
  const { exitCode, output } = await run(...args);
  expect([exitCode, output]).toEqual([2, expect.stringContaining(sentence)]);
});

test('what is not there is said in a sentence', async () => {
  const { exitCode, output } = await run('show', '01977894-0000-7000-8000-000000000000');
  expect([exitCode, output]).toEqual([1, 'There is no such request.\n']);
});
