/** The types that the HTTP application's parts share, and what they add to Fastify's. */
import type { Operation } from '@ringback/client';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Metrics } from '../platform/metrics.ts';

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Answers a request to an operation; its input is checked already. */
export type OperationHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Metrics;
    /** Set as soon as the application begins to close: it finishes what is in flight, nothing more. */
    isStopping: boolean;
  }
  interface FastifyRequest {
    /** The person the request is made for; set where the operation is a user's. */
    userId: string;
    /** The operator who makes the request; set where the operation is an operator's. */
    operatorId: string;
    /** The operator's session; null where they sent a token. */
    operatorSessionId: string | null;
    /** When the token ends with which the request came. */
    tokenExpiresAtMs: number;
  }
  interface FastifyReply {
    /** The code of the error that was answered, for the metrics. */
    callbackErrorCode: string;
  }
  interface FastifyContextConfig {
    /** What the route does; every route under /v1 has one. */
    operation?: Operation;
    /** Answered even under load and however often it is asked: monitoring must always get through. */
    unlimited?: boolean;
    /** Its answer ends when the caller leaves, so that its duration means nothing. */
    longLived?: boolean;
  }
}
