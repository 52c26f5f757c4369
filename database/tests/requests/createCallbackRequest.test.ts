/** A buyer requests a callback: what is stored and told, which values are refused, and that it is once per listing and day. */
import { randomUUID } from 'node:crypto';
import {
  asUser,
  create,
  daysPass,
  expectRefusal,
  type Listing,
  listing,
  makeItNoon,
  notificationsOf,
  type Person,
  person,
  type RequestValues,
  type TestDatabase,
  testDatabase,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('create_callback_request on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let buyer: Person;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    sql = database.sql;
    await makeItNoon(sql);
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database, { first_name: 'Noor' }), person(database)]);
    bike = await listing(database, seller, { title: 'Road bike' });
  });

  const ask = (values: Partial<RequestValues> = {}) => create(database.api, buyer, bike, values);
  const stored = async (id: string) => {
    const [row] = await sql`select * from callback_requests where id = ${id}`;
    return row as Record<string, unknown>;
  };
  const set = (settings: Record<string, unknown>) =>
    sql`update callback_private.settings set ${sql(settings)}`;

  describe('the call in the requirement', () => {
    test('runs as it is written', async () => {
      const [row] = await asUser(sql, buyer.id, (as) =>
        as.unsafe(`SELECT create_callback_request(
            p_requester_id := '${buyer.id}',
            p_seller_id := '${seller.id}',
            p_listing_id := '${bike.id}',
            p_requester_phone := '+12133734253',
            p_requester_name := 'John Doe',
            p_message := 'Interested in this item',
            p_callback_reason := 'general_inquiry',
            p_preferred_time := 'evening',
            p_preferred_days := ARRAY['Monday', 'Tuesday'],
            p_priority := 'normal'
        );`),
      );
      const id = row?.create_callback_request as string;
      expect(await stored(id)).toMatchObject({
        requester_id: buyer.id,
        seller_id: seller.id,
        listing_id: bike.id,
        status: 'pending',
        priority: 'normal',
        requester_phone: '+12133734253',
        requester_name: 'John Doe',
        message: 'Interested in this item',
        callback_reason: 'general_inquiry',
        preferred_time: 'evening',
        preferred_days: ['Monday', 'Tuesday'],
        acknowledged_at: null,
        completed_at: null,
        cancelled_at: null,
      });
    });

    test('has a placeholder for a phone number: nobody can have that one', async () => {
      await expectRefusal(ask({ requester_phone: '+1234567890' }), 'invalid_phone');
    });
  });

  test('a signed-in user may leave out who they are', async () => {
    const id = await asUser(sql, buyer.id, (as) => create(as, buyer, bike, { requester_id: null }));
    expect(await stored(id)).toMatchObject({ requester_id: buyer.id });
  });

  test('tells the seller and nobody else, and writes one event', async () => {
    const id = await ask({ requester_name: 'Noor Haddad' });
    expect(await notificationsOf(sql, id, seller.id)).toEqual(['new_request']);
    expect(await notificationsOf(sql, id, buyer.id)).toEqual([]);
    const [notification] =
      await sql`select title, message, status, read_at, seller_id from callback_request_notifications where callback_request_id = ${id}`;
    expect(notification).toEqual({
      title: 'New callback request',
      message: 'Noor Haddad would like you to call about “Road bike”.',
      status: 'sent',
      read_at: null,
      seller_id: seller.id,
    });
    const events = await sql`
      select event_type, actor, from_status, to_status, seller_id, requester_id from callback_private.events where callback_request_id = ${id}`;
    expect([...events]).toEqual([
      {
        event_type: 'request_created',
        actor: 'buyer',
        from_status: null,
        to_status: 'pending',
        seller_id: seller.id,
        requester_id: buyer.id,
      },
    ]);
  });

  test('ids grow with time', async () => {
    const first = await ask();
    const later = await create(database.api, buyer, await listing(database, seller));
    expect(later > first).toBe(true);
    expect(first[14]).toBe('7');
  });

  describe('values', () => {
    test.each<[string, Partial<RequestValues>, Partial<RequestValues>]>([
      [
        'white space around texts',
        { requester_name: ' \tNoor\n', message: '\u3000Hi \n' },
        { requester_name: 'Noor', message: 'Hi' },
      ],
      [
        'white space around the phone number',
        { requester_phone: ' +12133734253\n' },
        { requester_phone: '+12133734253' },
      ],
      [
        'blank optional texts',
        { message: ' \n', preferred_time: '\t' },
        { message: null, preferred_time: null },
      ],
      ['no priority', { priority: null }, { priority: 'normal' }],
      ['no days', { preferred_days: [] }, { preferred_days: null }],
      [
        'a day named twice',
        { preferred_days: ['Sunday', 'Monday', 'Sunday'] },
        { preferred_days: ['Sunday', 'Monday'] },
      ],
      ['the longest name', { requester_name: 'x'.repeat(100) }, { requester_name: 'x'.repeat(100) }],
      ['the longest message', { message: '🚲'.repeat(1000) }, { message: '🚲'.repeat(1000) }],
      ['lines and tabs in a message', { message: 'one\n\ttwo' }, { message: 'one\n\ttwo' }],
      ['the longest preferred time', { preferred_time: 'x'.repeat(60) }, { preferred_time: 'x'.repeat(60) }],
      [
        'names of many scripts',
        { requester_name: 'สมชาย नमस्ते 王小明 Zoë' },
        { requester_name: 'สมชาย नमस्ते 王小明 Zoë' },
      ],
    ])('%s', async (_, given, kept) => {
      expect(await stored(await ask(given))).toMatchObject(kept);
    });

    test.each(['low', 'normal', 'high', 'urgent'])('priority %s', async (priority) => {
      expect(await stored(await ask({ priority }))).toMatchObject({ priority });
    });

    test.each([
      'general_inquiry',
      'price_negotiation',
      'product_details',
      'availability_check',
      'meetup_arrangement',
      'other',
    ])('reason %s', async (callback_reason) => {
      expect(await stored(await ask({ callback_reason }))).toMatchObject({ callback_reason });
    });

    test.each([
      'UTC',
      'Etc/GMT-14',
      'Europe/London',
      'America/Argentina/Buenos_Aires',
      'America/Port-au-Prince',
      'Africa/Accra',
    ])('zone %s', async (time_zone) => {
      expect(await stored(await ask({ time_zone: ` ${time_zone}\n` }))).toMatchObject({ time_zone });
    });

    test('all seven days', async () => {
      const preferred_days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
      expect(await stored(await ask({ preferred_days }))).toMatchObject({ preferred_days });
    });

    test.each<[string, keyof RequestValues, RequestValues[keyof RequestValues]]>([
      ['no seller', 'seller_id', null],
      ['another seller', 'seller_id', randomUUID()],
      ['no listing', 'listing_id', null],
      ['no phone', 'requester_phone', null],
      ['a blank phone', 'requester_phone', '  '],
      ['no name', 'requester_name', null],
      ['a blank name', 'requester_name', ' \u00a0\n'],
      ['a name of invisible characters', 'requester_name', '\u200b\u2800'],
      ['a name too long', 'requester_name', 'x'.repeat(101)],
      ['a name of two lines', 'requester_name', 'Noor\nHaddad'],
      ['a name with a bidi character', 'requester_name', 'Noor\u202egnp'],
      ['a name with a control character', 'requester_name', 'Noor\u0007'],
      ['a name with stacked marks', 'requester_name', `N${'\u0301'.repeat(4)}`],
      ['a message too long', 'message', 'x'.repeat(1001)],
      ['a message with a control character', 'message', 'Hi\u0008'],
      ['a megabyte', 'message', 'x'.repeat(1_000_000)],
      ['a preferred time too long', 'preferred_time', 'x'.repeat(61)],
      ['a preferred time of two lines', 'preferred_time', 'after\nsix'],
      ['an unknown day', 'preferred_days', ['Someday']],
      ['a day in lower case', 'preferred_days', ['monday']],
      ['a day that is missing', 'preferred_days', ['Monday', null]],
      ['a thousand days', 'preferred_days', Array(1000).fill('Monday')],
      ['a zone that nobody knows', 'time_zone', 'Europe/Atlantis'],
      ['a zone of POSIX', 'time_zone', 'EST5'],
      ['a zone from 1970 in another table', 'time_zone', 'posix/Europe/Paris'],
      ['a zone with an offset', 'time_zone', 'Europe/Paris+5'],
      ['an abbreviation', 'time_zone', 'BST'],
      ['an offset', 'time_zone', '+02:00'],
      ['a zone too long', 'time_zone', `Europe/${'x'.repeat(100_000)}`],
      ['an unknown priority', 'priority', 'asap'],
      ['an empty priority', 'priority', ''],
      ['an unknown reason', 'callback_reason', 'love'],
      ['an empty reason', 'callback_reason', ''],
    ])('%s is refused and names the field', async (_, field, value) => {
      const { status, detail, message } = await expectRefusal(ask({ [field]: value }), 'invalid_input');
      expect({ status, detail }).toEqual({ status: 422, detail: { field } });
      expect(message).toMatch(new RegExp(`^${field} `));
      await ask();
    });

    test('what pasting brings along is left out, and every kind of line end is a newline', async () => {
      const id = await ask({
        requester_name: '\u202aNoor\u200f \u2066Haddad\u2069\u202c\ufeff',
        message: 'one\u2028two\u2029three\u000bfour\u0085five\r\nsix\rse\u061cven\u2003',
      });
      const [stored] = await database.sql`
        select requester_name, message from callback_requests where id = ${id}`;
      expect(stored).toEqual({
        requester_name: 'Noor Haddad',
        message: 'one\ntwo\nthree\nfour\nfive\nsix\nseven',
      });
    });

    test.each(['Japan', 'US/Pacific', 'GMT', 'EST5EDT', 'Asia/Calcutta', 'Etc/GMT-14'])(
      'a linked name of a zone is taken like any other: %s',
      async (time_zone) => void (await ask({ time_zone })),
    );

    test.each([
      ['no number at all', 'call me', 'invalid_phone'],
      ['a national number', '2133734253', 'invalid_phone'],
      ['premium rate', '+19002345678', 'phone_not_allowed'],
    ])('a phone number that is %s is refused', async (_, requester_phone, code) => {
      const { status, detail } = await expectRefusal(ask({ requester_phone }), code);
      expect({ status, detail }).toEqual({ status: 422, detail: { field: 'requester_phone' } });
      await ask();
    });

    test('numbers of other countries are refused where the marketplace allows only its own', async () => {
      await set({ allowed_phone_regions: ['US'] });
      await expectRefusal(ask({ requester_phone: '+18762345678' }), 'phone_not_allowed');
      await ask({ requester_phone: '+12133734253' });
      await set({ allowed_phone_regions: null });
    });
  });

  describe('once per listing and day', () => {
    test('the second is refused with the id of the first, also when the seller has declined it', async () => {
      const id = await ask();
      const { status, detail } = await expectRefusal(ask({ message: 'again' }), 'duplicate_request');
      expect({ status, detail }).toEqual({ status: 409, detail: { existing_request_id: id } });
      await update(database.api, id, 'cancelled', seller.id);
      expect((await expectRefusal(ask(), 'duplicate_request')).detail).toEqual({ existing_request_id: id });
      expect(await notificationsOf(sql, id, seller.id)).toEqual(['new_request']);
    });

    test('another listing, another buyer or another day is another request', async () => {
      const id = await ask();
      await create(database.api, buyer, await listing(database, seller));
      await create(database.api, await person(database), bike);
      await daysPass(sql, 1, [id]);
      expect(await ask()).not.toBe(id);
    });
  });

  test('a request expires after the time that is set', async () => {
    const kept = async (id: string) => {
      const [row] =
        await sql`select (expires_at - requested_at)::text as kept from callback_requests where id = ${id}`;
      return row?.kept;
    };
    expect(await kept(await ask())).toBe('7 days');
    await set({ expires_after: '36 hours' });
    expect(await kept(await create(database.api, buyer, await listing(database, seller)))).toBe(
      '1 day 12:00:00',
    );
    await set({ expires_after: '7 days' });
  });
});
