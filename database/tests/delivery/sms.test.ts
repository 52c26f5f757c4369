/** What is asked just before an SMS leaves: that its recipient may be texted, has not answered STOP, and that no cap is reached. */
import { claim, record, serve, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import { expectInvariants, expectRefusal, maintainAll, VERSIONS } from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const CAPS = {
  sms_per_recipient_per_day: 100,
  sms_per_prefix_per_day: 100,
  sms_per_country_per_day: 100,
  sms_per_day: 100,
};

describe.each(VERSIONS)('an SMS, on PostgreSQL %i,', (version) => {
  const outbox = outboxOn(version);
  const set = (settings: object) => outbox.sql`update callback_private.settings set ${outbox.sql(settings)}`;
  beforeEach(async () => {
    await serve(outbox.sql, 'sms');
    await set({ ...CAPS, allowed_phone_regions: null, requests_per_seller_per_day: 10_000 });
    await outbox.sql`delete from callback_private.sms_counts`;
    await outbox.prefer({ sms: ['new_request'] });
  });
  afterEach(() => expectInvariants(outbox.sql));

  /** So many that are claimed. */
  const claimed = async (count: number) => {
    for (let n = 0; n < count; n++) await outbox.ask('urgent');
    return claim(outbox.api, 'sms');
  };
  const begin = async ({ id, attempt }: { id: string; attempt: number }, phone: string) => {
    const [row] = await outbox.api`select callback_private.begin_sms(${id}, ${attempt}, ${phone}) as refusal`;
    return (row?.refusal ?? 'sent') as string;
  };
  /** What becomes of one to each of these numbers, all at once. */
  const beginAll = async (phones: string[]) => {
    const messages = await claimed(phones.length);
    return (await Promise.all(messages.map((message, n) => begin(message, phones[n] ?? '')))).sort();
  };

  test.each([
    [
      'sms_cap_recipient',
      { sms_per_recipient_per_day: 2 },
      ['+447400123456', '+447400123456', '+447400123456'],
      '+447400123457',
    ],
    [
      'sms_cap_prefix',
      { sms_per_prefix_per_day: 2 },
      ['+447400120001', '+447400120002', '+447400129999'],
      '+447400130001',
    ],
    [
      'sms_cap_country',
      { sms_per_country_per_day: 2 },
      ['+18762345678', '+18763345678', '+18764345678'],
      '+12125550123',
    ],
  ])('is stopped by %s, and others leave', async (reason, cap, phones, other) => {
    await set(cap);
    expect(await beginAll(phones)).toEqual(['sent', 'sent', reason].sort());
    expect(await beginAll([other])).toEqual(['sent']);
  });

  test('is stopped by the cap of the day, which ends with the day', async () => {
    await set({ sms_per_day: 2 });
    expect(await beginAll(['+447400123456', '+12125550123', '+4915112345678'])).toEqual([
      'sent',
      'sent',
      'sms_cap_day',
    ]);
    await outbox.sql`update callback_private.sms_counts set day = day - 1`;
    expect(await beginAll(['+4915112345678'])).toEqual(['sent']);
  });

  test('counts exactly, however many leave at once', async () => {
    await set({ sms_per_prefix_per_day: 7 });
    const phones = Array.from({ length: 40 }, (_, n) => `+44740012${1000 + n}`);
    const results = await beginAll(phones);
    expect(results.filter((result) => result === 'sent')).toHaveLength(7);
    expect(results.filter((result) => result === 'sms_cap_prefix')).toHaveLength(33);
  });

  test('that is tried again counts once', async () => {
    await set({ sms_per_recipient_per_day: 1 });
    let [message] = await claimed(1);
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(message).toMatchObject({ attempt });
      expect(await begin(message ?? { id: '', attempt: 0 }, '+447400123456')).toBe('sent');
      await record(outbox.api, message ? [message] : [], { outcome: 'retry', error_code: '20429' });
      await waitingIsOver(outbox.sql);
      [message] = await claim(outbox.api, 'sms');
    }
  });

  test('leaves no number behind, and its counts are forgotten', async () => {
    await beginAll(['+447400123456']);
    const rows = await outbox.sql`select cap, key from callback_private.sms_counts order by cap`;
    expect(rows.map(({ cap }) => cap)).toEqual(['country', 'day', 'prefix', 'recipient']);
    expect(JSON.stringify(rows)).not.toContain('447400123456');
    await outbox.sql`update callback_private.sms_counts set day = day - 4`;
    expect(await maintainAll(outbox.api)).toBe(4);
  });

  test.each([
    ['a satellite', '+881612345678'],
    ['a premium number', '+19005550123'],
    ['a country that the marketplace does not serve', '+12125550123'],
    ['no number', '*21*123#'],
  ])('does not go to %s', async (_what, phone) => {
    const [first, second] = await claimed(2);
    await set({ allowed_phone_regions: ['GB'] });
    expect(first && (await begin(first, phone))).toBe('phone_not_allowed');
    expect(second && (await begin(second, '+447400123456'))).toBe('sent');
  });

  test('that must not be sent is suppressed with the reason, and what a cap has stopped is in the backlog', async () => {
    await record(outbox.api, await claimed(2), { outcome: 'suppressed', error_code: 'sms_cap_day' });
    expect(await outbox.deliveries()).toMatchObject(
      Array(2).fill({ status: 'suppressed', error_code: 'sms_cap_day' }),
    );
    const capped = async () =>
      (await outbox.api`select callback_private.get_delivery_backlog() as backlog`)[0]?.backlog[0].capped;
    expect(await capped()).toBe(2);
    await outbox.sql`update callback_private.deliveries set updated_at = now() - interval '25 hours'`;
    expect(await capped()).toBe(0);
  });

  test('is stopped and started by number, in E.164 only', async () => {
    const stop = async (phone: string, isStopped: boolean) =>
      (await outbox.api`select callback_private.set_sms_stop(${phone}, ${isStopped}) as changed`)[0]?.changed;
    expect(await stop('+447400123456', true)).toBe(true);
    expect(await stop('+447400123456', true)).toBe(false);
    expect(await beginAll(['+447400123456'])).toEqual(['sms_stopped']);
    expect(await beginAll(['+447400123457'])).toEqual(['sent']);
    expect(await stop('+447400123456', false)).toBe(true);
    expect(await beginAll(['+447400123456'])).toEqual(['sent']);
    await expectRefusal(stop('07400 123456', true), 'invalid_input');
  });
});
