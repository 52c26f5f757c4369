/** One call of a database function through supabase-js: retries, and the answer or the error it means. */
import type * as z from 'zod/mini';
import { errorOfStatus, networkError, readAnswer } from '../call/answer.ts';
import { DEVICE_HEADER } from '../call/device.ts';
import { DEFAULT_RETRY_POLICY, type RetryPolicy, withRetries } from '../call/retry.ts';
import { type CallbackError, fromDatabase, fromRecordedRefusal } from '../errors.ts';

/** The little of supabase-js that is used, so that any version of it fits. */
export interface SupabaseLike {
  /** `never`, so that a client typed with the functions of its own project fits as well. */
  rpc(name: string, args: never): RpcCall;
  /** Realtime, for live updates; without it the app polls. */
  channel?(name: string): RealtimeChannelLike;
  removeChannel?(channel: never): unknown;
}

/** The little of a Realtime channel that is used. */
export interface RealtimeChannelLike {
  on(
    type: 'postgres_changes',
    filter: { event: 'INSERT' | 'UPDATE'; schema: string; table: string },
    callback: (change: RowChange) => void,
  ): RealtimeChannelLike;
  subscribe(callback: (status: string) => void): unknown;
}

export interface RowChange {
  eventType: string;
  /** The row as it now is, in the columns that the user may read. */
  new: object;
}

interface RpcCall {
  abortSignal(signal: AbortSignal): PromiseLike<RpcAnswer>;
  setHeader?(name: string, value: string): unknown;
}

interface RpcAnswer {
  data: unknown;
  error: RpcError | null;
  /** HTTP status; 0 when there was no answer. */
  status: number;
}

interface RpcError {
  code?: string;
  message: string;
  details?: string | null;
  hint?: string | null;
}

/** Gives the function that calls database functions. */
export function createRpc(supabase: SupabaseLike, options: Partial<RetryPolicy>) {
  const policy = { ...DEFAULT_RETRY_POLICY, ...options };
  return async <Schema extends z.ZodMiniType>(
    schema: Schema,
    name: string,
    args: Record<string, unknown>,
    signal: AbortSignal | undefined,
    device?: string,
  ): Promise<z.output<Schema>> => {
    const data = await withRetries(policy, signal, async (attemptSignal) => {
      const call = supabase.rpc(name, args as never);
      if (device !== undefined) call.setHeader?.(DEVICE_HEADER, device);
      const { data, error, status } = await call.abortSignal(attemptSignal);
      if (error) throw errorOf(error, status);
      const refusal = fromRecordedRefusal(data);
      if (refusal) throw refusal;
      return data;
    });
    return readAnswer(schema, data);
  };
}

function errorOf(error: RpcError, status: number): CallbackError {
  if (status === 0) return networkError(error);
  const { code, message, hint, details: detail } = error;
  return fromDatabase({ code, message, hint, detail }) ?? errorOfStatus(status, { cause: error });
}
