/** Makes the cells of the matrix: every role × operation × object × claimed identity, each with the SQL to try and what to expect. */
import { type IdType, type Person, strangeIds } from '@ringback/testing/database/index.ts';
import { MISSING_OF_OPERATORS, type Objects, outcomeOf } from '@ringback/testing/operations/samples.ts';
import { CALLS, type SqlSample, sqlOf } from '@ringback/testing/operations/sqlCalls.ts';
import { MISSING, type World } from '@ringback/testing/security/world.ts';
import { MAY_EXECUTE, PRIVATE_COLUMNS, SERVICE_TABLES } from '../support/allowed.ts';
import { parametersOf } from '../support/signatures.ts';
import { IDENTITY, IDENTITY_OPERATOR, IDENTITY_OR_SERVICE, STATEMENTS } from './expectations.ts';

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

/** An object's ids, seen by someone: their own, those of the other pair, an id that nobody has, no id at all. */
function idsOf(world: MatrixWorld, actor: PersonName, object: ObjectKind): Objects {
  const { missing, malformed } = strangeIds(world.ids);
  if (object === 'malformed')
    return {
      ...{ request: 'x', notification: 'x', listing: malformed, seller: missing, device: 'x' },
      ...{ operator: 'x', session: 'x' },
    };
  const isFirstPair = actor === 'buyer' || actor === 'seller';
  if (object === 'missing' || (object === 'own' && actor === 'erased'))
    return {
      ...{ request: MISSING, notification: MISSING, listing: missing, seller: missing },
      ...{ device: deviceOf(MISSING), ...MISSING_OF_OPERATORS },
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
    ...MISSING_OF_OPERATORS,
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

const identityOf = ({ access, orService }: SqlSample) => {
  if (access !== 'operator') return IDENTITY;
  return orService ? IDENTITY_OR_SERVICE : IDENTITY_OPERATOR;
};

/** The identity as SQL; undefined where it is left out. */
function claimed(world: MatrixWorld, claim: Claim, named: PersonName, actor: string): string | undefined {
  if (claim === 'omitted') return undefined;
  // An operator's id is a UUID of ours, whatever people have.
  const id = actor === 'p_operator_id' && world.ids !== 'uuid' ? MISSING : world[named].id;
  return claim === 'NULL' ? 'null' : `'${id}'`;
}

/** Every role × sample × object × claimed identity; once without an object where the sample has none but the caller. */
export function callCells(world: MatrixWorld): Cell[] {
  return product(ROLES, CALLS, CLAIMS).flatMap(([role, sample, claim]) =>
    objectsOf(world, sample).map((object) => {
      const { named, actor } = resolve(role, claim);
      const who = identityOf(sample)(kindOf(role), claim);
      const acts = who === 'self' || who === 'named';
      const then =
        object === 'malformed' ? malformedOf(sample) : outcomeOf(sample.outcomes, sideOf(actor), object);
      const identity = claimed(world, claim, named, sample.actor);
      return {
        name: `${role}: ${sample.name}, ${object ? `${object} object, ` : ''}${claim} identity`,
        role,
        call: sqlOf(sample, idsOf(world, actor, object ?? 'own'), identity),
        expected: acts || (object === 'malformed' && isRefusedUnread(sample)) ? then : who,
        actor: acts ? actor : undefined,
      };
    }),
  );
}

/** Where ids are text, any text is one to PostgreSQL; and the seller's is a missing one. */
function objectsOf({ ids }: MatrixWorld, sample: SqlSample): readonly (ObjectKind | undefined)[] {
  if (sample.outcomes.stranger === undefined) return [undefined];
  const isNeverMalformed =
    sample.name === 'get_callback_response_time' ||
    (ids === 'text' && typesOf(sample).includes(':listing_id'));
  return OBJECTS.filter((object) => object !== 'malformed' || !isNeverMalformed);
}

/** PostgreSQL refuses a malformed id while it reads the statement, before anyone is asked who they are; in JSON nobody sees it so early. */
const isRefusedUnread = (sample: SqlSample) =>
  typesOf(sample).some((type) => type === 'uuid' || type === ':listing_id');

const malformedOf = (sample: SqlSample) => (isRefusedUnread(sample) ? '22P02' : 'not_found');

/** The types of the parameters that say what it is about. */
const typesOf = ({ function: called, actor }: SqlSample) =>
  parametersOf(called)
    .filter(({ name }) => name !== actor)
    .map(({ type }) => type);

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
