/** Notifications are one per request, recipient, type and occasion; their types, and what causes them, are data. */
import {
  create,
  edit,
  expectInvariants,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let buyer: Person;
  let seller: Person;
  let id: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    id = await create(api, buyer, await listing(database, seller, { title: 'Bike' }));
  });

  const remind = async () => {
    await sql`update callback_requests set reminded_at = null, requested_at = now() - interval '2 days',
      requested_on = current_date - 2 where id = ${id}`;
    await api`select remind_callback_sellers()`;
  };
  const occasions = async (type: string) =>
    (
      await sql`select event_id from callback_request_notifications
        where callback_request_id = ${id} and notification_type = ${type} order by event_id`
    ).map(({ event_id }) => event_id);
  const eventsOf = async (type: string) =>
    (
      await sql`select id from callback_private.events where callback_request_id = ${id} and event_type = ${type} order by id`
    ).map((event) => event.id);
  const add = (type: string, eventId: string) =>
    sql`select callback_private.add_notification(r, r.seller_id, ${type}, ${eventId}) from callback_requests r where id = ${id}`;

  test('each names the event that caused it', async () => {
    expect(await occasions('new_request')).toEqual(await eventsOf('request_created'));
    await api`select update_callback_request_status(${id}, 'acknowledged', ${seller.id})`;
    expect(await occasions('request_acknowledged')).toEqual(await eventsOf('status_changed'));
    await expectInvariants(sql);
  });

  test('a second occasion is a second notification, the same occasion is not', async () => {
    await remind();
    await remind();
    const reminders = await eventsOf('seller_reminded');
    expect(reminders).toHaveLength(2);
    expect(await occasions('request_reminder')).toEqual(reminders);
    await add('request_reminder', reminders[0]);
    expect(await occasions('request_reminder')).toEqual(reminders);
    await expectInvariants(sql);
  });

  test('a new type is a row: occasion, recipient, text, default channels and preferences follow from it', async () => {
    await sql`insert into callback_private.notification_types
        (name, title, message, default_channels, event_type, recipients, sent_while)
      values ('words_changed', 'A request was edited', '%s edited the request about %s.', '{email,sms}',
        'request_edited', '{buyer,seller}', '{pending}')`;
    await edit(api, id, { message: 'At noon, please' }, buyer.id);
    const rows = await sql`select recipient_id, title, message, event_id from callback_request_notifications
      where callback_request_id = ${id} and notification_type = 'words_changed'`;
    expect(rows).toEqual([
      {
        recipient_id: seller.id,
        title: 'A request was edited',
        message: 'Ada Okafor edited the request about “Bike”.',
        event_id: (await eventsOf('request_edited'))[0],
      },
    ]);
    const [defaults] = await api`select get_callback_preferences(${seller.id}) as it`;
    expect(defaults?.it.email).toContain('words_changed');
    expect(defaults?.it.sms).toEqual(['words_changed']);
    expect(defaults?.it.push).not.toContain('words_changed');
    const [saved] =
      await api`select set_callback_preferences('{"push": ["words_changed"]}', ${seller.id}) as it`;
    expect(saved?.it.push).toEqual(['words_changed']);
    await expectInvariants(sql);
  });

  test('what leads to another status causes nothing of a type that names one', async () => {
    await api`select update_callback_request_status(${id}, 'completed', ${seller.id})`;
    expect(await occasions('request_completed')).toHaveLength(1);
    expect(await occasions('request_acknowledged')).toEqual([]);
  });

  test('a type that the table does not have is not written', async () => {
    const error = await add('unheard_of', (await eventsOf('request_created'))[0]).catch((e) => e);
    expect(error.code).toBe('P0002');
  });
});
