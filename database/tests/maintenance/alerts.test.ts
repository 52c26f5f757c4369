/** Alerts: raised once, recovered once, however many look and however often they restart; what flaps is one alert. */

import { claim, record, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import { asService, VERSIONS } from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { appoint, pause } from '@ringback/testing/database/operators.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { beforeEach, describe, expect, test } from 'vitest';

describe.each(VERSIONS)('alerts on PostgreSQL %i', (version) => {
  const outbox = outboxOn(version);
  beforeEach(async () => {
    await outbox.sql`delete from callback_private.alerts`;
    await outbox.sql`delete from callback_private.channel_pauses`;
    await outbox.sql`update callback_private.settings
      set alert_emails = '{ops@example.com}', alert_webhook_url = 'https://hooks.example.com/x'`;
  });

  const maintain = () => maintainAll(outbox.api);
  const alerts = async () => [
    ...(await outbox.sql`
      select kind, subject, figure, recovered_at is not null as is_over from callback_private.alerts order by raised_at, id`),
  ];
  /** What was written for the operators, by channel. */
  const messages = async () => [
    ...(await outbox.sql`select alert_event as event, channel, operator_address as address
      from callback_private.deliveries where subject_kind = 'alert' order by id, channel`),
  ];
  /** So many minutes pass for what alerts look at. */
  async function passes(minutes: number): Promise<void> {
    await outbox.sql`update callback_private.alerts set
      raised_at = raised_at - make_interval(mins => ${minutes}), last_true_at = last_true_at - make_interval(mins => ${minutes}),
      recovered_at = recovered_at - make_interval(mins => ${minutes})`;
    await outbox.sql`update callback_private.deliveries set
      updated_at = updated_at - make_interval(mins => ${minutes}), sent_at = sent_at - make_interval(mins => ${minutes}),
      first_attempt_at = first_attempt_at - make_interval(mins => ${minutes})`;
  }
  async function mailsFail(mails: number): Promise<void> {
    for (let asked = 0; asked < mails; asked += 1) await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'ECONNREFUSED' });
  }
  const deleteRequests = () => outbox.sql`delete from public.callback_requests`;

  test('a channel that fails is raised once, and recovered once when it has been calm', async () => {
    await mailsFail(2);
    await maintain();
    expect(await alerts(), 'two are too few').toEqual([]);
    await mailsFail(1);
    await maintain();
    await maintain();
    expect(await alerts()).toEqual([
      {
        ...{ kind: 'channel_failing', subject: 'email', is_over: false },
        figure: { failures: 3, sent: 0, reason: 'ECONNREFUSED' },
      },
    ]);
    expect(await messages()).toEqual([
      { event: 'raised', channel: 'email', address: 'ops@example.com' },
      { event: 'raised', channel: 'webhook', address: null },
    ]);
    await deleteRequests();
    await passes(4);
    await maintain();
    expect(await alerts()).toMatchObject([{ is_over: false }]);
    await passes(2);
    await maintain();
    await maintain();
    expect(await alerts()).toMatchObject([{ is_over: true }]);
    expect(await messages()).toHaveLength(4);
  });

  test('a channel with more successes than failures, or one that is paused, raises nothing', async () => {
    await mailsFail(3);
    await pause(outbox.api, await appoint(outbox.sql, 'admin'), 'email');
    await maintain();
    expect(await alerts()).toEqual([]);
    await outbox.sql`delete from callback_private.channel_pauses`;
    for (let asked = 0; asked < 4; asked += 1) await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'sent' });
    await maintain();
    expect(await alerts()).toEqual([]);
  });

  test('one delivery that nothing but fails for a quarter of an hour is enough', async () => {
    await mailsFail(1);
    await outbox.sql`update callback_private.deliveries set first_attempt_at = now() - interval '16 minutes'`;
    await maintain();
    expect(await alerts()).toMatchObject([{ kind: 'channel_failing', figure: { failures: 1 } }]);
  });

  test('what flaps is one alert, and has to be calm for longer each time', async () => {
    await mailsFail(3);
    await maintain();
    await deleteRequests();
    await passes(4);
    await maintain();
    await mailsFail(3);
    await maintain();
    await deleteRequests();
    await passes(4);
    await maintain();
    expect(await alerts(), 'true again in between').toMatchObject([{ is_over: false }]);
    await passes(2);
    await maintain();
    expect(await alerts()).toMatchObject([{ is_over: true }]);
    await mailsFail(3);
    await maintain();
    await deleteRequests();
    await passes(9);
    await maintain();
    expect(await alerts()).toMatchObject([{ is_over: true }, { is_over: false }]);
    await passes(2);
    await maintain();
    expect(await alerts()).toMatchObject([{ is_over: true }, { is_over: true }]);
  });

  test('many processes that look at once raise it once', async () => {
    await mailsFail(3);
    await Promise.all(Array.from({ length: 8 }, () => maintain()));
    await Promise.all(Array.from({ length: 8 }, () => outbox.api`select callback_private.check_alerts()`));
    expect(await alerts()).toHaveLength(1);
    expect(await messages()).toHaveLength(2);
  });

  test('a queue that nobody works off', async () => {
    await outbox.ask();
    await outbox.sql`update callback_private.deliveries set next_attempt_at = now() - interval '6 minutes'`;
    await maintain();
    expect(await alerts()).toMatchObject([
      { kind: 'queue_old', subject: 'email', figure: { waiting: 1, seconds: 360 } },
    ]);
  });

  test('a flood is many requests, and many more than usual', async () => {
    await outbox.sql`update callback_private.settings set alert_flood_requests = 3`;
    for (let asked = 0; asked < 2; asked += 1) await outbox.ask();
    await maintain();
    expect(await alerts()).toEqual([]);
    await outbox.ask();
    await maintain();
    expect(await alerts()).toMatchObject([{ kind: 'flood', subject: '', figure: { requests: 3, usual: 0 } }]);
    await outbox.sql`update callback_private.settings set alert_flood_requests = 300`;
  });

  test('maintenance that is late is seen by who finds it failing, and over once it has run', async () => {
    await maintain();
    await outbox.sql`update callback_private.maintenance_runs set last_run_at = now() - interval '11 minutes'`;
    await outbox.api`select callback_private.check_alerts()`;
    expect(await alerts()).toMatchObject([{ kind: 'maintenance_late', is_over: false }]);
    await passes(6);
    await outbox.api`select callback_private.check_alerts()`;
    expect(await alerts()).toMatchObject([{ is_over: false }]);
    await passes(6);
    await maintain();
    expect(await alerts()).toMatchObject([{ is_over: true }]);
  });

  test('with nobody to notify it stands in the list alone', async () => {
    await outbox.sql`update callback_private.settings set alert_emails = '{}', alert_webhook_url = null`;
    await mailsFail(3);
    await maintain();
    const [row] = await asService(
      outbox.sql,
      (service) => service`select list_callback_alerts(true) as page`,
    );
    expect(row?.page.items).toMatchObject([
      { kind: 'channel_failing', subject: 'email', recipients: 0, recovered_at: null },
    ]);
    expect(await messages()).toEqual([]);
  });

  test('its mail is judged: not to who left the list, and not once it has recovered', async () => {
    await mailsFail(3);
    await maintain();
    const due = await claim(outbox.api);
    expect(due).toMatchObject([
      { address: 'ops@example.com', kind: 'channel_failing', alert_event: 'raised', subject_kind: 'alert' },
    ]);
    await record(outbox.api, due, { outcome: 'retry', error_code: 'ECONNREFUSED' });
    await outbox.sql`update callback_private.settings set alert_emails = '{other@example.com}'`;
    await waitingIsOver(outbox.sql);
    await claim(outbox.api);
    const states = async () => (await outbox.deliveries()).filter(({ status }) => status === 'suppressed');
    expect(await states()).toMatchObject([{ channel: 'email', error_code: 'switched_off' }]);
    await outbox.sql`update callback_private.alerts set recovered_at = now()`;
    await outbox.api`select callback_private.claim_deliveries('webhook', 10, interval '30 seconds')`;
    expect(await states()).toMatchObject([
      { channel: 'email' },
      { channel: 'webhook', error_code: 'outdated' },
    ]);
  });
});
