/** Makes the cells of the matrix: every role × operation × object × claimed identity, each with the SQL to try and what to expect. */
import { type IdType, type Person, strangeIds } from '@ringback/testing/database/index.ts';
import { MISSING, type World } from '@ringback/testing/security/world.ts';
import { MAY_EXECUTE, PRIVATE_COLUMNS, SERVICE_TABLES } from '../support/allowed.ts';
import { ACTIONS, IDENTITY, IDENTITY_OPERATOR, IDENTITY_VIEWER, LISTS, STATEMENTS } from './expectations.ts';

export const PEOPLE = ['buyer', 'seller', 'otherBuyer', 'otherSeller', 'erased'] as const;
export type PersonName = (typeof PEOPLE)[number];
export const ROLES = ['anon', ...PEOPLE, 'service_role', 'api'] as const;
export type Role = (typeof ROLES)[number];

export type Cell = {
  name: string;
  role: Role | 'owner';
  /** An expression to evaluate, or a statement to run. */
  call: string;
  /** What happens; undefined when the expectations do not say. */
  expected: string | undefined;
  /** Who acts in the end; nobody when the identity is refused. */
  actor?: PersonName | undefined;
  /** How many rows the table has that it reads. */
  rows?: number;
};

/** A table or view, with a column that an update could set. */
export type Table = { name: string; isView: boolean; column: string; rows: number };

/** The world, and a listing of every person's own. */
export type MatrixWorld = World & {
  erased: Pick<Person, 'id'>;
  lamp: { id: string; user_id: string };
  ids: IdType;
};

const CLAIMS = ['omitted', 'own', 'foreign', 'NULL'] as const;
type Claim = (typeof CLAIMS)[number];
const OBJECTS = ['own', 'foreign', 'missing', 'malformed'] as const;
type ObjectKind = (typeof OBJECTS)[number];

const kindOf = (role: Role) =>
  role === 'anon' ? 'anon' : role === 'service_role' || role === 'api' ? 'service' : 'user';
const sideOf = (name: PersonName) =>
  name === 'erased' ? 'erased' : /buyer/i.test(name) ? 'buyer' : 'seller';
const opposite = (name: PersonName): PersonName =>
  name === 'seller' || name === 'buyer' ? 'otherSeller' : 'seller';

/** Whom a claim names, and as whom the call is then meant: a user as themselves, the service as the person it names. */
function resolve(role: Role, claim: Claim): { named: PersonName; actor: PersonName } {
  const self = kindOf(role) === 'user' ? (role as PersonName) : 'seller';
  const named = claim === 'foreign' ? opposite(self) : self;
  return { named, actor: kindOf(role) === 'user' ? self : named };
}

type Ids = { request: string; notification: string; listing: string; seller: string; device: string };

/** An object's ids, seen by someone: their own, those of the other pair, an id that nobody has, no id at all. */
function idsOf(world: MatrixWorld, actor: PersonName, object: ObjectKind): Ids {
  const { missing, malformed } = strangeIds(world.ids);
  if (object === 'malformed')
    return { request: 'x', notification: 'x', listing: malformed, seller: missing, device: 'x' };
  const isFirstPair = actor === 'buyer' || actor === 'seller';
  if (object === 'missing' || (object === 'own' && actor === 'erased'))
    return {
      ...{ request: MISSING, notification: MISSING, listing: missing, seller: missing },
      device: deviceOf(MISSING),
    };
  const isFirst = isFirstPair === (object === 'own');
  const foreignListing = isFirstPair ? world.lamp : world.spare;
  const listings = {
    buyer: world.chair,
    seller: world.spare,
    otherBuyer: world.lamp,
    otherSeller: world.boat,
  };
  const listing = object === 'own' && actor !== 'erased' ? listings[actor] : foreignListing;
  return {
    request: isFirst ? world.requestId : world.otherRequestId,
    notification: notificationOf(world, actor, isFirst),
    listing: listing.id,
    seller: listing.user_id,
    device: deviceOf(ownerOf(world, actor, isFirst).id),
  };
}

/** The person of that side in the first pair or the second. */
function ownerOf(world: MatrixWorld, actor: PersonName, isFirst: boolean): { id: string } {
  if (sideOf(actor) === 'buyer') return isFirst ? world.buyer : world.otherBuyer;
  return isFirst ? world.seller : world.otherSeller;
}

/** Everybody's device in the matrix. */
export const deviceOf = (personId: string) => `ExponentPushToken[${personId}]`;

