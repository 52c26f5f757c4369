/** The clients of Ringback's HTTP API. */
import * as z from 'zod/mini';
import { type CallbackClient, type OperatorClient, operatorMethods, userMethods } from '../call/client.ts';
import { type DeviceStorage, deviceId } from '../call/device.ts';
import { newIdempotencyKey } from '../call/idempotencyKey.ts';
import type { Send } from '../call/methods.ts';
import { parseInput } from '../call/validate.ts';
import type { Operation, OperationInput } from '../operations/operation.ts';
import { IdempotencyHeaders } from '../schemas/requests.ts';
import { createCaller, type HttpClientOptions, withToken } from './call.ts';
import { asOperator, type OperatorClientOptions } from './operatorCall.ts';
import { queryString } from './queryString.ts';
import { subscribeOverHttp } from './subscribe.ts';

/** A client of the API at `baseUrl`, for the signed-in person. Nothing is sent until a function is called. */
export function createCallbackClient(options: HttpClientOptions): CallbackClient {
  return {
    ...userMethods(sendOverHttp(createCaller(options, withToken), options.deviceStorage)),
    subscribe: (listener, subscribeOptions = {}) => subscribeOverHttp(options, listener, subscribeOptions),
  };
}

/**
 * A client of the API at `baseUrl`, for an operator, who is known by a token or by a session in this browser. Nothing is sent
 * until a function is called.
 */
export function createOperatorClient(options: OperatorClientOptions): OperatorClient {
  return operatorMethods(sendOverHttp(createCaller(options, asOperator)));
}

function sendOverHttp(call: ReturnType<typeof createCaller>, storage?: DeviceStorage): Send {
  return async (operation, input, { idempotencyKey, signal }) => {
    const answer = await call(operation.answer ?? z.unknown(), {
      method: operation.method,
      path: pathOf(operation, input),
      body: input.body,
      idempotencyKey: operation.repeat === 'key' ? keyOf(idempotencyKey) : undefined,
      device: operation.hasOrigin && (await deviceId(storage)),
      signal,
    });
    if (!operation.answer) return undefined;
    return operation.member ? (answer as Record<string, unknown>)[operation.member] : answer;
  };
}

function pathOf({ path }: Operation, { params = {}, query = {} }: OperationInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(String(params[name])));
  return `/v1${filled}${queryString(query)}`;
}

function keyOf(given: string = newIdempotencyKey()): string {
  parseInput(IdempotencyHeaders, { 'idempotency-key': given });
  return given;
}
