/**
 * The deliveries of one channel, so many at once as it bears; the next are claimed while results are still being recorded. A slow provider
 * holds up nobody else's loop.
 */
import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import { expectDeliveries, type Metrics } from '../platform/metrics.ts';
import { createSignal } from '../platform/signal.ts';
import { beginStep, within } from '../platform/tracing.ts';
import {
  type Channel,
  errorCode,
  FATE_UNKNOWN,
  type Message,
  type SendResult,
  type SentText,
  TIMED_OUT,
  UNKNOWN_SUBJECT,
} from './channels/channel.ts';
import {
  beginSms,
  type Claimed,
  claimDeliveries,
  type Delivery,
  LEASE_OVER,
  type Recorded,
} from './deliveries.ts';
import type { Recorder } from './recorder.ts';

/** When an attempt is ended; with the grace well below the lease. */
const ATTEMPT_MS = 30_000;
/** For a channel to end it; after that, nobody waits for it any more. */
const GRACE_MS = 5_000;
const NOTHING: Claimed = { taken: 0, messages: [] };

export type WorkerMetrics = Pick<Metrics, 'deliveries' | 'sendSeconds' | 'claimFailures'>;

export interface LoopParts {
  channel: Channel;
  database: Database;
  recorder: Recorder;
  /** Undefined for a delivery of a kind that this worker does not know. */
  render: (delivery: Delivery) => Message | undefined;
  attemptMs?: number | undefined;
  metrics: WorkerMetrics;
  logger: Logger;
}