/** The buyers' notifications are made for the matrix: their ids are the requests' with another first digit. */
const notificationOf = (world: MatrixWorld, actor: PersonName, isFirst: boolean) => {
  if (sideOf(actor) === 'buyer') return buyersNotification(isFirst ? world.requestId : world.otherRequestId);
  return isFirst ? world.notificationId : world.otherNotificationId;
};
export const buyersNotification = (requestId: string) => `f${requestId.slice(1)}`;

type Argument = (name: string) => string;
type Operation = { identity: typeof IDENTITY; call: (ids: Ids, who: Argument) => string };

const ask = ({ listing, seller }: Ids) =>
  `p_listing_id := '${listing}', p_seller_id := '${seller}', p_requester_phone := '+12125550144', p_requester_name := 'Ada'`;
const update = (status: string) => (ids: Ids, who: Argument) =>
  `public.update_callback_request_status(p_request_id := '${ids.request}', p_new_status := '${status}'${who('p_user_id')})`;

const OPERATIONS: Record<string, Operation> = {
  ask: {
    identity: IDENTITY,
    call: (ids, who) => `public.create_callback_request(${ask(ids)}${who('p_requester_id')})`,
  },
  'may ask': {
    identity: IDENTITY,
    call: (ids, who) => `public.can_request_callback('${ids.listing}'${who('p_user_id')})`,
  },
  read: {
    identity: IDENTITY,
    call: (ids, who) => `public.get_callback_request('${ids.request}'${who('p_user_id')})`,
  },
  acknowledge: { identity: IDENTITY, call: update('acknowledged') },
  complete: { identity: IDENTITY, call: update('completed') },
  cancel: { identity: IDENTITY, call: update('cancelled') },
  expire: { identity: IDENTITY, call: update('expired') },
  edit: {
    identity: IDENTITY,
    call: (ids, who) =>
      `public.edit_callback_request('${ids.request}', '{"message": "At noon"}'${who('p_user_id')})`,
  },
  'log a call': {
    identity: IDENTITY,
    call: (ids, who) => `public.log_callback_attempt('${ids.request}', 'busy'${who('p_user_id')})`,
  },
  mark: {
    identity: IDENTITY,
    call: (ids, who) => `public.mark_callback_notification_read('${ids.notification}'${who('p_user_id')})`,
  },
  retire: {
    identity: IDENTITY,
    call: (ids, who) => `public.retire_callback_device('${ids.device}'${who('p_user_id')})`,
  },
  submit: {
    identity: IDENTITY,
    call: ({ listing, seller }, who) => `public.submit_callback_request(p_request := jsonb_build_object(
      'listing_id', '${listing}', 'seller_id', '${seller}', 'requester_phone', '+12125550144', 'requester_name', 'Ada')${who('p_requester_id')})`,
  },
  change: {
    identity: IDENTITY,
    call: (ids, who) =>
      `public.change_callback_request(p_request_id := '${ids.request}', p_new_status := 'cancelled'${who('p_user_id')})`,
  },
  close: {
    identity: IDENTITY_OPERATOR,
    call: (ids, who) => `public.close_callback_request('${ids.request}'${who('p_operator_id')})`,
  },
  overview: {
    identity: IDENTITY_VIEWER,
    call: (_, who) => `public.get_callback_overview(30${who('p_operator_id')})`,
  },
};

const LIST_CALLS: Record<string, (who: Argument) => string> = {
  received: (who) => `public.get_seller_callback_requests(p_limit := 100${who('p_seller_id')})`,
  sent: (who) => `public.get_requester_callback_requests(p_limit := 100${who('p_requester_id')})`,
  'page of received': (who) => `public.list_callback_requests('seller'${who('p_user_id')})`,
  'page of sent': (who) => `public.list_callback_requests('buyer'${who('p_user_id')})`,
  'search in received': (who) =>
    `public.list_callback_requests('seller', p_search := 'a'${who('p_user_id')})`,
  'search in sent': (who) => `public.list_callback_requests('buyer', p_search := 'a'${who('p_user_id')})`,
  statistics: (who) => `public.get_callback_request_stats(${who('p_user_id').slice(2)})`,
  notifications: (who) => `public.list_callback_notifications(p_limit := 100${who('p_user_id')})`,
  unread: (who) => `public.get_unread_callback_notification_count(${who('p_user_id').slice(2)})`,
  preferences: (who) => `public.get_callback_preferences(${who('p_user_id').slice(2)})`,
  'set preferences': (who) => `public.set_callback_preferences('{"email": []}'${who('p_user_id')})`,
  'save a device': (who) =>
    `public.save_callback_device('ExponentPushToken[new]', '{"kind": "expo"}'${who('p_user_id')})`,
  devices: (who) => `public.list_callback_devices(${who('p_user_id').slice(2)})`,
  'mark all': (who) => `public.mark_all_callback_notifications_read(${who('p_user_id').slice(2)})`,
};

