/** What operators read of deliveries: pages, filters, one with its text, and the overview. */
import { claim, record, serve } from '@ringback/testing/database/deliveries.ts';
import { asUser, expectRefusal, maintainAll, VERSIONS } from '@ringback/testing/database/index.ts';
import { appoint, pause } from '@ringback/testing/database/operators.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { beforeEach, describe, expect, test } from 'vitest';

interface Page {
  items: Record<string, unknown>[];
  next_cursor: string | null;
}

describe.each(VERSIONS)('deliveries on PostgreSQL %i', (version) => {
  const outbox = outboxOn(version);
  let viewer: string;
  beforeEach(async () => {
    viewer = await appoint(outbox.sql, 'viewer');
  });

  async function list(filters: Record<string, unknown> = {}): Promise<Page> {
    const named = Object.entries(filters).map(([name, value], at) => ({
      sql: `p_${name} => $${at + 2}`,
      value,
    }));
    const call = ['p_operator_id => $1', ...named.map(({ sql }) => sql)].join(', ');
    const values = [viewer, ...named.map(({ value }) => value)];
    const [row] = await outbox.api.unsafe(
      `select list_callback_deliveries(${call}) as page`,
      values as never[],
    );
    return row?.page as Page;
  }
  const one = async (id: unknown) => {
    const [row] = await outbox.api`select get_callback_delivery(${id as string}, ${viewer}) as delivery`;
    return row?.delivery as Record<string, unknown>;
  };
  const overview = async () => {
    const [row] = await outbox.api`select get_callback_delivery_overview(${viewer}) as overview`;
    return row?.overview as { channels: Record<string, unknown>[]; dead_letters: Record<string, unknown>[] };
  };

  test('come newest first, page by page, each once', async () => {
    for (let asked = 0; asked < 5; asked += 1) await outbox.ask();
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await list({ limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    const rows = await outbox.sql`select id from callback_private.deliveries order by id desc`;
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  test('are filtered by channel, state, reason, time and request', async () => {
    const request = await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'failed', error_code: 'smtp_552' });
    await outbox.ask();
    const [, later] = await outbox.sql`select created_at as at from callback_private.deliveries order by id`;
    const count = async (filters: object) => (await list(filters as never)).items.length;
    expect(await count({ channel: 'email' })).toBe(2);
    expect(await count({ channel: 'sms' })).toBe(0);
    expect(await count({ state: 'failed' })).toBe(1);
    expect(await count({ state: 'failed', reason: 'smtp_550' })).toBe(0);
    expect(await count({ reason: 'smtp_552' })).toBe(1);
    expect(await count({ from: later?.at })).toBe(1);
    expect(await count({ to: later?.at })).toBe(1);
    expect(await count({ request_id: request })).toBe(1);
    expect(await count({ request_id: request, state: 'pending' })).toBe(0);
    expect(await count({ request_id: viewer })).toBe(0);
  });

  test('say whose they are, what happened to them and whether they may be retried, without an address', async () => {
    await outbox.sql`update public.profiles set email = 'mary@gmail.com', phone = '+13125550198' where id = ${outbox.seller.id}`;
    const request = await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'failed', error_code: 'smtp_552_5.2.2' });
    const page = await list();
    expect(page.items).toMatchObject([
      {
        ...{ subject_kind: 'notification', notification_type: 'new_request', callback_request_id: request },
        ...{ recipient_side: 'seller', provider: 'Gmail', channel: 'email', state: 'failed' },
        ...{ reason: 'smtp_552_5.2.2', attempts: 1, is_retryable: true, may_have_arrived: false },
      },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/mary@|3125550198/);
  });

  test('hold the text that left, masked, and lose it with the request or in time', async () => {
    await outbox.ask();
    const [mail] = await claim(outbox.api);
    const text = {
      subject: 'Call +233 23 123 0048',
      body: 'Write to ada@example.com or call 0231 230 048 by 5 pm.',
    };
    await outbox.api`select callback_private.record_deliveries(${outbox.api.json([
      { id: mail?.id ?? '', attempt: mail?.attempt ?? 0, outcome: 'sent', text },
    ])})`;
    expect((await one(mail?.id)).text).toMatchObject({
      ...{ subject: 'Call +•••••', body: 'Write to ••••• or call ••••• by 5 pm.', is_shortened: false },
    });
    const texts = async () => (await outbox.sql`select from callback_private.sent_texts`).length;
    await outbox.sql`update callback_private.sent_texts set sent_at = now() - interval '31 days'`;
    await maintainAll(outbox.api);
    expect(await texts()).toBe(0);
    expect((await one(mail?.id)).text).toBeNull();
    await outbox.api`select callback_private.record_deliveries(${outbox.api.json([
      { id: mail?.id ?? '', attempt: 0, outcome: 'sent', text },
    ])})`;
    expect(await texts(), 'a result that changes nothing brings no text').toBe(0);
  });

  test('are shortened where they are long', async () => {
    await outbox.ask();
    const [mail] = await claim(outbox.api);
    const text = { subject: 's'.repeat(600), body: 'b'.repeat(20_000) };
    await outbox.api`select callback_private.record_deliveries(${outbox.api.json([
      { id: mail?.id ?? '', attempt: mail?.attempt ?? 0, outcome: 'sent', text },
    ])})`;
    const { text: kept } = (await one(mail?.id)) as { text: { body: string; is_shortened: boolean } };
    expect([kept.body.length, kept.is_shortened]).toEqual([10_000, true]);
  });

  test('are for operators alone', async () => {
    await outbox.ask();
    const [row] = await outbox.sql`select id from callback_private.deliveries`;
    for (const call of [
      `list_callback_deliveries(p_operator_id => '${viewer}')`,
      `get_callback_delivery('${row?.id}', '${viewer}')`,
      `get_callback_delivery_overview('${viewer}')`,
      `get_callback_system('${viewer}')`,
      `list_callback_alerts(p_operator_id => '${viewer}')`,
    ]) {
      const asSeller = asUser(outbox.sql, outbox.seller.id, (user) => user.unsafe(`select ${call}`));
      await expectRefusal(asSeller, 'forbidden');
      expect(await outbox.api.unsafe(`select ${call}`)).toHaveLength(1);
    }
    await expectRefusal(one(viewer), 'not_found');
  });

  test('are counted by channel and, where they were given up, by reason', async () => {
    await serve(outbox.sql, 'email', 'sms');
    await outbox.ask();
    await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'failed', error_code: 'smtp_552' });
    await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'failed', error_code: 'fate_unknown' });
    await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'timeout' });
    await pause(outbox.api, await appoint(outbox.sql, 'admin'), 'sms', true, 'Too costly');
    const { channels, dead_letters } = await overview();
    expect(dead_letters).toMatchObject([
      { channel: 'email', reason: 'smtp_552', count: 2, retryable: 2, uncertain: 0 },
      { channel: 'email', reason: 'fate_unknown', count: 1, retryable: 0, uncertain: 1 },
    ]);
    expect(channels).toMatchObject([
      {
        ...{ channel: 'email', is_used: true, waiting: 1, retrying: 1, parked: 0, paused: null },
        last_24_hours: { sent: 0, delivered: 0, failed: 3, suppressed: 0 },
      },
      { channel: 'sms', is_used: true, waiting: 0, paused: { by: 'A admin', reason: 'Too costly' } },
    ]);
    await outbox.sql`delete from callback_private.channel_pauses`;
  });
});
