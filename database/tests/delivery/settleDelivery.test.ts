/** SMS, which must not be sent twice: begun before they are sent, and settled by what the provider says. */

import { claim, record, serve, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import { expectInvariants, VERSIONS } from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { describe, expect, test } from 'vitest';

describe.each(VERSIONS)('an SMS, on PostgreSQL %i:', (version) => {
  const outbox = outboxOn(version);

  const text = async () => {
    await serve(outbox.sql, 'sms');
    await outbox.prefer({ sms: ['new_request'] });
    await outbox.ask('urgent');
    return claim(outbox.api, 'sms');
  };
  const settle = async (id: string, provider: string | null, status: string, code: string | null = null) => {
    const [row] =
      await outbox.api`select callback_private.settle_delivery(${id}, ${provider}, ${status}, ${code}) as changed`;
    return row?.changed;
  };
  const begin = async (id: string, attempt: number) => {
    const [row] =
      await outbox.api`select callback_private.begin_sms(${id}, ${attempt}, '+12125550123') as refusal`;
    return row?.refusal;
  };

  test('that was claimed and not begun is sent by the next worker', async () => {
    const [first] = await text();
    await waitingIsOver(outbox.sql);
    expect(await begin(first?.id ?? '', 1)).toBe('lease_over');
    expect(await claim(outbox.api, 'sms')).toMatchObject([{ attempt: 2 }]);
  });

  test('whose sending began is parked, never sent again, and settled by the provider', async () => {
    const [first] = await text();
    const id = first?.id ?? '';
    expect(await begin(id, 1)).toBe(null);
    await waitingIsOver(outbox.sql);
    expect(await claim(outbox.api, 'sms')).toEqual([]);
    expect(await outbox.deliveries()).toMatchObject([{ status: 'parked', error_code: 'fate_unknown' }]);
    expect(await outbox.notification()).toMatchObject({ status: 'pending', sms_sent: false });
    expect(await settle(id, 'SM1', 'delivered')).toBe(true);
    expect(await outbox.notification()).toMatchObject({
      status: 'delivered',
      sms_sent: true,
      has_arrived: true,
    });
    await expectInvariants(outbox.sql);
  });

  test('of which the provider never speaks is given up after a day', async () => {
    await record(outbox.api, await text(), { outcome: 'parked', error_code: 'timeout' });
    await maintainAll(outbox.api);
    expect(await outbox.deliveries()).toMatchObject([{ status: 'parked' }]);
    await waitingIsOver(outbox.sql);
    await maintainAll(outbox.api);
    expect(await outbox.deliveries()).toMatchObject([
      { status: 'failed', error_code: 'fate_unknown:timeout' },
    ]);
  });

  test('never goes back, in whatever order the provider speaks', async () => {
    const [first] = await text();
    const id = first?.id ?? '';
    expect(await settle(id, 'SM1', 'sent')).toBe(true);
    expect(await settle(id, 'SM1', 'sent')).toBe(false);
    expect(await settle(id, 'SM2', 'delivered')).toBe(false);
    expect(await settle(id, 'SM1', 'delivered')).toBe(true);
    expect(await settle(id, 'SM1', 'sent')).toBe(false);
    expect(await settle(id, 'SM1', 'failed', '30003')).toBe(false);
    expect(await record(outbox.api, first ? [first] : [], { outcome: 'sent', provider_id: 'SM1' })).toBe(0);
    expect(await outbox.deliveries()).toMatchObject([{ status: 'delivered', error_code: null }]);
    await expectInvariants(outbox.sql);
  });

  test.each([true, false])(
    'to a person who answered STOP switches theirs off, settings saved: %s',
    async (isSaved) => {
      const messages = await text();
      if (!isSaved) await outbox.sql`delete from callback_private.preferences`;
      await record(outbox.api, messages, { outcome: 'failed', error_code: 'opted_out' });
      const [row] = await outbox.api`select get_callback_preferences(${outbox.seller.id}) -> 'sms' as sms`;
      expect(row?.sms).toEqual([]);
    },
  );
});
