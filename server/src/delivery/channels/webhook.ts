/**
 * Webhooks, as Standard Webhooks describes them: JSON by POST, with an id that stays the same at every attempt and, with a secret,
 * a signature. Nothing of what the receiver answers is kept but its status.
 */
import { Webhook } from 'standardwebhooks';
import { createOutbound, type OutboundOptions } from '../../platform/outbound.ts';
import { type Channel, errorCode, type Message, retryAfterSeconds, type SendResult } from './channel.ts';

export interface WebhookOptions extends OutboundOptions {
  /** Signs; begins with whsec_. */
  secret?: string | undefined;
}

/** Errors of an address that no repeat mends. */
const FINAL = new Set(['address_refused', 'ERR_INVALID_URL']);

export function webhookChannel({ secret, allowPrivate }: WebhookOptions): Channel {
  const outbound = createOutbound({ allowPrivate });
  const signer = secret === undefined ? undefined : new Webhook(secret);
  return {
    name: 'webhook',
    concurrency: 5,
    textOf: (message) => ({ subject: null, body: bodyOf(message) }),
    async send(message, signal) {
      const body = bodyOf(message);
      try {
        const headers = headersOf(message, body, signer);
        return resultOf(await outbound.post(message.address, headers, body, signal));
      } catch (error) {
        const code = errorCode(signal.aborted ? 'timeout' : (error as { code?: string }).code);
        return { outcome: FINAL.has(code) ? 'failed' : 'retry', code };
      }
    },
    close: () => void outbound.close(),
  };
}

const bodyOf = ({ webhook }: Message) => JSON.stringify(webhook ?? {});

function headersOf({ id }: Message, body: string, signer: Webhook | undefined): Record<string, string> {
  const now = new Date();
  return {
    'content-type': 'application/json',
    'user-agent': 'Ringback',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    ...(signer && { 'webhook-signature': signer.sign(id, now, body) }),
  };
}

/** A redirect is not followed, as it could lead anywhere; 410 says that nobody wants it any more. All else may pass. */
function resultOf({ status, retryAfter }: { status: number; retryAfter: string | undefined }): SendResult {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  const code = `http_${status}`;
  if (status === 410 || (status >= 300 && status < 400)) return { outcome: 'failed', code };
  const seconds = retryAfterSeconds(retryAfter);
  return { outcome: 'retry', code, ...(seconds !== undefined && { retryAfterSeconds: seconds }) };
}
