/** Makes a client's methods of the descriptions of operations; what sends a call is the client's. */
import { isCallbackError } from '../errors.ts';
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
    return async (...given: never[]) => {
      const options = given[input.length] ?? {};
      const attempt = async (each: OperationInput) => send(operation, parsed(operation, each), options);
      return withoutDispensable(operation, input(...given), attempt);
    };
  };
  return make as MethodMaker;
}

/** Tries once more without the dispensable field, when that is what is refused. */
async function withoutDispensable(
  { dispensable }: ClientOperation,
  input: OperationInput,
  attempt: (input: OperationInput) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await attempt(input);
  } catch (error) {
    const { [dispensable ?? '']: dropped, ...body } = (input.body ?? {}) as Record<string, unknown>;
    const isRefused = isCallbackError(error) && error.code === 'invalid_input' && error.field === dispensable;
    if (dropped === undefined || !isRefused) throw error;
    return attempt({ ...input, body });
  }
}

function parsed({ params, query, body }: ClientOperation, given: OperationInput): OperationInput {
  return {
    ...(params && { params: parseInput(params, given.params) as Record<string, unknown> }),
    ...(query && { query: parseInput(query, given.query) as Record<string, unknown> }),
    ...(body && { body: parseInput(body, given.body) }),
  };
}
