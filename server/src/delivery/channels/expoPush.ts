/**
 * Push by Expo. Messages that come at the same moment go out in one request, which takes a hundred. A ticket says that Expo has it; the
 * receipt, a quarter of an hour later, whether the phone's maker took it.
 */
import { Expo, type ExpoPushMessage, type ExpoPushReceipt, type ExpoPushTicket } from 'expo-server-sdk';
import { EnvHttpProxyAgent } from 'undici';
import {
  type Channel,
  type CheckResult,
  DEVICE_GONE,
  errorCode,
  type Message,
  type SendResult,
} from './channel.ts';

const AT_ONCE = 100;
const RECEIPT_AFTER_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** Requests that run at once, as many as Expo's own client takes. */
const REQUESTS = 6;
const CHECK_MS = 30_000;
/** What Expo answers when the messages of one request are for different apps. */
const MIXED = 'PUSH_TOO_MANY_EXPERIENCE_IDS';
/** Refusals that no other request would escape: of our login, and of sending too much. */
const OF_THE_SENDER = new Set([401, 403, 429]);
/** Too many messages to one device; Expo may also find that out after it has taken one. */
const TOO_MANY = 'MessageRateExceeded';
/** Errors of a message itself; every other may be gone the next time. */
const FINAL = new Set(['DeveloperError', 'MessageTooBig']);

interface Waiting {
  message: Message;
  signal: AbortSignal;
  resolve: (result: SendResult) => void;
  reject: (error: unknown) => void;
}

export function expoPushChannel({ accessToken }: { accessToken: string }): Channel {
  const waiting: Waiting[] = [];
  /** Of requests that were refused. */
  const parts: Waiting[][] = [];
  let requests = 0;

  function sendMore(): void {
    while (requests < REQUESTS && parts.length + waiting.length > 0) {
      const batch = parts.shift() ?? waiting.splice(0, AT_ONCE);
      requests += 1;
      void sendBatch(batch.filter(({ signal }) => !signal.aborted)).finally(() => {
        requests -= 1;
        sendMore();
      });
    }
  }

  async function sendBatch(batch: Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    const pushes = batch.map(({ message }) => toPush(message));
    const signal = AbortSignal.any(batch.map(({ signal }) => signal));
    try {
      const tickets = await ask(signal, (expo) => expo.sendPushNotificationsAsync(pushes));
      for (const [index, { resolve }] of batch.entries()) resolve(resultOf(tickets[index]));
    } catch (error) {
      const apart = partsOf(batch, error as RequestError);
      if (apart.length > 1) parts.push(...apart);
      else for (const { reject } of batch) reject(signal.aborted ? signal.reason : error);
    }
  }

  /** Makes one request, over connections that are its own: they are ended with the signal, and what the client would repeat goes nowhere. */
  async function ask<T>(signal: AbortSignal, request: (expo: Expo) => Promise<T>): Promise<T> {
    const httpAgent = new EnvHttpProxyAgent();
    const end = () => void httpAgent.destroy();
    signal.addEventListener('abort', end, { once: true });
    try {
      return await request(new Expo({ accessToken, httpAgent }));
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  }

  return {
    name: 'expo_push',
    textOf: ({ title, sentences }) => ({ subject: title, body: sentences[0] ?? '' }),
    concurrency: AT_ONCE,
    async send(message, signal) {
      if (!Expo.isExpoPushToken(message.address)) return { outcome: 'failed', code: 'invalid_token' };
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        waiting.push({ message, signal, resolve, reject });
        if (waiting.length === 1) setImmediate(sendMore);
      });
    },
    async check(providerIds) {
      const signal = AbortSignal.timeout(CHECK_MS);
      const receipts = await ask(signal, (expo) => expo.getPushNotificationReceiptsAsync(providerIds));
      return new Map(Object.entries(receipts).map(([id, receipt]) => [id, checkedOf(receipt)]));
    },
  };
}

interface RequestError {
  statusCode?: number;
  code?: string;
  /** Of a mixed request: which tokens belong to which app. */
  details?: Record<string, string[]>;
}

/** What to send apart of a request that Expo refused as a whole because of some of its messages: by their apps, or else by halves. */
function partsOf(batch: Waiting[], { statusCode = 0, code, details = {} }: RequestError): Waiting[][] {
  if (statusCode < 400 || statusCode >= 500 || OF_THE_SENDER.has(statusCode)) return [batch];
  if (code === MIXED) {
    const apps = Object.values(details).filter((tokens) => Array.isArray(tokens));
    const groups = Map.groupBy(batch, ({ message }) =>
      apps.find((tokens) => tokens.includes(message.address)),
    );
    if (groups.size > 1) return [...groups.values()];
  }
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)].filter(({ length }) => length > 0);
}

function toPush({
  address,
  title,
  sentences,
  isUrgent,
  callbackRequestId,
  notificationType,
}: Message): ExpoPushMessage {
  return {
    to: address,
    title,
    body: sentences[0] ?? '',
    sound: 'default',
    priority: isUrgent ? 'high' : 'default',
    ttl: DAY_SECONDS,
    data: { callback_request_id: callbackRequestId, notification_type: notificationType },
  };
}

function resultOf(ticket: ExpoPushTicket | undefined): SendResult {
  if (ticket?.status === 'ok') {
    // Some tickets have no id: there is no receipt to ask for, and asking for it would spoil the request for those of others.
    if (!ticket.id) return { outcome: 'sent' };
    return { outcome: 'sent', providerId: ticket.id, checkAfterSeconds: RECEIPT_AFTER_SECONDS };
  }
  const error = ticket?.details?.error;
  if (error === 'DeviceNotRegistered') return { outcome: 'failed', code: DEVICE_GONE };
  return { outcome: FINAL.has(error ?? '') ? 'failed' : 'retry', code: errorCode(error) };
}

function checkedOf(receipt: ExpoPushReceipt): CheckResult {
  if (receipt.status === 'ok') return { status: 'delivered' };
  const error = receipt.details?.error;
  if (error === TOO_MANY) return { status: 'retry', code: TOO_MANY };
  return { status: 'failed', code: error === 'DeviceNotRegistered' ? DEVICE_GONE : errorCode(error) };
}
