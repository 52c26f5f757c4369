/** The moves that people, time and the marketplace make, each for the model and for the database. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Sql } from '../../src/index.ts';
import type { TestDatabase } from './database.ts';
import type { Listing, Person } from './marketplace.ts';
import { LISTINGS, type Model, type ModelRequest, ownerOf, PEOPLE, type Status } from './model.ts';
import { create, daysPass, type Page, type RequestJson, update } from './requests.ts';

export type World = { sql: Sql; api: Sql; people: Person[]; listings: Listing[] };

const STATUSES: Status[] = ['pending', 'acknowledged', 'completed', 'cancelled', 'expired'];

/** Four people with two listings each, and nobody else. */
export async function newWorld({ sql, api }: TestDatabase): Promise<World> {
  await sql`delete from profiles`;
  await sql`delete from callback_events`;
  await sql`delete from callback_private.stats`;
  const people = await sql<Person[]>`
    insert into profiles (first_name, last_name, phone)
    select 'Person', n::text, '+12125550100' from generate_series(1, ${PEOPLE}) n returning *`;
  const owners = Array.from({ length: LISTINGS }, (_, item) => ({
    user_id: people[ownerOf(item)]?.id as string,
    title: `Listing ${item}`,
  }));
  return {
    sql,
    api,
    people: [...people],
    listings: [...(await sql<Listing[]>`insert into listings ${sql(owners)} returning *`)],
  };
}

/** The outcomes that were met. */
export const reached = new Set<string>();

/** One move: what the model answers must be what the database answers. */
export class Move implements fc.AsyncCommand<Model, World> {
  private readonly name: string;
  private readonly inModel: (model: Model) => unknown;
  private readonly inDatabase: (world: World, model: Model) => Promise<unknown>;

  constructor(name: string, inModel: Move['inModel'], inDatabase: Move['inDatabase']) {
    this.name = name;
    this.inModel = inModel;
    this.inDatabase = inDatabase;
  }

  check = () => true;
  toString = () => this.name;

  async run(model: Model, world: World): Promise<void> {
    const expected = this.inModel(model);
    const actual = await this.inDatabase(world, model).catch((error) => error.hint ?? error);
    expect(actual).toEqual(expected);
    if (typeof expected === 'string') reached.add(expected);
  }
}

const person = fc.nat(PEOPLE - 1);
const listing = fc.nat(LISTINGS - 1);
const PHONES = ['+442079460958', '+12133734253', '+33142685300'];
const idOf = (world: World, who: number) => world.people[who]?.id as string;
const pick = (model: Model, which: number): ModelRequest | undefined =>
  model.requests[which % model.requests.length];
const idsOf = (requests: ModelRequest[]) => requests.map(({ id }) => id as string);

const creates = fc
  .record({ buyer: person, item: listing, phone: fc.nat(PHONES.length - 1) })
  // One's own listing is tried seldom.
  .map((drawn) =>
    ownerOf(drawn.item) === drawn.buyer && drawn.phone
      ? { ...drawn, item: (drawn.item + 1) % LISTINGS }
      : drawn,
  )
  .map(
    ({ buyer, item, phone }) =>
      new Move(
        `${buyer} asks about ${item} with phone ${phone}`,
        (model) => model.create(buyer, item, phone),
        async (world, model) => {
          const id = await create(world.api, world.people[buyer] as Person, world.listings[item] as Listing, {
            requester_phone: PHONES[phone] as string,
          });
          Object.assign(model.requests.at(-1) as ModelRequest, { id });
          return 'done';
        },
      ),
  );

/** Mostly by one of the two whom it concerns. */
const actor = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('seller', 'buyer') },
  { weight: 1, arbitrary: person },
);
const actorOf = (who: string | number, request: ModelRequest) =>
  who === 'seller' ? ownerOf(request.listing) : who === 'buyer' ? request.buyer : Number(who);

const changes = fc.record({ who: actor, which: fc.nat(), to: fc.constantFrom(...STATUSES) }).map(
  ({ who, which, to }) =>
    new Move(
      `${who} makes ${which} ${to}`,
      (model) => {
        const request = pick(model, which);
        return request ? model.change(request, actorOf(who, request), to) : 'nothing';
      },
      async (world, model) => {
        const request = pick(model, which);
        if (!request) return 'nothing';
        await update(world.api, request.id as string, to, idOf(world, actorOf(who, request)));
        return 'done';
      },
    ),
);

