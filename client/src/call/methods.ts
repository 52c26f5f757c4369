/** Makes a client's methods of the descriptions of operations; what sends a call is the client's. */
import type { MethodMaker, WriteOptions } from '../operations/method.ts';
import type { ClientOperation, OperationInput } from '../operations/operation.ts';
import { parseInput } from './validate.ts';

/** Sends one call. The input is as its schemas read it: trimmed, defaults filled in. */
export type Send = (
  operation: ClientOperation,
  input: OperationInput,
  options: WriteOptions,
) => Promise<unknown>;

/** Makes what makes the methods. Each checks its input, then sends it. */
export function methodMaker(send: Send): MethodMaker {
  const make = (operation: ClientOperation) => {
    const { input } = operation;
    return async (...given: never[]) =>
      send(operation, parsed(operation, input(...given)), given[input.length] ?? {});
  };
  return make as MethodMaker;
}

function parsed({ params, query, body }: ClientOperation, given: OperationInput): OperationInput {
  return {
    ...(params && { params: parseInput(params, given.params) as Record<string, unknown> }),
    ...(query && { query: parseInput(query, given.query) as Record<string, unknown> }),
    ...(body && { body: parseInput(body, given.body) }),
  };
}
