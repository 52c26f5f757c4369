/** The cells of the API's authorization matrix: each caller on each operation and object, with what to expect. */

import type { Person } from '@ringback/testing/database/index.ts';
import { type Expectations, readTable } from '@ringback/testing/security/tables.ts';
import { MISSING, type World } from '@ringback/testing/security/world.ts';
import type { Call } from '@ringback/testing/server/app.ts';

export type PersonName = 'buyer' | 'seller' | 'otherBuyer' | 'otherSeller' | 'admin' | 'erased';
export type ApiWorld = World & {
  admin: Person;
  erased: { id: string };
  lamp: { id: string; user_id: string };
  /** A notification of each buyer's. */
  toBuyerId: string;
  toOtherBuyerId: string;
};

/** As whom a caller acts, or how the caller is turned away before anything is read. */
export const CALLERS: Record<string, { acts: PersonName } | { refused: string }> = {
  'no token': { refused: '401 unauthenticated' },
  'expired token': { refused: '401 unauthenticated' },
  'token for another audience': { refused: '401 unauthenticated' },
  'token signed with another key': { refused: '401 unauthenticated' },
  'token of a visitor': { refused: '401 unauthenticated' },
  'service for nobody': { refused: '422 invalid_input' },
  'buyer for the seller': { refused: '403 forbidden' },
  'admin for the seller': { refused: '403 forbidden' },
  buyer: { acts: 'buyer' },
  seller: { acts: 'seller' },
  'other buyer': { acts: 'otherBuyer' },
  'other seller': { acts: 'otherSeller' },
  'erased person': { acts: 'erased' },
  admin: { acts: 'admin' },
  'service for the buyer': { acts: 'buyer' },
  'service for the seller': { acts: 'seller' },
  'service for the other seller': { acts: 'otherSeller' },
};

/** What happens by the side that acts and by whose object it is. An admin is a person like others, who has nothing here. */
const ACTIONS = readTable(`
                         own                     foreign        missing        malformed
  ask, buyer             409 own_listing         201            404 not_found  422 invalid_input
  ask, seller            409 own_listing         201            404 not_found  422 invalid_input
  ask, erased            403 forbidden           403 forbidden  403 forbidden  422 invalid_input
  ask as, buyer          422 invalid_input       422 invalid_input  422 invalid_input  422 invalid_input
  ask as, seller         422 invalid_input       422 invalid_input  422 invalid_input  422 invalid_input
  ask as, erased         422 invalid_input       422 invalid_input  422 invalid_input  422 invalid_input
  may ask, buyer         200                     200            200            422 invalid_input
  may ask, seller        200                     200            200            422 invalid_input
  may ask, erased        200                     200            200            422 invalid_input
  read, buyer            200                     404 not_found  404 not_found  422 invalid_input
  read, seller           200                     404 not_found  404 not_found  422 invalid_input
  read, erased           404 not_found           404 not_found  404 not_found  422 invalid_input
  acknowledge, buyer     403 forbidden           404 not_found  404 not_found  422 invalid_input
  acknowledge, seller    200                     404 not_found  404 not_found  422 invalid_input
  acknowledge, erased    404 not_found           404 not_found  404 not_found  422 invalid_input
  complete, buyer        403 forbidden           404 not_found  404 not_found  422 invalid_input
  complete, seller       200                     404 not_found  404 not_found  422 invalid_input
  complete, erased       404 not_found           404 not_found  404 not_found  422 invalid_input
  cancel, buyer          200                     404 not_found  404 not_found  422 invalid_input
  cancel, seller         200                     404 not_found  404 not_found  422 invalid_input
  cancel, erased         404 not_found           404 not_found  404 not_found  422 invalid_input
  edit, buyer         200                     404 not_found  404 not_found  422 invalid_input
  edit, seller        403 forbidden           404 not_found  404 not_found  422 invalid_input
  edit, erased        404 not_found           404 not_found  404 not_found  422 invalid_input
  log a call, buyer      403 forbidden           404 not_found  404 not_found  422 invalid_input
  log a call, seller     201                     404 not_found  404 not_found  422 invalid_input
  log a call, erased     404 not_found           404 not_found  404 not_found  422 invalid_input
  mark, buyer            204                     404 not_found  404 not_found  422 invalid_input
  mark, seller           204                     404 not_found  404 not_found  422 invalid_input
  mark, erased           404 not_found           404 not_found  404 not_found  422 invalid_input
  take a device, buyer     204                     404 not_found  404 not_found  404 not_found
  take a device, seller    204                     404 not_found  404 not_found  404 not_found
  take a device, erased    404 not_found           404 not_found  404 not_found  404 not_found
  take a device, admin     404 not_found           404 not_found  404 not_found  404 not_found
  set preferences, buyer   200                     200            200            200
  set preferences, seller  200                       200            200            200
  set preferences, erased  403 forbidden           403 forbidden  403 forbidden  403 forbidden
  set preferences, admin   200                     200            200            200
  save a device, buyer     204                     204            204            204
  save a device, seller    204                     204            204            204
  save a device, erased    403 forbidden           403 forbidden  403 forbidden  403 forbidden
  save a device, admin     204                     204            204            204
  ask, admin             404 not_found           201            404 not_found  422 invalid_input
  ask as, admin          422 invalid_input       422 invalid_input  422 invalid_input  422 invalid_input
  may ask, admin         200                     200            200            422 invalid_input
  read, admin            404 not_found           404 not_found  404 not_found  422 invalid_input
  acknowledge, admin     404 not_found           404 not_found  404 not_found  422 invalid_input
  complete, admin        404 not_found           404 not_found  404 not_found  422 invalid_input
  cancel, admin          404 not_found           404 not_found  404 not_found  422 invalid_input
  edit, admin         404 not_found           404 not_found  404 not_found  422 invalid_input
  log a call, admin      404 not_found           404 not_found  404 not_found  422 invalid_input
  mark, admin            404 not_found           404 not_found  404 not_found  422 invalid_input
`);

