/** What people, time and the marketplace do, each for the model and for the database; and any move at all. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { counts, eligibilities, inboxes, looks } from './looks.ts';
import type { Listing, Person } from './marketplace.ts';
import { LISTINGS, type Model, type ModelRequest, ownerOf } from './model.ts';
import { idOf, listing, Move, PHONES, person, STATUSES } from './move.ts';
import { create, daysPass, edit, logAttempt, update } from './requests.ts';

const pick = (model: Model, which: number): ModelRequest | undefined =>
  model.requests[which % model.requests.length];
const idsOf = (requests: ModelRequest[]) => requests.map(({ id }) => id as string);

const OUTCOMES = ['reached', 'busy', 'voicemail', 'wrong_number'];

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

const edits = fc.record({ who: actor, which: fc.nat(), phone: fc.nat(PHONES.length - 1) }).map(
  ({ who, which, phone }) =>
    new Move(
      `${who} edits ${which} to phone ${phone}`,
      (model) => {
        const request = pick(model, which);
        return request ? model.edit(request, actorOf(who, request), phone) : 'nothing';
      },
      async (world, model) => {
        const request = pick(model, which);
        if (!request) return 'nothing';
        const by = idOf(world, actorOf(who, request));
        const answer = await edit(world.api, request.id as string, { requester_phone: PHONES[phone] }, by);
        return answer.refusal?.code ?? 'done';
      },
    ),
);

const calls = fc.record({ who: actor, which: fc.nat(), outcome: fc.constantFrom(...OUTCOMES) }).map(
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
        const by = idOf(world, actorOf(who, request));
        const answer = await logAttempt(world.api, request.id as string, outcome, by);
        return answer.refusal?.code ?? 'done';
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

/** Requests are made and changed most of the time. */
export const anyMove = fc.oneof(
  ...[creates, changes].map((arbitrary) => ({ weight: 12, arbitrary })),
  ...[edits, calls].map((arbitrary) => ({ weight: 6, arbitrary })),
  ...[days, looks, blocks, sales, phones].map((arbitrary) => ({ weight: 3, arbitrary })),
  ...[expiries, rollups, readings, eligibilities, inboxes, counts].map((arbitrary) => ({
    weight: 2,
    arbitrary,
  })),
  { weight: 1, arbitrary: deletions },
);
