/** Processes that report themselves, and what is wrong with an installation, each with a stable code and a cure. */

import { randomUUID } from 'node:crypto';
import { claim, record } from '@ringback/testing/database/deliveries.ts';
import { timeRunsOut, VERSIONS } from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { appoint, pause } from '@ringback/testing/database/operators.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { beforeEach, describe, expect, test } from 'vitest';

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  const outbox = outboxOn(version);
  const worker = {
    kind: 'worker',
    version: '1.0.0',
    host: 'box',
    channels: ['email'],
    zone_data: '2026a',
    zone_problems: 0,
  };
  const report = async (changes: object = {}) => {
    const id = randomUUID();
    await outbox.api`select callback_private.report_process(${outbox.api.json({ ...worker, id, ...changes } as never)})`;
    return id;
  };
  const findings = async () => {
    const [row] = await outbox.api`select callback_private.list_findings() as findings`;
    return row?.findings as {
      code: string;
      subject: string | null;
      severity: string;
      message: string;
      cure: string;
    }[];
  };
  const codes = async () =>
    (await findings()).map(({ code, subject }) => (subject ? `${code} ${subject}` : code));
  const set = (change: string) => outbox.sql.unsafe(`update callback_private.settings set ${change}`);

  beforeEach(async () => {
    await outbox.sql`delete from callback_private.processes`;
    await outbox.sql`delete from callback_private.channel_pauses`;
    await outbox.sql`delete from callback_private.alerts`;
    await set(`alert_emails = '{ops@example.com}'`);
    await maintainAll(outbox.api);
    await report();
  });

  test('nothing is wrong with an installation that works', async () => {
    expect(await findings()).toEqual([]);
  });

  test('a process is there from its first report to its end, and stale after 90 seconds', async () => {
    const system = async () => {
      const [row] = await outbox.api`select get_callback_system() as system`;
      return row?.system as { processes: Record<string, unknown>[] };
    };
    const id = await report({ kind: 'api', host: 'web', channels: [] });
    await outbox.sql`update callback_private.processes set seen_at = now() - interval '91 seconds', started_at = now() - interval '1 hour' where id = ${id}`;
    const api = async () => (await system()).processes.find((each) => each.id === id);
    expect(await api()).toMatchObject({
      kind: 'api',
      host: 'web',
      version: '1.0.0',
      zone_data: '2026a',
      is_live: false,
    });
    await report({ id, kind: 'api', host: 'web', channels: [] });
    const again = (await api()) as { started_at: string; seen_at: string };
    expect(again).toMatchObject({ is_live: true });
    expect(Date.parse(again.seen_at) - Date.parse(again.started_at)).toBeGreaterThan(3_500_000);
    await outbox.api`select callback_private.end_process(${id})`;
    expect(await api()).toBeUndefined();
    await outbox.sql`update callback_private.processes set seen_at = now() - interval '25 hours'`;
    await maintainAll(outbox.api);
    expect((await system()).processes).toEqual([]);
  });

  test('of processes', async () => {
    await set(`channels = '{email,sms}'`);
    expect(await codes()).toEqual(['channel_unserved sms']);
    await report({ channels: ['sms'], version: '0.9.0', zone_problems: 2 });
    expect(await codes()).toEqual(['time_zone_data box']);
    await outbox.sql`update callback_private.processes set zone_problems = 0`;
    const clock = (aheadMs: number) => ({ clock: new Date(Date.now() + aheadMs) });
    await report({ channels: ['sms'], version: '0.9.0', ...clock(-20_000) });
    expect(await codes()).toEqual([]);
    await report({ channels: ['sms'], version: '0.9.0', ...clock(-95_000) });
    expect(await codes()).toEqual(['clock_wrong box']);
    expect((await findings())[0]?.message).toMatch(
      /^The clock on box is 9[56] seconds behind the database's\.$/,
    );
    await outbox.sql`update callback_private.processes set clock_ahead_seconds = 0, started_at = now() - interval '11 minutes'`;
    expect(await codes()).toEqual(['versions_differ']);
    await outbox.sql`update callback_private.processes set seen_at = now() - interval '2 minutes'`;
    expect(await codes()).toEqual(['no_worker', 'alert_mail_unserved alert_emails']);
    await set(`channels = '{email}'`);
  });

  test('of delivery', async () => {
    for (let asked = 0; asked < 3; asked += 1) await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'failed', error_code: 'smtp_554' });
    await outbox.ask();
    await outbox.sql`update callback_private.deliveries set next_attempt_at = now() - interval '10 minutes' where status = 'pending'`;
    expect(await codes()).toEqual(['channel_failing email', 'queue_old email', 'dead_letters email']);
    const [failing, old] = await findings();
    expect(failing?.message).toBe(
      '3 of 3 deliveries by email failed in the last 15 minutes, most often because of smtp_554.',
    );
    expect(old?.message).toBe('Deliveries by email are waiting: 1, the oldest for 10 minutes.');
    await pause(outbox.api, await appoint(outbox.sql, 'admin'), 'email', true, 'New server');
    expect(await codes()).toEqual(['channel_paused email', 'dead_letters email']);
  });

  test('of maintenance', async () => {
    const request = await outbox.ask();
    await timeRunsOut(outbox.sql, [request]);
    await outbox.sql`update public.callback_requests set expires_at = expires_at - interval '10 minutes', requested_at = requested_at - interval '10 minutes' where id = ${request}`;
    await outbox.sql`update callback_private.maintenance_runs set last_run_at = now() - interval '3 hours'`;
    expect(await findings()).toMatchObject([
      { code: 'maintenance_late', severity: 'error', message: 'Maintenance has not run for 3 hours.' },
      { code: 'overdue_requests', message: '1 overdue requests are still open.' },
    ]);
    await outbox.sql`delete from callback_private.maintenance_runs`;
    expect(await codes()).toContain('maintenance_never');
  });

  test('of settings that contradict each other', async () => {
    await set(
      `default_phone_region = 'GH', allowed_phone_regions = '{US}', sms_per_day = 5, operator_claim = 'role', alert_emails = '{}'`,
    );
    expect(await codes()).toEqual([
      'operators_unmapped operator_claim',
      'region_not_allowed default_phone_region',
      'sms_caps_contradict sms_per_day',
      'nobody_alerted alert_emails',
    ]);
    expect((await findings()).every(({ message, cure }) => message.endsWith('.') && cure.endsWith('.'))).toBe(
      true,
    );
    await set(
      `default_phone_region = null, allowed_phone_regions = null, sms_per_day = 1000, operator_claim = null`,
    );
  });
});
