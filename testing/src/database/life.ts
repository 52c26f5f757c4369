/** What a person leaves behind wherever something can be left: for what must be exported, erased and cleared away. */
import type { Sql } from '@ringback/database';
import type { TestDatabase } from './database.ts';
import { claim, record, serve } from './deliveries.ts';
import {
  confirm,
  create,
  edit,
  type Listing,
  listing,
  logAttempt,
  type Person,
  person,
  setNote,
  submit,
  update,
} from './index.ts';
import { PUSH_KEYS } from './pushKeys.ts';

/** Texts that must be nowhere once their person is gone. */
export const SENTINEL = {
  phone: '+12125550177',
  otherPhone: '+12125550178',
  name: 'Grazilda Sentinelsson',
  email: 'grazilda@sentinel.example',
  address: '17 Sentinel Lane',
  note: 'Sentinel keeps a note',
};

export interface Life {
  /** The person of the sentinels: buyer of some requests, seller of another. */
  sentinel: Person;
  other: Person;
  operatorId: string;
  /** Of the sentinel as buyer: open; ended in each way; as seller. */
  requests: { open: string; completed: string; withdrawn: string; received: string };
  bike: Listing;
}

/** Lives it: two people ask each other, with everything that can be written. */
export async function live(database: TestDatabase): Promise<Life> {
  const { sql } = database;
  await serve(sql, 'email', 'expo_push', 'web_push');
  const [first_name, last_name] = SENTINEL.name.split(' ') as [string, string];
  const sentinel = await person(database, {
    first_name,
    last_name,
    phone: SENTINEL.phone,
    email: SENTINEL.email,
  });
  const other = await person(database, { first_name: 'Mary', phone: '+13125550198' });
  await settle(database, sentinel);
  const bike = await listing(database, other);
  const requests = await ask(database, sentinel, other, bike);
  const operatorId = await operate(sql, sentinel, requests.completed);
  return { sentinel, other, operatorId, requests, bike };
}

async function settle({ api }: TestDatabase, { id }: Person): Promise<void> {
  await api`select set_callback_preferences('{"locale": "fr", "time_zone": "Europe/Paris", "sms": ["new_request"]}', ${id})`;
  await api`select save_callback_device(${`ExponentPushToken[${id}]`}, '{"kind": "expo", "locale": "fr"}', ${id})`;
  const web = { kind: 'web', ...PUSH_KEYS, locale: 'fr' };
  await api`select save_callback_device(${`https://fcm.googleapis.com/fcm/send/${id}`}, ${api.json(web)}, ${id})`;
  await api`select retire_callback_device(${`https://fcm.googleapis.com/fcm/send/${id}`}, ${id})`;
}

async function ask(database: TestDatabase, sentinel: Person, other: Person, bike: Listing) {
  const { sql, api } = database;
  const content = {
    ...{ requester_name: SENTINEL.name, requester_phone: SENTINEL.phone, seller_id: other.id },
    message: `Please ring at ${SENTINEL.address}, ${SENTINEL.email}`,
    ...{ preferred_time: 'evening', preferred_days: ['Monday'], time_zone: 'Europe/Paris' },
  };
  const about = async (item: Listing, key: string) =>
    (await submit(api, sentinel.id, { ...content, listing_id: item.id }, key)).request.id;
  const open = await about(bike, 'Sentinel key');
  const completed = await about(await listing(database, other), 'b');
  const withdrawn = await about(await listing(database, other), 'c');
  await edit(api, open, { requester_phone: SENTINEL.otherPhone }, sentinel.id);
  await setNote(api, open, `${SENTINEL.name}: the other’s note`, other.id);
  await logAttempt(api, completed, 'reached', other.id);
  await confirm(api, completed, 'talked', sentinel.id, { rating: 4 });
  await update(api, withdrawn, 'cancelled', sentinel.id, `Moved away from ${SENTINEL.address}`);
  const received = await create(api, other, await listing(database, sentinel), {
    message: 'Call +44 20 7946 0018',
  });
  await setNote(api, received, SENTINEL.note, sentinel.id);
  await deliver(api);
  await refuse(sql, sentinel);
  return { open, completed, withdrawn, received };
}

async function deliver(api: Sql): Promise<void> {
  for (const channel of ['email', 'expo_push'] as const)
    for (const message of await claim(api, channel))
      await record(api, [message], {
        ...{ outcome: 'sent', provider_id: `to ${message.address}` },
        text: { subject: `For ${SENTINEL.name}`, body: `At ${SENTINEL.address}` },
      });
}

const refuse = (sql: Sql, { id }: Person) =>
  sql`insert into callback_private.refusals (user_id, operation, code, limit_name, refused_on)
    select ${id}, 'submit_callback_request', 'rate_limited', 'requests_per_user_per_day', (s.now at time zone 'UTC')::date
    from (select max(requested_at) as now from callback_requests) s`;

/** An operator who has written about the sentinel, and about a request of theirs. */
async function operate(sql: Sql, { id }: Person, requestId: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into callback_private.operators (subject, name, role) values ('boss', 'Olga Operator', 'admin')
    on conflict (subject) do update set role = excluded.role returning id`;
  const operatorId = row?.id ?? '';
  const note = { reason: `${SENTINEL.name} asked` };
  await sql`insert into callback_private.operator_notes (callback_request_id, seller_id, operator_id, note)
    select r.id, r.seller_id, ${operatorId}, ${`${SENTINEL.name} called`} from callback_requests r where r.id = ${requestId}`;
  await sql`select callback_private.write_audit(${operatorId}, 'export_person', 'person', ${id}, ${sql.json(note)})`;
  await sql`select callback_private.write_audit(${operatorId}, 'reveal', 'callback_request', ${requestId}, ${sql.json(note)})`;
  return operatorId;
}