export interface ChannelLoop {
  /** There is something to deliver. */
  wake(): void;
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

export function startChannelLoop(parts: LoopParts): ChannelLoop {
  const { channel, database, metrics, logger } = parts;
  expectDeliveries(metrics.deliveries, channel.name);
  const signal = createSignal();
  const underWay = new Set<Promise<void>>();
  let sending = 0;
  let isStopping = false;
  let mayHaveMore = false;

  async function work(delivery: Delivery): Promise<void> {
    sending += 1;
    const attempted = await traced(delivery, parts);
    sending -= 1;
    wakeForMore();
    if (attempted) await parts.recorder.record(toRecord(delivery, attempted));
  }

  function start(delivery: Delivery): void {
    const working = work(delivery).finally(() => {
      underWay.delete(working);
      wakeForMore();
    });
    underWay.add(working);
  }

  /** What may be claimed now: as many as the channel sends at once, and no more while as many again wait to be recorded. */
  function free(): number {
    return Math.min(channel.concurrency - sending, channel.concurrency * 2 - underWay.size);
  }

  /** Not for each that ends: claiming some at once costs as much as claiming one. */
  function wakeForMore(): void {
    if (mayHaveMore && free() >= channel.concurrency / 2) signal.wake();
  }

  async function run(): Promise<void> {
    for (;;) {
      await signal.wait();
      if (isStopping) return;
      const limit = free();
      const { taken, messages } = limit > 0 ? await claim(limit) : NOTHING;
      mayHaveMore = taken === limit;
      for (const delivery of messages) start(delivery);
      // What was taken and is not to be sent keeps nobody busy.
      wakeForMore();
    }
  }

  function claim(limit: number): Promise<Claimed> {
    return claimDeliveries(database, channel.name, limit).catch((error) => {
      metrics.claimFailures.inc();
      logger.warn({ channel: channel.name, err: error }, 'deliveries could not be claimed; tried again');
      return NOTHING;
    });
  }

  const running = run();
  return {
    wake: signal.wake,
    async stop() {
      isStopping = true;
      signal.wake();
      await running;
      await Promise.all(underWay);
    },
  };
}

/** How an attempt went, and the text of what has left, or may have. */
interface Attempted {
  result: SendResult;
  text: SentText | undefined;
}

/** An attempt as a part of the trace that caused it, where traces are on. */
async function traced(delivery: Delivery, parts: LoopParts): Promise<Attempted | undefined> {
  const { id, attempt: number, traceparent, subject_kind } = delivery;
  const step = beginStep({
    name: `deliver ${parts.channel.name}`,
    kind: 'consumer',
    attributes: {
      ...{ 'ringback.channel': parts.channel.name, 'ringback.delivery': id },
      ...{ 'ringback.attempt': number, 'ringback.subject': subject_kind },
    },
    parent: traceparent,
  });
  if (!step) return attempt(delivery, parts);
  const attempted = await within(step, () => attempt(delivery, parts));
  const outcome = attempted?.result.outcome ?? 'taken_over';
  step.set({ 'ringback.outcome': outcome });
  step.end(['retry', 'failed', 'parked'].includes(outcome) ? outcome : undefined);
  return attempted;
}

/** Sends one message; undefined when it is no longer ours to send. */
async function attempt(delivery: Delivery, parts: LoopParts): Promise<Attempted | undefined> {
  let message: Message | undefined;
  let result: SendResult | undefined;
  try {
    const ready = await prepare(delivery, parts);
    if ('message' in ready) message = ready.message;
    result = 'message' in ready ? await send(ready.message, parts) : ready.refused;
  } catch (error) {
    const code = errorCode((error as { code?: unknown }).code);
    parts.logger.warn({ ...lineOf(delivery, parts), err: error }, 'delivery failed');
    const mayHaveLeft = message !== undefined && parts.channel.numberOf !== undefined;
    result = { outcome: mayHaveLeft ? 'parked' : 'retry', code };
  }
  if (!result) return undefined;
  report(delivery, result, parts);
  return { result, text: message && mayHaveArrived(result) ? parts.channel.textOf?.(message) : undefined };
}

const mayHaveArrived = (result: SendResult) =>
  ['sent', 'parked'].includes(result.outcome) || ('code' in result && result.code.startsWith(FATE_UNKNOWN));

/** The message as it is to leave; or why it is not, undefined when another worker has it. */
async function prepare(
  delivery: Delivery,
  { render, channel, database }: LoopParts,
): Promise<{ message: Message } | { refused: SendResult | undefined }> {
  const message = render(delivery);
  if (!message) return { refused: { outcome: 'failed', code: UNKNOWN_SUBJECT } };
  if (!channel.numberOf) return { message };
  const number = channel.numberOf(message);
  if ('refused' in number) return number;
  const refusal = await beginSms(database, delivery, number.phone);
  if (refusal === null) return { message: { ...message, address: number.phone } };
  return { refused: refusal === LEASE_OVER ? undefined : { outcome: 'suppressed', code: refusal } };
}

function send(message: Message, { channel, metrics, attemptMs }: LoopParts): Promise<SendResult> {
  const took = metrics.sendSeconds.startTimer({ channel: channel.name });
  return inTime((signal) => channel.send(message, signal), attemptMs).finally(took);
}

function report(delivery: Delivery, result: SendResult, parts: LoopParts): void {
  const { outcome } = result;
  parts.metrics.deliveries.inc({ channel: parts.channel.name, outcome });
  const code = 'code' in result ? { code: result.code } : {};
  parts.logger[outcome === 'sent' ? 'debug' : 'info'](
    { ...lineOf(delivery, parts), outcome, ...code },
    'delivery',
  );
}

const lineOf = ({ id, attempt }: Delivery, { channel }: LoopParts) => ({
  channel: channel.name,
  delivery: id,
  attempt,
});

/** Ends an attempt that takes so long that its lease might end, and rejects when its channel does not obey. */
async function inTime<T>(send: (signal: AbortSignal) => Promise<T>, attemptMs = ATTEMPT_MS): Promise<T> {
  const controller = new AbortController();
  const late = Promise.withResolvers<never>();
  const error = Object.assign(new Error('no answer in time'), { code: TIMED_OUT });
  const timers = [
    setTimeout(() => controller.abort(error), attemptMs),
    setTimeout(() => late.reject(error), attemptMs + GRACE_MS),
  ];
  try {
    return await Promise.race([send(controller.signal), late.promise]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function toRecord({ id, attempt }: Delivery, { result, text }: Attempted): Recorded {
  const { outcome } = result;
  if (outcome === 'sent') {
    const { providerId, checkAfterSeconds } = result;
    return {
      ...{ id, attempt, outcome },
      ...(text && { text }),
      ...(providerId && { provider_id: providerId.slice(0, 255) }),
      ...(checkAfterSeconds && { check_after_seconds: checkAfterSeconds }),
    };
  }
  return {
    ...{ id, attempt, outcome, error_code: errorCode(result.code) },
    ...(text && { text }),
    ...(outcome === 'retry' &&
      result.retryAfterSeconds !== undefined && { retry_after_seconds: result.retryAfterSeconds }),
  };
}
