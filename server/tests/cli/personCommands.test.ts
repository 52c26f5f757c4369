/** `ringback export-person` and `erase-person`: what they write, who is in the audit, what they refuse, and what twice does. */
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim, record, serve } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { runRingback } from '../support/command.ts';
import { finished } from '../support/process.ts';

let database: TestDatabase;
let folder: string;
let buyer: Person;
let seller: Person;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ringback-person-'));
  await serve(database.sql, 'email');
});
beforeEach(async () => {
  buyer = await person(database, { first_name: 'Grazilda', last_name: 'Sentinelsson' });
  seller = await person(database);
  id = await create(database.api, buyer, await listing(database, seller), {
    requester_name: 'Grazilda Sentinelsson',
  });
});

const run = (...args: string[]) => runRingback(args, { DATABASE_URL: database.apiUrl });
const acts = () => database.sql`
  select o.subject, a.action, a.subject_id, a.data from callback_private.audit a
  join callback_private.operators o on o.id = a.operator_id order by a.id desc limit 1`;
const hashOf = async ({ id: personId }: Person) => {
  const [row] = await database.sql`select callback_private.person_hash(${personId}) as hash`;
  return row?.hash;
};

test('an export is JSON, and the audit has who asked and why', async () => {
  const args = ['export-person', buyer.id, '--reason', 'Ticket 1', '--as', 'grace'];
  const { exitCode, output } = await finished(args, { DATABASE_URL: database.apiUrl });
  expect(exitCode).toBe(0);
  const data = JSON.parse(output);
  expect(data).toMatchObject({ person_id: buyer.id, requests_made: [{ id }], requests_received: [] });
  expect(await acts()).toEqual([
    { subject: 'command:grace', action: 'export_person', subject_id: buyer.id, data: { reason: 'Ticket 1' } },
  ]);
});

test('as a page in a file that only its owner reads', async () => {
  const file = join(folder, 'person.html');
  expect(await run('export-person', buyer.id, '--html', '--out', file)).toMatchObject({
    exitCode: 0,
    output: `Wrote ${file}.\n`,
  });
  const page = await readFile(file, 'utf8');
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).toContain('Grazilda Sentinelsson');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('an erasure counts first if asked, then erases; twice is the same as once', async () => {
  const preview = await run('erase-person', buyer.id, '--preview', '--json');
  expect(JSON.parse(preview.output)).toMatchObject({ requests_made: 1, open_requests: 1, erased_at: null });
  expect((await run('erase-person', buyer.id, '--preview')).output).toContain('Would erase: 1 requests made');
  const erased = await run('erase-person', buyer.id, '--reason', 'Ticket 2', '--as', 'grace', '--json');
  expect(JSON.parse(erased.output)).toMatchObject({ requests_made: 1, erased_at: expect.any(String) });
  expect(await acts()).toEqual([
    {
      ...{ subject: 'command:grace', action: 'erase_person' },
      ...{ subject_id: await hashOf(buyer), data: { reason: 'Ticket 2' } },
    },
  ]);
  const again = await run('erase-person', buyer.id);
  expect(again).toMatchObject({
    exitCode: 0,
    output:
      'Erased: 0 requests made, 0 received, 0 of them open; 0 notifications with 0 deliveries, 0 devices.\n',
  });
  expect(JSON.parse((await run('export-person', buyer.id)).output).requests_made).toEqual([]);
  await expectInvariants(database.sql);
});

test('a send in flight ends without a trace, and nothing is sent afterwards', async () => {
  const [mail] = (await claim(database.api, 'email')).filter(({ address }) => address === seller.email);
  expect(mail).toBeDefined();
  expect((await run('erase-person', seller.id)).exitCode).toBe(0);
  const text = { subject: 'For Sentinel', body: 'Body' };
  expect(await record(database.api, [mail as never], { outcome: 'sent', provider_id: 'p-1', text })).toBe(1);
  const [delivery] = await database.sql`
    select d.status, d.person_id, d.provider_id, t.body
    from callback_private.deliveries d left join callback_private.sent_texts t on t.delivery_id = d.id
    where d.id = ${mail?.id ?? ''}`;
  expect(delivery).toEqual({ status: 'sent', person_id: null, provider_id: null, body: null });
  expect((await claim(database.api, 'email')).map(({ address }) => address)).not.toContain(seller.email);
});

test('a restored backup: the list erases again, and only whom it names', async () => {
  const list = join(folder, 'erasures.json');
  await run('erase-person', buyer.id);
  await writeFile(list, (await run('erase-person', '--list')).output);
  expect(await readFile(list, 'utf8')).not.toContain(buyer.id);
  expect((await run('erase-person', '--again', list)).output).toBe('Nobody had to be erased again.\n');
  await database.sql`insert into callback_private.preferences (user_id, email_types, push_types, sms_types, updated_at)
    select id, '{}', '{}', '{}', now() - interval '1 day' from unnest(${[buyer.id, seller.id]}::uuid[]) p (id)`;
  expect(JSON.parse((await run('erase-person', '--again', list, '--json')).output)).toEqual({
    erased: 1,
    held: 0,
  });
  const left = await database.sql`
    select user_id from callback_private.preferences where user_id in (${buyer.id}, ${seller.id})`;
  expect(left).toEqual([{ user_id: seller.id }]);
});

test('a legal hold is named, and refuses', async () => {
  await database.sql`insert into callback_private.legal_holds (person_id, reason, ends_at)
    values (${buyer.id}, 'Court order', now() + interval '1 day')`;
  expect((await run('erase-person', buyer.id, '--preview')).output).toContain(
    'A legal hold keeps them until',
  );
  expect(await run('erase-person', buyer.id)).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('We have to keep this data for now.'),
  });
});

test.each([
  [['export-person'], 2, 'Name the person by their id'],
  [['export-person', '--html'], 2, 'Name the person by their id'],
  [['export-person', 'nobody'], 1, 'id must be the id of a person in this marketplace.'],
  [['erase-person'], 2, 'Name the person by their id'],
  [['erase-person', 'nobody'], 1, 'id must be the id of a person in this marketplace.'],
  [['erase-person', '--all'], 2, "Unknown option '--all'"],
  [['erase-person', '--again', '/nowhere/erasures.json'], 1, "/nowhere/erasures.json can't be read"],
  [['erase-person', '--again', import.meta.filename], 1, 'is not what `ringback erase-person --list` writes'],
])('%j is refused', async (args, code, sentence) => {
  expect(await run(...args)).toMatchObject({ exitCode: code, output: expect.stringContaining(sentence) });
});
