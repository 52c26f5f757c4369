/** OpenTelemetry, which is loaded where traces have somewhere to go: makes the steps of tracing.ts and sends them by OTLP over HTTP. */
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import type { TracingConfig } from './config.ts';
import { type Begin, type Step, setTracing } from './tracing.ts';

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER };
const WARN_AGAIN_MS = 60_000;

/** Turns traces on. Returns what sends the last ones and turns them off. */
export function exportTraces(config: TracingConfig, logger: Logger): () => Promise<void> {
  const sampler = new TraceIdRatioBasedSampler(config.ratio);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': config.serviceName,
      'service.version': packageJson.version,
    }),
    // Callers may name a trace, but not choose how many are kept: that is decided by the trace's id alone, the same in every process.
    sampler: new ParentBasedSampler({ root: sampler, remoteParentSampled: sampler }),
    spanProcessors: [new BatchSpanProcessor({ exporter: reported(exporterOf(config), logger) })],
  });
  const tracer = provider.getTracer('ringback', packageJson.version);
  const spans = new WeakMap<Step, Span>();
  const begin: Begin = ({ name, kind, attributes = {}, parent }, under) => {
    const span = tracer.startSpan(
      name,
      { kind: KINDS[kind], attributes },
      contextOf(parent, under && spans.get(under)),
    );
    const step = stepOf(span);
    spans.set(step, span);
    return step;
  };
  setTracing(begin);
  return async () => {
    setTracing(undefined);
    await provider.shutdown().catch((error) => logger.warn({ err: error }, 'the last traces were not sent'));
  };
}

const exporterOf = ({ endpoint, headers }: TracingConfig) =>
  new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers });

function stepOf(span: Span): Step {
  return {
    get traceparent() {
      const { traceId, spanId, traceFlags } = span.spanContext();
      return `00-${traceId}-${spanId}-0${traceFlags & TraceFlags.SAMPLED}`;
    },
    rename: (name) => void span.updateName(name),
    set: (attributes) => void span.setAttributes(attributes),
    end(error) {
      if (error !== undefined) {
        span.setAttribute('error.type', error);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}

function contextOf(parent: string | null | undefined, under: Span | undefined): Context {
  const remote = parent ? remoteContext(parent) : undefined;
  if (remote) return trace.setSpanContext(ROOT_CONTEXT, remote);
  return under ? trace.setSpan(ROOT_CONTEXT, under) : ROOT_CONTEXT;
}

/** What W3C's `traceparent` says; undefined if it cannot be read. */
function remoteContext(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] =
    /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? [];
  return traceId && spanId
    ? { traceId, spanId, traceFlags: Number.parseInt(flags ?? '', 16), isRemote: true }
    : undefined;
}

/** Says when traces get lost, once a minute. */
function reported(exporter: SpanExporter, logger: Logger): SpanExporter {
  let warnedAtMs = Number.NEGATIVE_INFINITY;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.code !== 0 && performance.now() - warnedAtMs > WARN_AGAIN_MS) {
          warnedAtMs = performance.now();
          logger.warn({ err: result.error }, 'traces could not be sent; run `ringback doctor`');
        }
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush && { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
  };
}