/** What has no object. */
const LISTS = readTable(`
                   anybody            admin
  received         200                200
  sent             200                200
  search           200                200
  received of      422 invalid_input  422 invalid_input
  statistics       200                200
  overview         403 forbidden      200
  notifications    200                200
  unread           200                200
  preferences      200                200
  devices          200                200
  web push key     200                200
  mark all         200                200
  stream           200                200
`);

/** The device of whoever got that notification. */
export const deviceOf = (notificationId: string) => `ExponentPushToken[${notificationId}]`;

type Ids = { request: string; notification: string; listing: string; seller: string };

const OBJECTS = ['own', 'foreign', 'missing', 'malformed'] as const;

const patch =
  (status: string) =>
  (ids: Ids): Call => ({
    method: 'PATCH',
    url: `/v1/callback-requests/${ids.request}`,
    body: { status },
  });
const ask = ({ listing, seller }: Ids, more: object = {}): Call => ({
  method: 'POST',
  url: '/v1/callback-requests',
  body: {
    listing_id: listing,
    seller_id: seller,
    requester_phone: '+12125550144',
    requester_name: 'Ada',
    ...more,
  },
});

const OPERATIONS: Record<string, (ids: Ids) => Call> = {
  ask,
  'ask as': (ids) => ask(ids, { requester_id: ids.seller }),
  'may ask': ({ listing }) => ({ url: `/v1/listings/${listing}/eligibility` }),
  read: ({ request }) => ({ url: `/v1/callback-requests/${request}` }),
  acknowledge: patch('acknowledged'),
  complete: patch('completed'),
  cancel: patch('cancelled'),
  edit: ({ request }) => ({
    method: 'PATCH',
    url: `/v1/callback-requests/${request}/details`,
    body: { message: 'At noon' },
  }),
  'log a call': ({ request }) => ({
    method: 'POST',
    url: `/v1/callback-requests/${request}/attempts`,
    body: { outcome: 'busy' },
  }),
  'take a device': ({ notification }) => ({
    method: 'DELETE',
    url: `/v1/devices/${encodeURIComponent(deviceOf(notification))}`,
  }),
  'set preferences': () => ({
    method: 'PUT',
    url: '/v1/preferences',
    body: {
      ...{ email: [], push: [], sms: [], quiet_hours: null, time_zone: null, locale: null },
      urgent_overrides_quiet_hours: true,
    },
  }),
  'save a device': () => ({
    method: 'PUT',
    url: `/v1/devices/${encodeURIComponent(deviceOf('new'))}`,
    body: { kind: 'expo' },
  }),
  mark: ({ notification }) => ({ method: 'POST', url: `/v1/notifications/${notification}/read` }),
};