const corrections = fc.record({ who: actor, which: fc.nat(), phone: fc.nat(PHONES.length - 1) }).map(
  ({ who, which, phone }) =>
    new Move(
      `${who} corrects ${which} to phone ${phone}`,
      (model) => {
        const request = pick(model, which);
        return request ? model.correct(request, actorOf(who, request), phone) : 'nothing';
      },
      async (world, model) => {
        const request = pick(model, which);
        if (!request) return 'nothing';
        const changes = JSON.stringify({ requester_phone: PHONES[phone] });
        await world.api`
          select correct_callback_request(${request.id as string}, ${changes}::text::jsonb, ${idOf(world, actorOf(who, request))})`;
        return 'done';
      },
    ),
);

const calls = fc
  .record({ who: actor, which: fc.nat(), outcome: fc.constantFrom('reached', 'busy', 'voicemail') })
  .map(
    ({ who, which, outcome }) =>
      new Move(
        `${who} calls about ${which}: ${outcome}`,
        (model) => {
          const request = pick(model, which);
          return request ? model.logCall(request, actorOf(who, request), outcome) : 'nothing';
        },
        async (world, model) => {
          const request = pick(model, which);
          if (!request) return 'nothing';
          await world.api`select log_callback_attempt(${request.id as string}, ${outcome}, ${idOf(world, actorOf(who, request))})`;
          return 'done';
        },
      ),
  );

const days = fc.integer({ min: 1, max: 8 }).map(
  (count) =>
    new Move(
      `${count} days pass`,
      (model) => model.daysPass(count),
      (world, model) => daysPass(world.sql, count, idsOf(model.requests)),
    ),
);

const expiries = fc.constant(
  new Move(
    'the job runs',
    (model) => model.expire(),
    async (world) => (await world.api`select expire_callback_requests() as count`)[0]?.count,
  ),
);

const rollups = fc.constant(
  new Move(
    'the statistics are rolled up',
    () => undefined,
    async (world) => void (await world.api`select rollup_callback_stats()`),
  ),
);

const blocks = fc.record({ blocker: person, blocked: person, isOn: fc.boolean() }).map(
  ({ blocker, blocked, isOn }) =>
    new Move(
      `${blocker} ${isOn ? 'blocks' : 'unblocks'} ${blocked}`,
      (model) =>
        void (isOn
          ? model.blocks.add(`${blocker}-${blocked}`)
          : model.blocks.delete(`${blocker}-${blocked}`)),
      async (world) => {
        const pair = [idOf(world, blocker), idOf(world, blocked)] as const;
        if (isOn)
          await world.sql`insert into blocked_users values (${pair[0]}, ${pair[1]}) on conflict do nothing`;
        else
          await world.sql`delete from blocked_users where blocker_id = ${pair[0]} and blocked_id = ${pair[1]}`;
      },
    ),
);

const sales = fc.record({ item: listing, isSold: fc.boolean() }).map(
  ({ item, isSold }) =>
    new Move(
      `${item} is ${isSold ? 'sold' : 'for sale'}`,
      (model) => void (isSold ? model.soldListings.add(item) : model.soldListings.delete(item)),
      async (world) =>
        void (await world.sql`update listings set status = ${isSold ? 'sold' : 'active'} where id = ${world.listings[item]?.id as string}`),
    ),
);

const phones = fc.record({ who: person, hasPhone: fc.boolean() }).map(
  ({ who, hasPhone }) =>
    new Move(
      `${who} has ${hasPhone ? 'a' : 'no'} phone`,
      (model) => void (hasPhone ? model.peopleWithoutPhone.delete(who) : model.peopleWithoutPhone.add(who)),
      async (world) =>
        void (await world.sql`update profiles set phone = ${hasPhone ? '+12125550100' : null} where id = ${idOf(world, who)}`),
    ),
);

const deletions = listing.map(
  (item) =>
    new Move(
      `${item} is deleted`,
      (model) => model.deleteListing(item),
      async (world) => {
        const row = world.listings[item] as Listing;
        await world.sql`delete from listings where id = ${row.id}`;
        row.id = randomUUID();
        await world.sql`insert into listings (id, user_id, title) values (${row.id}, ${row.user_id}, 'Another')`;
      },
    ),
);

const readings = person.map(
  (who) =>
    new Move(
      `${who} reads everything`,
      (model) => model.markAllRead(who),
      async (world) =>
        (await world.api`select mark_all_callback_notifications_read(${idOf(world, who)}) as count`)[0]
          ?.count,
    ),
);

