/** Web Push: to browsers, encrypted for each, signed with our VAPID key. What the page's service worker gets is JSON: { title, body, lang, dir, tag, url }. */
import type { Agent } from 'node:https';
import webPush, { type WebPushError } from 'web-push';
import {
  type Channel,
  DEVICE_GONE,
  errorCode,
  type Message,
  retryAfterSeconds,
  type SendResult,
} from './channel.ts';

export interface WebPushOptions {
  subject: string;
  publicKey: string;
  privateKey: string;
  /** Another way to the push services, for tests. */
  agent?: Agent;
}

const TIMEOUT_MS = 15_000;
const DAY_SECONDS = 24 * 60 * 60;

export function webPushChannel({ agent, ...vapidDetails }: WebPushOptions): Channel {
  return {
    name: 'web_push',
    concurrency: 20,
    async send(message) {
      if (!message.keys) return { outcome: 'failed', code: 'invalid_keys' };
      try {
        await webPush.sendNotification(
          { endpoint: message.address, keys: message.keys },
          JSON.stringify(webPushPayload(message)),
          {
            ...{ vapidDetails, TTL: DAY_SECONDS, timeout: TIMEOUT_MS, contentEncoding: 'aes128gcm' },
            urgency: message.isUrgent ? 'high' : 'normal',
            ...(agent && { agent }),
          },
        );
        return { outcome: 'sent' };
      } catch (error) {
        return resultOf(error as Partial<WebPushError> & { code?: string });
      }
    },
  };
}

type Said = Pick<Message, 'title' | 'sentences' | 'language' | 'direction' | 'callbackRequestId' | 'link'>;

/** What a page's service worker reads. */
export function webPushPayload({ title, sentences, language, direction, callbackRequestId, link }: Said) {
  return {
    ...{ title, body: sentences[0] ?? '', lang: language, dir: direction, tag: callbackRequestId },
    ...(link && { url: link.url }),
  };
}

/** Everything the push service says against the subscription or the message is final, except "not now". */
function resultOf({ statusCode, headers, code }: Partial<WebPushError> & { code?: string }): SendResult {
  if (statusCode === undefined) return { outcome: 'retry', code: errorCode(code) };
  if (statusCode === 404 || statusCode === 410) return { outcome: 'failed', code: DEVICE_GONE };
  if (statusCode < 500 && statusCode !== 429) return { outcome: 'failed', code: `push_${statusCode}` };
  const seconds = retryAfterSeconds(headers?.['retry-after']);
  return {
    ...{ outcome: 'retry', code: `push_${statusCode}` },
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  };
}
