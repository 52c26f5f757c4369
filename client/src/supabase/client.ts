/** The same client for an app that talks to its own Supabase project: each function is one call of a database function. */
import * as z from 'zod/mini';
import { networkError } from '../call/answer.ts';
import { type CallbackClient, userMethods } from '../call/client.ts';
import { type DeviceStorage, deviceId } from '../call/device.ts';
import { newIdempotencyKey } from '../call/idempotencyKey.ts';
import type { Send } from '../call/methods.ts';
import { CallbackError } from '../errors.ts';
import type { Operation, OperationInput, SqlCall } from '../operations/operation.ts';
import { argumentsOf, KEY_ARGUMENT } from '../operations/sql.ts';
import { type BodyWithPhone, bodyInE164 } from '../phone/e164.ts';
import { createRpc, type SupabaseLike } from './rpc.ts';
import { subscribeOverSupabase } from './subscribe.ts';

export interface SupabaseClientOptions {
  /** Country (ISO 3166-1 alpha-2) of phone numbers that are written without a country code and whose input names none. */
  defaultRegion?: string;
  /** Time for one attempt, in milliseconds; 10,000 by default. The whole call takes at most three times as long. */
  timeoutMs?: number;
  /** How many attempts may follow the first; 3 by default. */
  maxRetries?: number;
  /** Keeps the random id of this device; `localStorage` by default. Give `AsyncStorage` in React Native. */
  deviceStorage?: DeviceStorage;
  /** VAPID_PUBLIC_KEY of the worker that sends Web Push for the project; without it, browsers are offered no push. */
  webPushKey?: string;
}

/** A client that calls Ringback's functions in the project of `supabase`, for the person who is signed in there. */
export function createSupabaseCallbackClient(
  supabase: SupabaseLike,
  options: SupabaseClientOptions = {},
): CallbackClient {
  return {
    ...userMethods(sendOverSupabase(supabase, options)),
    getWebPushKey: async () => options.webPushKey ?? null,
    subscribe: (listener, subscribeOptions = {}) =>
      subscribeOverSupabase(supabase, listener, subscribeOptions),
  };
}

function sendOverSupabase(supabase: SupabaseLike, options: SupabaseClientOptions): Send {
  const rpc = createRpc(supabase, options);
  return async (operation, input, { idempotencyKey = newIdempotencyKey(), signal }) => {
    const sql = operation.sql as SqlCall;
    const given = operation.hasPhone ? await withE164(input, options.defaultRegion) : input;
    const args = argumentsOf(sql, given);
    if (operation.repeat !== 'key') return rpc(answerOf(operation), sql.function, args, signal);
    const written = z.object({ request: answerOf(operation) });
    const keyed = { ...args, [KEY_ARGUMENT]: idempotencyKey };
    const device = operation.hasOrigin && (await deviceId(options.deviceStorage));
    return (await rpc(written, sql.function, keyed, signal, device)).request;
  };
}

/** What the function answers: true where the operation has no answer. */
function answerOf({ answer, member }: Operation): z.ZodMiniType {
  if (!answer)
    return z.pipe(
      z.literal(true),
      z.transform(() => undefined),
    );
  return member ? ((answer as z.ZodMiniObject).shape[member] as z.ZodMiniType) : answer;
}

/**
 * Loads the phone rules only now: they are larger than all the rest. Some browsers keep a failure to load for as long as the page
 * is open; a number with its country code then goes to the database as it is, which has the last word anyway.
 */
async function withE164(input: OperationInput, defaultRegion: string | undefined): Promise<OperationInput> {
  const body = input.body as BodyWithPhone;
  const rules = await import('../phone/phone.ts').catch(networkError);
  if (!(rules instanceof CallbackError))
    return { ...input, body: bodyInE164(body, rules.parsePhone, defaultRegion) };
  const { phone_region: _region, ...rest } = body;
  const number = rest.requester_phone?.replace(/[\s().-]/g, '');
  if (number !== undefined && !/^\+\d+$/.test(number)) throw rules;
  return { ...input, body: { ...rest, ...(number !== undefined && { requester_phone: number }) } };
}
