/** Web Push: to browsers, encrypted for each, signed with our VAPID key. What the page's service worker gets is JSON: { title, body, lang, dir, tag, url }. */
import type { IncomingMessage } from 'node:http';
import { type Agent, request } from 'node:https';
import webPush, { type RequestDetails } from 'web-push';
import {
  type Channel,
  DEVICE_GONE,
  errorCode,
  type Message,
  retryAfterSeconds,
  type SendResult,
  TIMED_OUT,
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
    textOf: ({ title, sentences }) => ({ subject: title, body: sentences[0] ?? '' }),
    concurrency: 20,
    async send(message, signal) {
      if (!message.keys) return { outcome: 'failed', code: 'invalid_keys' };
      const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
      let details: RequestDetails;
      try {
        details = webPush.generateRequestDetails(
          { endpoint: message.address, keys: message.keys },
          JSON.stringify(webPushPayload(message)),
          {
            ...{ vapidDetails, TTL: DAY_SECONDS, contentEncoding: 'aes128gcm' },
            urgency: message.isUrgent ? 'high' : 'normal',
          },
        );
      } catch {
        // Nothing can be encrypted for such keys, today or tomorrow.
        return { outcome: 'failed', code: 'invalid_keys' };
      }
      try {
        return resultOf(await post(details, { signal: limit, ...(agent && { agent }) }));
      } catch (error) {
        const code = limit.aborted ? TIMED_OUT : errorCode((error as { code?: string }).code);
        return { outcome: 'retry', code };
      }
    },
  };
}

/** What the library's own way to send cannot: be ended. */
async function post(
  { endpoint, method, headers, body }: RequestDetails,
  options: { agent?: Agent; signal: AbortSignal },
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(endpoint, { ...options, method, headers }, resolve)
    .on('error', reject)
    .end(body);
  const response = await promise;
  for await (const _ of response); // the connection is free when the answer has been read
  return response;
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
function resultOf({ statusCode = 0, headers }: IncomingMessage): SendResult {
  if (statusCode >= 200 && statusCode < 300) return { outcome: 'sent' };
  if (statusCode === 404 || statusCode === 410) return { outcome: 'failed', code: DEVICE_GONE };
  if (statusCode < 500 && statusCode !== 429) return { outcome: 'failed', code: `push_${statusCode}` };
  const seconds = retryAfterSeconds(headers['retry-after']);
  return {
    ...{ outcome: 'retry', code: `push_${statusCode}` },
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  };
}
