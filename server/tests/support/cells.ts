/** The cells of the API's authorization matrix: each caller on each operation and object, with what to expect. */
import { OPERATIONS, type Operation, type OperationName } from '@ringback/client';
import { type Listing, strangeIds } from '@ringback/testing/database/index.ts';
import { readTable } from '@ringback/testing/security/tables.ts';
import { MISSING } from '@ringback/testing/security/world.ts';
import type { Call } from '@ringback/testing/server/app.ts';
import { type ApiWorld, CALLERS, isBelowScope, type PersonName, refusalOf } from './callers.ts';

const OUTSIDERS: PersonName[] = ['outsider', 'viewer', 'support'];

/** What happens by the side that acts and by whose object it is. An outsider is a person like others, who has nothing here. */
const ACTIONS = readTable(`
                                                 own                 foreign            missing            malformed
  createCallbackRequest, buyer                   409 own_listing     201                404 not_found      404 not_found    
  createCallbackRequest, seller                  409 own_listing     201                404 not_found      404 not_found    
  createCallbackRequest, outsider                404 not_found       201                404 not_found      404 not_found    
  createCallbackRequest, erased                  403 forbidden       403 forbidden      403 forbidden      404 not_found    
  createCallbackRequest as another, buyer        422 invalid_input   422 invalid_input  422 invalid_input  422 invalid_input
  createCallbackRequest as another, seller       422 invalid_input   422 invalid_input  422 invalid_input  422 invalid_input
  createCallbackRequest as another, outsider     422 invalid_input   422 invalid_input  422 invalid_input  422 invalid_input
  createCallbackRequest as another, erased       422 invalid_input   422 invalid_input  422 invalid_input  422 invalid_input
  getEligibility, buyer                          200                 200                200                200
  getEligibility, seller                         200                 200                200                200
  getEligibility, outsider                       200                 200                200                200
  getEligibility, erased                         200                 200                200                200
  getCallbackRequest, buyer                      200                 404 not_found      404 not_found      422 invalid_input
  getCallbackRequest, seller                     200                 404 not_found      404 not_found      422 invalid_input
  getCallbackRequest, outsider                   404 not_found       404 not_found      404 not_found      422 invalid_input
  getCallbackRequest, erased                     404 not_found       404 not_found      404 not_found      422 invalid_input
  updateCallbackRequestStatus to acknowledged, buyer     403 forbidden  404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to acknowledged, seller    200            404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to acknowledged, outsider  404 not_found  404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to acknowledged, erased    404 not_found  404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to completed, buyer        403 forbidden  404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to completed, seller       200            404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to completed, outsider     404 not_found  404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to completed, erased       404 not_found  404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to cancelled, buyer        200            404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to cancelled, seller       200            404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to cancelled, outsider     404 not_found  404 not_found   404 not_found      422 invalid_input
  updateCallbackRequestStatus to cancelled, erased       404 not_found  404 not_found   404 not_found      422 invalid_input
  editCallbackRequest, buyer                     200                 404 not_found      404 not_found      422 invalid_input
  editCallbackRequest, seller                    403 forbidden       404 not_found      404 not_found      422 invalid_input
  editCallbackRequest, outsider                  404 not_found       404 not_found      404 not_found      422 invalid_input
  editCallbackRequest, erased                    404 not_found       404 not_found      404 not_found      422 invalid_input
  logCallbackAttempt, buyer                      403 forbidden       404 not_found      404 not_found      422 invalid_input
  logCallbackAttempt, seller                     201                 404 not_found      404 not_found      422 invalid_input
  logCallbackAttempt, outsider                   404 not_found       404 not_found      404 not_found      422 invalid_input
  logCallbackAttempt, erased                     404 not_found       404 not_found      404 not_found      422 invalid_input
  markNotificationRead, buyer                    204                 404 not_found      404 not_found      422 invalid_input
  markNotificationRead, seller                   204                 404 not_found      404 not_found      422 invalid_input
  markNotificationRead, outsider                 404 not_found       404 not_found      404 not_found      422 invalid_input
  markNotificationRead, erased                   404 not_found       404 not_found      404 not_found      422 invalid_input
  retireDevice, buyer                            204                 404 not_found      404 not_found      404 not_found
  retireDevice, seller                           204                 404 not_found      404 not_found      404 not_found
  retireDevice, outsider                         404 not_found       404 not_found      404 not_found      404 not_found
  retireDevice, erased                           404 not_found       404 not_found      404 not_found      404 not_found
  closeCallbackRequest, operator                 404 not_found       200                404 not_found      422 invalid_input
`);