const LIST_CALLS: Record<string, (world: ApiWorld) => Call> = {
  received: () => ({ url: '/v1/callback-requests?as=seller' }),
  sent: () => ({ url: '/v1/callback-requests?as=buyer' }),
  'received of': ({ seller }) => ({ url: `/v1/callback-requests?as=seller&user_id=${seller.id}` }),
  search: () => ({ url: '/v1/callback-requests?as=seller&search=a' }),
  statistics: () => ({ url: '/v1/stats' }),
  overview: () => ({ url: '/v1/admin/overview' }),
  notifications: () => ({ url: '/v1/notifications' }),
  stream: () => ({ url: '/v1/stream' }),
  preferences: () => ({ url: '/v1/preferences' }),
  devices: () => ({ url: '/v1/devices' }),
  'web push key': () => ({ url: '/v1/web-push-key' }),
  unread: () => ({ url: '/v1/notifications/unread-count' }),
  'mark all': () => ({ method: 'POST', url: '/v1/notifications/read-all' }),
};

export type ApiCell = {
  name: string;
  caller: string;
  call: Call;
  /** Status and code; undefined when nobody has said. */
  expected: string | undefined;
  actor: PersonName | undefined;
};

export function apiCells(world: ApiWorld): ApiCell[] {
  return Object.entries(CALLERS).flatMap(([caller, as]) => {
    const actor = 'acts' in as ? as.acts : undefined;
    const cell = (
      name: string,
      call: Call,
      expectations: Expectations,
      row: string,
      column: string,
    ): ApiCell => ({
      name: `${caller}: ${name}`,
      ...{ caller, call, actor },
      expected: 'refused' in as ? as.refused : expectations(row, column),
    });
    return [
      ...Object.entries(OPERATIONS).flatMap(([name, call]) =>
        OBJECTS.map((object) =>
          cell(
            `${name}, ${object}`,
            call(idsOf(world, actor ?? 'buyer', object)),
            ACTIONS,
            `${name}, ${sideOf(actor ?? 'buyer')}`,
            object,
          ),
        ),
      ),
      ...Object.entries(LIST_CALLS).map(([name, call]) =>
        cell(name, call(world), LISTS, name, actor === 'admin' ? 'admin' : 'anybody'),
      ),
    ];
  });
}

const sideOf = (name: PersonName) =>
  name === 'erased' || name === 'admin' ? name : /buyer/i.test(name) ? 'buyer' : 'seller';

function idsOf(world: ApiWorld, actor: PersonName, object: (typeof OBJECTS)[number]): Ids {
  if (object === 'malformed')
    return { request: 'x', notification: 'x', listing: 'x', seller: world.seller.id };
  const nothing = { request: MISSING, notification: MISSING, listing: MISSING, seller: MISSING };
  if (object === 'missing') return nothing;
  const { bike, chair, lamp, boat, spare } = world;
  const first = { request: world.requestId, toBuyer: world.toBuyerId, toSeller: world.notificationId };
  const second = {
    request: world.otherRequestId,
    toBuyer: world.toOtherBuyerId,
    toSeller: world.otherNotificationId,
  };
  const isFirst = actor === 'buyer' || actor === 'seller';
  const { request, toBuyer, toSeller } = isFirst === (object === 'own') ? first : second;
  const own = { buyer: chair, seller: bike, otherBuyer: lamp, otherSeller: boat, admin: null, erased: null }[
    actor
  ];
  if (object === 'own' && own === null) return nothing;
  const item = object === 'own' && own ? own : isFirst ? lamp : spare;
  return {
    request,
    notification: /buyer/i.test(actor) ? toBuyer : toSeller,
    listing: item.id,
    seller: item.user_id,
  };
}
