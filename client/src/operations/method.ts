/** What an operation is as a method of a client, in types. */
import type { ClientOperation } from './operation.ts';

export interface CallOptions {
  /** Ends the call; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

export interface WriteOptions extends CallOptions {
  /**
   * The same key with the same input gives the first answer again, even after a restart of the app; kept for at
   * least 24 hours. Made up per call by default, so that the repeats of one call have one effect.
   */
  idempotencyKey?: string | undefined;
}

/**
 * Makes a method of a description. A topic is a function of it, so that its methods have the names and docstrings
 * that stand there; a mapped type would lose the docstrings in some editors.
 */
export type MethodMaker = <const Described extends ClientOperation>(
  operation: Described,
) => (
  ...given: [...Parameters<Described['input']>, options?: OptionsOf<Described>]
) => Promise<ResultOf<Described>>;

type OptionsOf<Described> = Described extends { repeat: 'key' } ? WriteOptions : CallOptions;

type ResultOf<Described> = Described extends { answer: { _zod: { output: infer Answer } } }
  ? Described extends { member: keyof Answer }
    ? Answer[Described['member']]
    : Answer
  : // biome-ignore lint/suspicious/noConfusingVoidType: it is the type argument of a promise
    void;