const looks = fc
  .record({
    who: person,
    side: fc.constantFrom('seller', 'requester'),
    status: fc.option(fc.constantFrom(...STATUSES)),
  })
  .map(
    ({ who, side, status }) =>
      new Move(
        `${who} looks at ${status ?? 'all'} as ${side}`,
        (model) => {
          const requests = side === 'seller' ? model.received(who) : model.sent(who);
          return requests
            .map((request) => ({
              id: request.id,
              status: model.statusOf(request),
              phone: showsPhone(model, request, side) ? PHONES[request.phone] : null,
            }))
            .filter((request) => status === null || request.status === status)
            .reverse();
        },
        async (world) => {
          const [row] = await world.api<{ page: Page<RequestJson> }[]>`
        select list_callback_requests(p_as := ${side}, p_status := ${status}, p_limit := 100, p_user_id := ${idOf(world, who)}) as page`;
          return row?.page.items.map((item) => ({
            id: item.id,
            status: item.status,
            phone: item.requester_phone,
          }));
        },
      ),
  );
const showsPhone = (model: Model, request: ModelRequest, side: string) =>
  side === 'seller' && ['pending', 'acknowledged'].includes(model.statusOf(request));

const eligibilities = fc.record({ who: person, item: listing }).map(
  ({ who, item }) =>
    new Move(
      `${who} looks whether to ask about ${item}`,
      (model) => {
        const mine = model.sent(who).filter((request) => request.listing === item);
        const isOpen = (request: ModelRequest) =>
          ['pending', 'acknowledged'].includes(model.statusOf(request));
        const shown = mine.findLast((request) => request.daysAgo === 0) ?? mine.findLast(isOpen);
        const reason = model.obstacle(who, item) ?? null;
        return { can_request: reason === null, reason, existing: shown?.id ?? null };
      },
      async (world) => {
        const [row] =
          await world.api`select can_request_callback(${world.listings[item]?.id as string}, null, ${idOf(world, who)}) as answer`;
        const answer = row?.answer;
        return {
          can_request: answer.can_request,
          reason: answer.reason,
          existing: answer.existing_request?.id ?? null,
        };
      },
    ),
);

const inboxes = person.map(
  (who) =>
    new Move(
      `${who} opens the inbox`,
      (model) => {
        const mine = model.notifications.filter(({ recipient }) => recipient === who);
        return {
          unread: model.unreadOf(who).length,
          items: mine.map(({ request, type, isRead }) => [request.id, type, isRead].join(' ')).sort(),
        };
      },
      async (world) => {
        const id = idOf(world, who);
        const [row] = await world.api`
      select get_unread_callback_notification_count(${id}) as unread, list_callback_notifications(100, null, false, ${id}) as page`;
        const page = row?.page as Page<Record<string, string | null>>;
        const items = page.items.map((item) =>
          [item.callback_request_id, item.notification_type, item.read_at !== null].join(' '),
        );
        return { unread: row?.unread, items: items.sort() };
      },
    ),
);

const counts = person.map(
  (who) =>
    new Move(
      `${who} looks at the statistics`,
      (model) => {
        const count = (requests: ModelRequest[], status: Status) =>
          requests.filter((request) => model.statusOf(request) === status).length;
        return [model.received(who), model.sent(who)].map((requests) => [
          requests.length,
          ...STATUSES.map((status) => count(requests, status)),
        ]);
      },
      async (world) => {
        const [row] = await world.api`select get_callback_request_stats(${idOf(world, who)}) as stats`;
        const stats = row?.stats;
        return [
          [stats.as_seller.total_received, ...STATUSES.map((status) => stats.as_seller[status])],
          [stats.as_requester.total_sent, ...STATUSES.map((status) => stats.as_requester[`${status}_sent`])],
        ];
      },
    ),
);

/** Requests are made and changed most of the time. */
export const anyMove = fc.oneof(
  ...[creates, changes].map((arbitrary) => ({ weight: 12, arbitrary })),
  ...[corrections, calls].map((arbitrary) => ({ weight: 6, arbitrary })),
  ...[days, looks, blocks, sales, phones].map((arbitrary) => ({ weight: 3, arbitrary })),
  ...[expiries, rollups, readings, eligibilities, inboxes, counts].map((arbitrary) => ({
    weight: 2,
    arbitrary,
  })),
  { weight: 1, arbitrary: deletions },
);
