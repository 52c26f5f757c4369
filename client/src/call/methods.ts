/** Makes a client's methods from the descriptions of operations; what sends a call is the client's. */
import type { ClientOperation, OperationInput } from '../operations/operation.ts';
import type { CallOptions, WriteOptions } from './options.ts';
import { parseInput } from './validate.ts';

/** The methods that the operations amount to; they keep the operations' names and docstrings. */
export type Methods<Operations extends Record<string, ClientOperation>> = {
  -readonly [Name in keyof Operations]: (
    ...given: [...Parameters<Operations[Name]['input']>, options?: OptionsOf<Operations[Name]>]
  ) => Promise<ResultOf<Operations[Name]>>;
};

type OptionsOf<Operation> = Operation extends { repeat: 'key' } ? WriteOptions : CallOptions;

type ResultOf<Operation> = Operation extends { answer: { _zod: { output: infer Answer } } }
  ? Operation extends { member: keyof Answer }
    ? Answer[Operation['member']]
    : Answer
  : // biome-ignore lint/suspicious/noConfusingVoidType: it is the type argument of a promise
    void;

/** Sends one call. The input is as its schemas read it: trimmed, defaults filled in. */
export type Send = (
  operation: ClientOperation,
  input: OperationInput,
  options: WriteOptions,
) => Promise<unknown>;

/** Makes the methods. Each checks its input, then sends it. */
export function methodsOf<Operations extends Record<string, ClientOperation>>(
  operations: Operations,
  send: Send,
): Methods<Operations> {
  const methods = Object.entries(operations).map(([name, operation]) => {
    const method = async (...given: never[]) => {
      const { input } = operation;
      return send(operation, parsed(operation, input(...given)), given[input.length] ?? {});
    };
    return [name, method];
  });
  return Object.fromEntries(methods);
}

function parsed({ params, query, body }: ClientOperation, given: OperationInput): OperationInput {
  return {
    ...(params && { params: parseInput(params, given.params) as Record<string, unknown> }),
    ...(query && { query: parseInput(query, given.query) as Record<string, unknown> }),
    ...(body && { body: parseInput(body, given.body) }),
  };
}
