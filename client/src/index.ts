/** Ringback's vocabulary and clients, for any JavaScript runtime. The phone rules are apart, in `@ringback/client/phone`. */

export { newIdempotencyKey } from './call/idempotencyKey.ts';
export { parseInput } from './call/validate.ts';
export type * from './client.ts';
export * from './errors.ts';
export { createCallbackClient, type HttpClientOptions } from './http/client.ts';
export { createOperatorClient, type OperatorClient } from './http/operator.ts';
export * from './http/problem.ts';
export * from './schemas/index.ts';
export { createSupabaseCallbackClient, type SupabaseClientOptions } from './supabase/client.ts';
export * from './text.ts';
export * from './vocabulary.ts';