/** What has no object. */
const LISTS = readTable(`
                                        person             erased
  listCallbackRequests received         200                200
  listCallbackRequests sent             200                200
  listCallbackRequests found            200                200
  listCallbackRequests of another       422 invalid_input  422 invalid_input
  getStats                              200                200
  listNotifications                     200                200
  getUnreadCount                        200                200
  markAllNotificationsRead              200                200
  getPreferences                        200                200
  putPreferences                        200                403 forbidden
  listDevices                           200                200
  registerDevice                        204                403 forbidden
  getWebPushKey                         200                200
  getOverview                           200                200
  stream                                200                200
`);

/** The device of the person who got that notification. */
export const deviceOf = (notificationId: string) => `ExponentPushToken[${notificationId}]`;

type Ids = { request: string; notification: string; listing: string; seller: string };

const OBJECTS = ['own', 'foreign', 'missing', 'malformed'] as const;

interface Input {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

/** The call of an operation, made from its description. */
function callOf(name: string, { params = {}, query, body }: Input): Call {
  const { method, path } = operationOf(name);
  const url = path.replace(/:(\w+)/g, (_, param) => encodeURIComponent(params[param] ?? ''));
  return { method, url: `/v1${url}${query ? `?${new URLSearchParams(query)}` : ''}`, body };
}

/** The operation that a case is about: its name comes first. */
export const operationOf = (name: string): Operation =>
  OPERATIONS[name.replace(/ .*$/, '') as OperationName] as Operation;

const create = ({ listing, seller }: Ids, more: object = {}): Input => ({
  body: {
    listing_id: listing,
    seller_id: seller,
    requester_phone: '+12125550144',
    requester_name: 'Ada',
    ...more,
  },
});
const ofRequest =
  (body?: object) =>
  ({ request }: Ids): Input => ({ params: { id: request }, ...(body && { body }) });

/** Cases with an object: an operation, perhaps with what is special about the case. */
const ACTION_INPUTS: Record<string, (ids: Ids) => Input> = {
  createCallbackRequest: create,
  'createCallbackRequest as another': (ids) => create(ids, { requester_id: ids.seller }),
  getEligibility: ({ listing }) => ({ params: { id: listing } }),
  getCallbackRequest: ofRequest(),
  'updateCallbackRequestStatus to acknowledged': ofRequest({ status: 'acknowledged' }),
  'updateCallbackRequestStatus to completed': ofRequest({ status: 'completed' }),
  'updateCallbackRequestStatus to cancelled': ofRequest({ status: 'cancelled' }),
  editCallbackRequest: ofRequest({ message: 'At noon' }),
  logCallbackAttempt: ofRequest({ outcome: 'busy' }),
  closeCallbackRequest: ofRequest({ reason: 'Against the rules' }),
  markNotificationRead: ({ notification }) => ({ params: { id: notification } }),
  retireDevice: ({ notification }) => ({ params: { token: deviceOf(notification) } }),
};

const NO_SETTINGS = {
  ...{ email: [], push: [], sms: [], quiet_hours: null, time_zone: null, locale: null },
  urgent_overrides_quiet_hours: true,
};

/** Cases without an object. */
const LIST_INPUTS: Record<string, (world: ApiWorld) => Input> = {
  'listCallbackRequests received': () => ({ query: { as: 'seller' } }),
  'listCallbackRequests sent': () => ({ query: { as: 'buyer' } }),
  'listCallbackRequests found': () => ({ query: { as: 'seller', search: 'a' } }),
  'listCallbackRequests of another': ({ seller }) => ({ query: { as: 'seller', user_id: seller.id } }),
  getStats: () => ({}),
  listNotifications: () => ({}),
  getUnreadCount: () => ({}),
  markAllNotificationsRead: () => ({}),
  getPreferences: () => ({}),
  putPreferences: () => ({ body: NO_SETTINGS }),
  listDevices: () => ({}),
  registerDevice: () => ({ params: { token: deviceOf('new') }, body: { kind: 'expo' } }),
  getWebPushKey: () => ({}),
  getOverview: () => ({}),
  stream: () => ({}),
};

export type ApiCell = {
  name: string;
  caller: string;
  operation: Operation;
  call: Call;
  /** Status and code; undefined when nothing says. */
  expected: string | undefined;
  actor: PersonName | undefined;
};

export function apiCells(world: ApiWorld): ApiCell[] {
  return Object.entries(CALLERS).flatMap(([caller, as]) => {
    const actor = as.acts;
    const cell = (name: string, object: string, input: Input, expected: string | undefined): ApiCell => {
      const operation = operationOf(name);
      const isForbidden = isBelowScope(as, operation);
      return {
        name: `${caller}: ${name}${object}`,
        ...{ caller, operation, actor, call: callOf(name, input) },
        expected: refusalOf(as, operation) ?? (isForbidden ? '403 forbidden' : expected),
      };
    };
    const actions = Object.entries(ACTION_INPUTS).flatMap(([name, input]) =>
      OBJECTS.filter((object) => !isNeverMalformed(world, name, object)).map((object) => {
        const side = operationOf(name).access === 'operator' ? 'operator' : sideOf(actor ?? 'buyer');
        const ids = idsOf(world, actor ?? 'buyer', object);
        return cell(name, `, ${object}`, input(ids), ACTIONS(`${name}, ${side}`, object));
      }),
    );
    const lists = Object.entries(LIST_INPUTS).map(([name, input]) =>
      cell(name, '', input(world), LISTS(name, actor === 'erased' ? 'erased' : 'person')),
    );
    return [...actions, ...lists];
  });
}

/** Where ids are text, any text is a listing's id, and this one is missing. */
const isNeverMalformed = ({ ids }: ApiWorld, name: string, object: (typeof OBJECTS)[number]) =>
  ids === 'text' && object === 'malformed' && name === 'createCallbackRequest';

function sideOf(name: PersonName): 'buyer' | 'seller' | 'outsider' | 'erased' {
  if (name === 'erased') return name;
  if (OUTSIDERS.includes(name)) return 'outsider';
  return /buyer/i.test(name) ? 'buyer' : 'seller';
}

function idsOf(world: ApiWorld, actor: PersonName, object: (typeof OBJECTS)[number]): Ids {
  if (object === 'malformed')
    return { request: 'x', notification: 'x', listing: 'x', seller: world.seller.id };
  const { missing } = strangeIds(world.ids);
  const nothing = { request: MISSING, notification: MISSING, listing: missing, seller: missing };
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
  const owned: Partial<Record<PersonName, Pick<Listing, 'id' | 'user_id'>>> = {
    ...{ buyer: chair, seller: bike, otherBuyer: lamp, otherSeller: boat },
  };
  const own = owned[actor];
  if (object === 'own' && !own) return nothing;
  const item = object === 'own' && own ? own : isFirst ? lamp : spare;
  return {
    request,
    notification: /buyer/i.test(actor) ? toBuyer : toSeller,
    listing: item.id,
    seller: item.user_id,
  };
}
