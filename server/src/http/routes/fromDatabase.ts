/** The handler of an operation that an SQL function does: one call with named arguments, and its answer. */
import {
  actorArgument,
  argumentsOf,
  type BodyWithPhone,
  bodyInE164,
  DEVICE_HEADER,
  fromRecordedRefusal,
  KEY_ARGUMENT,
  type Operation,
  type OperationInput,
  ORIGIN_ARGUMENT,
  type SqlCall,
} from '@ringback/client';
import { parsePhone } from '@ringback/client/phone-max';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { overloaded } from '../../platform/database.ts';
import { currentTraceparent } from '../../platform/tracing.ts';
import { callerOf as addressOf } from '../limits.ts';
import type { InTurn } from '../turns.ts';
import type { OperationHandler } from '../types.ts';
import { statusOf } from './schema.ts';

export interface DatabaseHandlerParts {
  database: Database;
  /** Does what is costly for one person after the other. */
  inTurn: InTurn;
  /** Country of phone numbers that come without any. */
  defaultRegion?: string | undefined;
}

/** What a function with an idempotency key answers. */
interface Written {
  request: object;
  replayed: boolean;
}

/** Makes the handler. */
export function answerFromDatabase(operation: Operation, parts: DatabaseHandlerParts): OperationHandler {
  const { sql } = operation;
  if (!sql)
    throw new Error(`${operation.method} ${operation.path} has neither an SQL function nor a handler.`);
  return async (request, reply) => {
    const args = { ...argumentsOf(sql, inputOf(request, operation, parts)), ...callerOf(request, operation) };
    const ask = () =>
      callFunction(parts.database, sql, args, readersFor(request, operation), traceparentOf(operation));
    const answer = await (isCostly(request, operation)
      ? parts.inTurn(actorOf(request, operation) ?? '', ifWanted(reply, ask))
      : ask());
    const refusal = fromRecordedRefusal(answer);
    if (refusal) throw refusal;
    return send(reply, operation, answer);
  };
}

const isCostly = ({ query }: FastifyRequest, { costly }: Operation) =>
  costly !== undefined && (query as Record<string, unknown>)[costly] !== undefined;

/** Who has left meanwhile, because they typed on, gets nothing done. */
const ifWanted = (reply: FastifyReply, ask: () => Promise<unknown>) => async () => {
  if (reply.raw.destroyed) throw overloaded();
  return ask();
};

function inputOf(request: FastifyRequest, { hasPhone }: Operation, { defaultRegion }: DatabaseHandlerParts) {
  const { params, query, body } = request as Required<OperationInput>;
  if (!hasPhone) return { params, query, body };
  return { params, query, body: bodyInE164(body as BodyWithPhone, parsePhone, defaultRegion) };
}

/** What only reads causes no delivery. */
const traceparentOf = ({ repeat }: Operation) => (repeat === 'read' ? undefined : currentTraceparent());

/** Who acts, and their key. */
function callerOf(request: FastifyRequest, operation: Operation) {
  const actor = actorArgument(operation);
  return {
    ...(actor && { [actor]: actorOf(request, operation) }),
    ...(operation.repeat === 'key' && { [KEY_ARGUMENT]: request.headers['idempotency-key'] }),
    ...(operation.hasOrigin && { [ORIGIN_ARGUMENT]: originOf(request) }),
  };
}

/** A back end's address is nobody's. */
function originOf(request: FastifyRequest) {
  const isOfBackEnd = request.headers['ringback-user'] !== undefined;
  return { ip: isOfBackEnd ? null : addressOf(request), device: request.headers[DEVICE_HEADER] ?? null };
}

/** Nobody where a service or anyone may call: then the request names no person. */
function actorOf({ userId, operatorId }: FastifyRequest, { access }: Operation): string | null {
  if (access === 'operator') return operatorId;
  return access === 'user' ? userId : null;
}

/** How arguments that are ids of the marketplace's are read from text; one that is none there must not be an error of SQL. */
const ID_READERS: Record<string, string> = {
  p_user_id: 'callback_private.person_of(?)',
  p_requester_id: 'callback_private.person_of(?)',
  p_seller_id: "callback_private.sent_person(?, 'seller_id')",
  p_person_id: 'callback_private.person_of(?)',
  p_listing_id: 'callback_private.listing_of(?)',
};
const NAMED_PERSON = "callback_private.sent_person(?, 'Ringback-User')";

/** A person whom the back end names may be anyone; the subject of a token is who it says. */
function readersFor({ headers }: FastifyRequest, operation: Operation): Record<string, string> {
  if (headers['ringback-user'] === undefined) return ID_READERS;
  return { ...ID_READERS, [String(actorArgument(operation))]: NAMED_PERSON };
}

/** Only names from descriptions become text of the statement, so there are few of them, and each is prepared once. */
function callFunction(
  database: Database,
  { function: name }: SqlCall,
  args: Record<string, unknown>,
  readers: Record<string, string>,
  traceparent: string | undefined,
) {
  const named = Object.keys(args).map(
    (argument, place) => `${argument} => ${(readers[argument] ?? '?').replace('?', `$${place + 1}`)}`,
  );
  const values = Object.values(args).map((value) => value ?? null);
  const call = `select public.${name}(${named.join(', ')})`;
  if (traceparent === undefined)
    return database.value<unknown>((sql) => sql.unsafe(call, values as never[], { prepare: true }));
  // For this statement; the deliveries that it writes keep it.
  const traced = `with trace as materialized (
    select set_config('callback_private.traceparent', $${values.length + 1}, true) as parent)
    ${call} from trace where trace.parent is not null`;
  return database.value<unknown>((sql) =>
    sql.unsafe(traced, [...values, traceparent] as never[], { prepare: true }),
  );
}

function send(reply: FastifyReply, operation: Operation, answer: unknown): unknown {
  reply.code(statusOf(operation));
  if (!operation.answer) return null;
  if (operation.member) return { [operation.member]: answer };
  if (operation.repeat !== 'key') return answer;
  const { request, replayed } = answer as Written;
  if (replayed) reply.header('idempotency-replayed', 'true');
  if (operation.location) reply.header('location', `/v1${fill(operation.location, request)}`);
  return request;
}

const fill = (path: string, members: object) =>
  path.replace(/:(\w+)/g, (_, name) => String((members as Record<string, unknown>)[name]));
