/**
 * Push by Expo. Messages that come at the same moment go out in one request, which takes a hundred. A ticket says that Expo has it; the
 * receipt, a quarter of an hour later, whether the phone's maker took it.
 */
import { Expo, type ExpoPushMessage, type ExpoPushReceipt, type ExpoPushTicket } from 'expo-server-sdk';
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
/** What Expo answers when the messages of one request are for different apps. */
const MIXED = 'PUSH_TOO_MANY_EXPERIENCE_IDS';
/** Refusals that no other request would escape: of our login, and of sending too much. */
const OF_THE_SENDER = new Set([401, 403, 429]);
/** Errors of a message itself; every other may be gone the next time. */
const FINAL = new Set(['DeveloperError', 'MessageTooBig']);

interface Waiting {
  message: Message;
  resolve: (result: SendResult) => void;
  reject: (error: unknown) => void;
}

export function expoPushChannel(options: { accessToken: string }): Channel {
  const expo = new Expo({ accessToken: options.accessToken });
  let waiting: Waiting[] = [];

  async function sendBatch(batch: Waiting[]): Promise<void> {
    try {
      const tickets = await expo.sendPushNotificationsAsync(batch.map(({ message }) => toPush(message)));
      for (const [index, { resolve }] of batch.entries()) resolve(resultOf(tickets[index]));
    } catch (error) {
      const parts = partsOf(batch, error as RequestError);
      if (parts.length > 1) await Promise.all(parts.map(sendBatch));
      else for (const { reject } of batch) reject(error);
    }
  }

  function sendWaiting(): void {
    const batch = waiting;
    waiting = [];
    void sendBatch(batch);
  }

  return {
    name: 'expo_push',
    concurrency: AT_ONCE,
    async send(message) {
      if (!Expo.isExpoPushToken(message.address)) return { outcome: 'failed', code: 'invalid_token' };
      return new Promise((resolve, reject) => {
        waiting.push({ message, resolve, reject });
        if (waiting.length === 1) setImmediate(sendWaiting);
      });
    },
    async check(providerIds) {
      const receipts = await expo.getPushNotificationReceiptsAsync(providerIds);
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
    return { outcome: 'sent', providerId: ticket.id, checkAfterSeconds: RECEIPT_AFTER_SECONDS };
  }
  const error = ticket?.details?.error;
  if (error === 'DeviceNotRegistered') return { outcome: 'failed', code: DEVICE_GONE };
  return { outcome: FINAL.has(error ?? '') ? 'failed' : 'retry', code: errorCode(error) };
}

function checkedOf(receipt: ExpoPushReceipt): CheckResult {
  if (receipt.status === 'ok') return { status: 'delivered' };
  const error = receipt.details?.error;
  return { status: 'failed', code: error === 'DeviceNotRegistered' ? DEVICE_GONE : errorCode(error) };
}
