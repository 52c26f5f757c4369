/**
 * A second kind of delivery, added as a feature would add it: a report to an operator. What leases, retries and ends deliveries does not
 * change for it.
 */

import { claim, record, serve, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import { type TestDatabase, testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { REPORTS, writeReport } from '@ringback/testing/database/reports.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

describe.each(VERSIONS)('a report, on PostgreSQL %i:', (version) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase({ version });
    await database.sql.unsafe(REPORTS).simple();
    await serve(database.sql, 'email');
  });
  beforeEach(() => database.sql`delete from callback_private.reports`);

  const write = (title?: string) => writeReport(database.sql, title);
  const state = async () => (await database.sql`select state from callback_private.reports`)[0]?.state;
  const delivery = async () =>
    (await database.sql`select status, error_code, attempts from callback_private.deliveries`)[0];

  test('is leased, with what its kind says, and tried again when the lease ends', async () => {
    await write();
    const [claimed] = await claim(database.api);
    expect(claimed).toMatchObject({ attempt: 1, address: 'ops@example.com', title: 'Week 48' });
    expect(await claim(database.api)).toEqual([]);
    await waitingIsOver(database.sql);
    expect(await claim(database.api)).toMatchObject([{ id: claimed?.id, attempt: 2 }]);
  });

  test('is retried, and given up as a dead letter when the time for that is over', async () => {
    await write();
    await record(database.api, await claim(database.api), { outcome: 'retry', error_code: 'timeout' });
    expect(await delivery()).toMatchObject({ status: 'pending', error_code: 'timeout' });
    expect(await state()).toBe('open');
    await database.sql`update callback_private.deliveries set first_attempt_at = first_attempt_at - interval '25 hours'`;
    await waitingIsOver(database.sql);
    await record(database.api, await claim(database.api), { outcome: 'retry', error_code: 'timeout' });
    expect(await delivery()).toMatchObject({ status: 'failed', attempts: 2 });
    expect(await state()).toBe('failed');
  });

  test('is settled by its provider', async () => {
    await write();
    await record(database.api, await claim(database.api), { outcome: 'sent', provider_id: 'report-1' });
    expect(await state()).toBe('sent');
    await database.api`select callback_private.settle_delivery(null, 'report-1', 'delivered', null)`;
    expect(await state()).toBe('delivered');
  });

  test('is given up by maintenance when nobody knows whether it left', async () => {
    await write();
    await record(database.api, await claim(database.api), { outcome: 'parked', error_code: 'fate_unknown' });
    expect(await state()).toBe('parked');
    await waitingIsOver(database.sql);
    const [row] = await database.api`select run_callback_maintenance() ->> 'given_up_deliveries' as given_up`;
    expect(row?.given_up).toBe('1');
    expect(await state()).toBe('failed');
  });

  test('is suppressed when its kind no longer wants it sent, and goes with its subject', async () => {
    const id = await write();
    await database.sql`update callback_private.reports set is_wanted = false`;
    expect(await claim(database.api)).toEqual([]);
    expect(await delivery()).toMatchObject({ status: 'suppressed', error_code: 'switched_off' });
    expect(await state()).toBe('suppressed');
    await database.sql`delete from callback_private.reports where id = ${id}`;
    expect(await delivery()).toBeUndefined();
  });

  test('holds up nothing when its kind does not answer for it', async () => {
    await write();
    await database.sql
      .begin(async (sql) => {
        await sql`create or replace function callback_private.judge_report_deliveries(p_delivery_ids uuid[])
        returns table (delivery_id uuid, refusal text, not_before timestamptz, message jsonb) language sql stable as
        'select null::uuid, null::text, null::timestamptz, null::jsonb where false'`;
        expect(await claim(sql)).toEqual([]);
        const [row] = await sql`select status, error_code from callback_private.deliveries`;
        expect(row).toEqual({ status: 'suppressed', error_code: 'subject_gone' });
        throw new Error('undo');
      })
      .catch((error) => expect(error.message).toBe('undo'));
  });

  test.each([
    ['without its subject', `'report', null, null, 'operator', 'ops'`, 'deliveries_report_id_check'],
    [
      'with the subject of another kind',
      `'report', (select id from callback_private.reports), gen_random_uuid(), 'operator', 'ops'`,
      'deliveries_notification_id_check',
    ],
    [
      'without its recipient',
      `'report', (select id from callback_private.reports), null, 'operator', null`,
      'deliveries_operator_id_check',
    ],
    [
      'of a kind that there is not',
      `'rumour', null, null, 'operator', 'ops'`,
      'deliveries_subject_kind_check',
    ],
  ])('cannot be written %s', async (_what, values, constraint) => {
    await write();
    await expect(
      database.sql.unsafe(`insert into callback_private.deliveries (subject_kind, report_id, notification_id, recipient_kind, operator_id, channel)
        values (${values}, 'email')`),
    ).rejects.toMatchObject({ constraint_name: constraint });
  });
});

test('what leases, retries and ends deliveries names no kind', async () => {
  const { sql } = await testDatabase();
  const naming = await sql`
    select proname as name from pg_proc
    where pronamespace = 'callback_private'::regnamespace and prosrc ~ '(notification_id|person_id|''notification'')'
      and proname = any (${CORE_FUNCTIONS})`;
  expect([...naming]).toEqual([]);
  const [known] = await sql`select count(*)::int as count from pg_proc
    where pronamespace = 'callback_private'::regnamespace and proname = any (${CORE_FUNCTIONS})`;
  expect(known?.count).toBe(CORE_FUNCTIONS.length);
});

const CORE_FUNCTIONS = [
  ...['claim_deliveries', 'begin_sms', 'record_deliveries', 'settle_delivery', 'claim_delivery_checks'],
  ...[
    'give_up_parked_deliveries',
    'judge_deliveries',
    'follow_deliveries',
    'list_due_channels',
    'get_delivery_backlog',
  ],
];
