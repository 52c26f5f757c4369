/** Ringback's vocabulary and clients, for any JavaScript runtime. The phone rules are apart, in `@ringback/client/phone`. */
export type * from './client.ts';
export * from './constants.ts';
export * from './errors.ts';
export { createCallbackClient, type HttpClientOptions } from './http.ts';
export { newIdempotencyKey } from './idempotency-key.ts';
export { createOperatorClient, type OperatorClient } from './operator.ts';
export * from './problem.ts';
export * from './schemas.ts';
export { createSupabaseCallbackClient, type SupabaseClientOptions } from './supabase.ts';
export { parseInput } from './validate.ts';
