/** Each request is a step of its own, or of the trace that its caller names, and what it does is a part of it. */
import type { FastifyRequest } from 'fastify';
import { routeOf } from '../platform/log.ts';
import { beginStep, type Step, within } from '../platform/tracing.ts';
import type { App } from './types.ts';

/** Adds nothing to a request while traces are off. */
export function traceRequests(app: App): void {
  const steps = new WeakMap<FastifyRequest, Step>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { longLived, unlimited } = request.routeOptions.config;
    // A stream lasts for hours, and what watches the process is no traffic.
    const step = longLived || unlimited ? undefined : beginStep(startOf(request));
    if (!step) return done();
    steps.set(request, step);
    within(step, done);
  });
  // Again, because the reading of a body goes on in a context of its own.
  app.addHook('preValidation', (request, _reply, done) => {
    const step = steps.get(request);
    if (step) within(step, done);
    else done();
  });
  app.addHook('onResponse', async (request, { statusCode, callbackErrorCode }) => {
    const step = steps.get(request);
    step?.set({ 'http.response.status_code': statusCode });
    if (callbackErrorCode) step?.set({ 'ringback.refusal': callbackErrorCode });
    step?.end(statusCode >= 500 ? callbackErrorCode || String(statusCode) : undefined);
  });
}

function startOf(request: FastifyRequest) {
  const route = routeOf(request);
  return {
    name: `${request.method} ${route}`,
    kind: 'server' as const,
    attributes: { 'http.request.method': request.method, 'http.route': route },
    parent: headerOf(request),
  };
}

const headerOf = ({ headers: { traceparent } }: FastifyRequest) =>
  typeof traceparent === 'string' ? traceparent : undefined;
