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

  async function sendAll(): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      const tickets = await expo.sendPushNotificationsAsync(batch.map(({ message }) => toPush(message)));
      for (const [index, { resolve }] of batch.entries()) resolve(resultOf(tickets[index]));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return {
    name: 'expo_push',
    concurrency: AT_ONCE,
    async send(message) {
      if (!Expo.isExpoPushToken(message.address)) return { outcome: 'failed', code: 'invalid_token' };
      return new Promise((resolve, reject) => {
        waiting.push({ message, resolve, reject });
        if (waiting.length === 1) setImmediate(sendAll);
      });
    },
    async check(providerIds) {
      const receipts = await expo.getPushNotificationReceiptsAsync(providerIds);
      return new Map(Object.entries(receipts).map(([id, receipt]) => [id, checkedOf(receipt)]));
    },
  };
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