const argument =
  (world: MatrixWorld, claim: Claim, named: PersonName): Argument =>
  (name) => {
    // An operator's id is a UUID of ours, whatever people have.
    const id = name === 'p_operator_id' && world.ids !== 'uuid' ? MISSING : world[named].id;
    return claim === 'omitted' ? '' : `, ${name} := ${claim === 'NULL' ? 'null' : `'${id}'`}`;
  };

export function actionCells(world: MatrixWorld): Cell[] {
  const all = product(ROLES, Object.keys(OPERATIONS), OBJECTS, CLAIMS).filter(
    ([, name, object]) => !isNeverMalformed(world, name, object),
  );
  return all.map(([role, name, object, claim]) => {
    const { identity, call } = OPERATIONS[name] as Operation;
    const { named, actor } = resolve(role, claim);
    const who = identity(kindOf(role), claim);
    const acts = who === 'self' || who === 'named';
    const then = ACTIONS(`${name}, ${sideOf(actor)}`, object);
    return {
      name: `${role}: ${name}, ${object} object, ${claim} identity`,
      role,
      call: call(idsOf(world, actor, object), argument(world, claim, named)),
      expected: acts || isRefusedUnread(name, object) ? then : who,
      actor: acts ? actor : undefined,
    };
  });
}

/** PostgreSQL refuses a malformed id while it reads the statement, before anyone is asked who they are; in JSON nobody sees it so early. */
const isRefusedUnread = (name: string, object: ObjectKind) =>
  object === 'malformed' && !['submit', 'retire', 'overview'].includes(name);

/** Where ids are text, any text is one to PostgreSQL. */
const isNeverMalformed = ({ ids }: MatrixWorld, name: string, object: ObjectKind) =>
  ids === 'text' && object === 'malformed' && ['ask', 'may ask'].includes(name);

export function listCells(world: MatrixWorld): Cell[] {
  return product(ROLES, Object.keys(LIST_CALLS), CLAIMS).map(([role, name, claim]) => {
    const { named, actor } = resolve(role, claim);
    const who = IDENTITY(kindOf(role), claim);
    const acts = who === 'self' || who === 'named';
    return {
      name: `${role}: ${name}, ${claim} identity`,
      role,
      call: (LIST_CALLS[name] as (who: Argument) => string)(argument(world, claim, named)),
      expected: acts ? LISTS(name, sideOf(actor)) : who,
      actor: acts ? actor : undefined,
    };
  });
}

export function tableCells(tables: Table[]): Cell[] {
  return product(ROLES, tables).flatMap(([role, { name, isView, column, rows }]) => {
    const read = name in PRIVATE_COLUMNS ? 'id' : undefined;
    const cell = (what: string, call: string, row = what): Cell => ({
      name: `${role}: ${what} (${name})`,
      role,
      call,
      expected: STATEMENTS(row, kindOf(role)),
      rows,
    });
    return [
      cell(
        'read columns',
        `(select count(${read ? `t.${read}` : '1'}) from ${name} t)`,
        `read columns of ${rowOf(name)}`,
      ),
      cell('read all', `(select count(to_jsonb(t)) from ${name} t)`, `read all of ${rowOf(name)}`),
      cell('insert', `insert into ${name} default values`),
      cell('update', `update ${name} set ${column} = default`),
      cell('delete', `delete from ${name}`),
      ...(isView ? [] : [cell('truncate', `truncate ${name} cascade`)]),
    ];
  });
}

/** The row of the expectations that a table stands in. */
function rowOf(name: string): string {
  if (name in PRIVATE_COLUMNS) return name;
  return SERVICE_TABLES.includes(name) ? 'a table of the service' : 'an inner table';
}

/** Every function by its name, with NULLs: `reached` when PostgreSQL lets the role in, whatever it is told there. */
export function functionCells(functions: { name: string; call: string }[]): Cell[] {
  const asRole = { anon: 'anon', service_role: 'service_role', api: 'callback_service' } as Record<
    string,
    string
  >;
  return product(ROLES, functions).map(([role, { name, call }]) => {
    const may = MAY_EXECUTE[name]?.includes(asRole[role] ?? 'authenticated');
    return { name: `${role}: ${name}`, role, call, expected: may ? 'reached' : 'denied' };
  });
}

function product<T extends readonly (readonly unknown[])[]>(...lists: T): { [K in keyof T]: T[K][number] }[] {
  return lists.reduce<unknown[][]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  ) as never;
}
