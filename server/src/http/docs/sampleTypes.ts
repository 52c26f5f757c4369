/** What a sample of the reference is. */
import type { CallbackClient, OperationName, OperatorClient } from '@ringback/client';

/** Who may call an operation: what the database allows, in a word. */
export type Who = 'anyone' | 'self' | 'visitor' | 'buyer' | 'seller' | 'either' | 'owner' | 'operator';

type Client = CallbackClient & OperatorClient;
export type MethodName = Exclude<OperationName, 'stream'>;

export interface MethodSample<Name extends MethodName> {
  who: Who;
  /** Of the client's method. */
  arguments: Parameters<Client[Name]>;
  /** What the TypeScript names the answer, where there is one. */
  answer?: string;
}

export interface Sample {
  who: Who;
  arguments: unknown[];
  answer?: string;
  /** The TypeScript, where it is not one call of a method. */
  typescript?: string;
}
