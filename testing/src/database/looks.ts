/** What people look at, which must be what the model says. */
import fc from 'fast-check';
import { type Model, type ModelRequest, ownerOf, type Status } from './model.ts';
import { idOf, listing, Move, PHONES, person, STATUSES } from './move.ts';
import type { Page, RequestJson } from './requests.ts';

export const looks = fc
  .record({
    who: person,
    side: fc.constantFrom('seller', 'buyer'),
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
/** The buyer’s own number always; to the seller while the request is open and they may reach each other. */
const showsPhone = (model: Model, request: ModelRequest, side: string) =>
  side === 'buyer' ||
  (['pending', 'acknowledged'].includes(model.statusOf(request)) &&
    !model.isBlocked(request.buyer, ownerOf(request.listing)));

export const eligibilities = fc.record({ who: person, item: listing }).map(
  ({ who, item }) =>
    new Move(
      `${who} looks whether to ask about ${item}`,
      (model) => {
        const mine = model.sent(who).filter((request) => request.listing === item);
        const isOpen = (request: ModelRequest) =>
          ['pending', 'acknowledged'].includes(model.statusOf(request));
        const shown =
          mine.findLast((request) => request.daysAgo === 0 && request.holdsDay) ?? mine.findLast(isOpen);
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

export const inboxes = person.map(
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

export const counts = person.map(
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
