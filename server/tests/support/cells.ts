/** The cells of the API's authorization matrix: each caller on each operation and object, with what to expect. */
import { ERRORS, OPERATIONS, type Operation, type OperationInput } from '@ringback/client';
import { type Listing, strangeIds } from '@ringback/testing/database/index.ts';
import {
  MISSING_OF_OPERATORS,
  type Objects,
  outcomeOf,
  SAMPLE_CALLS,
  type SampleCall,
} from '@ringback/testing/operations/samples.ts';
import { MISSING } from '@ringback/testing/security/world.ts';
import type { Call } from '@ringback/testing/server/app.ts';
import * as z from 'zod/mini';
import { type ApiWorld, CALLERS, isBelowScope, type PersonName, refusalOf } from './callers.ts';

/** The device of the person who got that notification. */
export const deviceOf = (notificationId: string) => `ExponentPushToken[${notificationId}]`;

const OBJECTS = ['own', 'foreign', 'missing', 'malformed'] as const;
type ObjectKind = (typeof OBJECTS)[number];

/** The call of an operation, made from its description. */
function callOf({ method, path }: Operation, { params = {}, query, body }: OperationInput): Call {
  const url = path.replace(/:(\w+)/g, (_, param) => encodeURIComponent(String(params[param] ?? '')));
  const search = query && `?${new URLSearchParams(query as Record<string, string>)}`;
  return { method, url: `/v1${url}${search ?? ''}`, body };
}

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
    const cell = (
      name: string,
      operation: Operation,
      input: OperationInput,
      expected: string | undefined,
    ): ApiCell => {
      const isForbidden = isBelowScope(as, operation);
      return {
        name: `${caller}: ${name}`,
        ...{ caller, operation, actor, call: callOf(operation, input) },
        expected: refusalOf(as, operation) ?? (isForbidden ? '403 forbidden' : expected),
      };
    };
    const samples = SAMPLE_CALLS.flatMap((sample) =>
      objectsOf(world, sample).map((object) => {
        const input = sample.input(idsOf(world, actor ?? 'buyer', object ?? 'own'));
        const expected = expectedOf(sample, actor ?? 'buyer', object);
        return cell(`${sample.name}${object ? `, ${object}` : ''}`, sample.operation, input, expected);
      }),
    );
    return [
      ...samples,
      ...asAnother(world, actor ?? 'buyer').map(([name, operation, input]) =>
        cell(name, operation, input, '422 invalid_input'),
      ),
      cell('stream', OPERATIONS.stream, {}, '200'),
    ];
  });
}

/** The objects that a sample is tried on; none where it has no object but the caller. */
const objectsOf = (world: ApiWorld, sample: SampleCall): (ObjectKind | undefined)[] =>
  sample.outcomes.stranger
    ? OBJECTS.filter((object) => !isNeverMalformed(world, sample.operation, object))
    : [undefined];

/** Status and code by what the sample's outcome is in the database. */
function expectedOf(sample: SampleCall, actor: PersonName, object: ObjectKind | undefined): string {
  const { operation, answersRefusals } = sample;
  const success = String(operation.status ?? (operation.answer ? 200 : 204));
  if (answersRefusals) return success;
  if (object === 'malformed') return refusesMalformed(sample) ? '422 invalid_input' : '404 not_found';
  if (sample.othersScope !== undefined && sample.othersScope !== actor) return '404 not_found';
  const side = operation.access === 'operator' ? 'outsider' : sideOf(actor);
  const outcome = outcomeOf(sample.outcomes, side, object);
  return outcome === 'ok' ? success : `${ERRORS[outcome].status} ${outcome}`;
}

const MALFORMED = {
  ...{ request: 'x', notification: 'x', listing: 'x', seller: 'x', device: deviceOf('x') },
  ...{ operator: 'x', session: 'x' },
};

/** Whether the schema of the path takes UUIDs alone. */
function refusesMalformed({ operation, input }: SampleCall): boolean {
  const { params } = input(MALFORMED);
  return operation.params !== undefined && !z.safeParse(operation.params, params).success;
}

/** Calls that name someone else as the caller, which no body and no query may. */
function asAnother(world: ApiWorld, actor: PersonName): [string, Operation, OperationInput][] {
  const { createCallbackRequest, listCallbackRequests } = OPERATIONS;
  const create = SAMPLE_CALLS.find(({ name }) => name === 'createCallbackRequest') as SampleCall;
  return [
    ...OBJECTS.map((object): [string, Operation, OperationInput] => {
      const ids = idsOf(world, actor, object);
      const body = { ...(create.input(ids).body as object), requester_id: ids.seller };
      return [`createCallbackRequest as another, ${object}`, createCallbackRequest, { body }];
    }),
    [
      'listCallbackRequests as another',
      listCallbackRequests,
      { query: { as: 'seller', user_id: world.seller.id } },
    ],
  ];
}

/** Where ids are text, any text is a listing's id, and this one is missing. A seller's is always well formed. */
const isNeverMalformed = ({ ids }: ApiWorld, operation: Operation, object: ObjectKind) =>
  object === 'malformed' &&
  (operation === OPERATIONS.getResponseTime ||
    (ids === 'text' && operation === OPERATIONS.createCallbackRequest));

function sideOf(name: PersonName): 'buyer' | 'seller' | 'outsider' | 'erased' {
  if (name === 'erased') return name;
  if (/buyer/i.test(name)) return 'buyer';
  return /seller/i.test(name) ? 'seller' : 'outsider';
}

function idsOf(world: ApiWorld, actor: PersonName, object: ObjectKind): Objects {
  if (object === 'malformed') return { ...MALFORMED, seller: world.seller.id };
  const { missing } = strangeIds(world.ids);
  const nothing = {
    ...{ request: MISSING, notification: MISSING, listing: missing, seller: missing },
    ...{ device: deviceOf(MISSING), ...MISSING_OF_OPERATORS },
  };
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
  // Of a person who has nothing; whom they look at is there.
  if (object === 'own' && !own) return { ...nothing, seller: world.seller.id };
  const item = object === 'own' && own ? own : isFirst ? lamp : spare;
  const notification = /buyer/i.test(actor) ? toBuyer : toSeller;
  return {
    ...{ request, notification, listing: item.id, seller: item.user_id },
    ...{ device: deviceOf(notification), operator: world.operatorId, session: world.operatorSessionId },
  };
}
