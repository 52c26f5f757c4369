/**
 * SMS by Twilio, through its own client, which is loaded only when SMS are on. Twilio has no idempotency key: a message may have left
 * although the answer was an error or never came. Such a one is parked, and Twilio's status callback, which names our delivery, settles it.
 */
import { parsePhone } from '@ringback/client/phone-max';
import { type Channel, errorCode, OPTED_OUT, retryAfterSeconds, type SendResult } from './channel.ts';
import { smsText } from './smsText.ts';

export interface SmsOptions {
  accountSid: string;
  authToken: string;
  /** A number, or a messaging service's id. */
  from: string;
  publicUrl: string;
  /** Another way to Twilio than its own client's, for tests. */
  httpClient?: InstanceType<Twilio['RequestClient']>;
}

type Twilio = typeof import('twilio');

const TIMEOUT_MS = 20_000;
/** Twilio's codes that are final: https://www.twilio.com/docs/api/errors */
const OPT_OUT_CODE = 21610;
const TOO_MANY = new Set([20429, 14107, 30022]);

/**
 * Loads Twilio's client.
 * @throws Error with the cure where it is not installed.
 */
export async function loadTwilio(): Promise<Twilio> {
  return (
    await import('twilio').catch((cause) => {
      throw new Error('SMS need the package twilio, which is not installed: npm install twilio', { cause });
    })
  ).default;
}

export async function smsChannel(options: SmsOptions): Promise<Channel> {
  const twilio = await loadTwilio();
  const client = twilio(options.accountSid, options.authToken, {
    autoRetry: false,
    httpClient: withRetryAfter(options.httpClient ?? new twilio.RequestClient({ timeout: TIMEOUT_MS })),
  });
  const sender = options.from.startsWith('MG')
    ? { messagingServiceSid: options.from }
    : { from: options.from };
  return {
    name: 'sms',
    concurrency: 5,
    textOf: ({ title, keptTitle = title, link }) => ({
      subject: null,
      body: smsText({ title: keptTitle, link }),
    }),
    numberOf({ address, phoneRegion }) {
      const parsed = parsePhone(address, { region: phoneRegion });
      if (parsed.ok) return { phone: parsed.e164 };
      const outcome = parsed.code === 'invalid_phone' ? 'failed' : 'suppressed';
      return { refused: { outcome, code: parsed.code } };
    },
    async send(message) {
      try {
        const { sid } = await client.messages.create({
          ...sender,
          to: message.address,
          body: smsText(message),
          statusCallback: `${options.publicUrl}/twilio/status?delivery=${message.id}`,
        });
        return { outcome: 'sent', providerId: sid };
      } catch (error) {
        return resultOf(error as TwilioError);
      }
    },
  };
}

interface TwilioError {
  status?: number;
  code?: number | string;
  /** Only after "too many". */
  retryAfter?: string;
}

/** Twilio's client drops the headers of an answer that is an error; this keeps the one that says when to come back. */
function withRetryAfter(client: InstanceType<Twilio['RequestClient']>) {
  const request = client.request.bind(client);
  client.request = async (options) => {
    const answer = await request(options);
    if (answer.statusCode !== 429) return answer;
    const { code } = (answer.body ?? {}) as { code?: number };
    const retryAfter = (answer.headers as Record<string, string> | undefined)?.['retry-after'];
    throw Object.assign(new Error('Too many requests'), { status: 429, code: code ?? 429, retryAfter });
  };
  return client;
}

/** Only what Twilio has surely not sent is tried again; what it has refused is final; of the rest nobody knows. */
function resultOf({ status = 0, code, retryAfter }: TwilioError): SendResult {
  if (code === OPT_OUT_CODE) return { outcome: 'failed', code: OPTED_OUT };
  if (status === 429 || TOO_MANY.has(Number(code))) {
    const seconds = Math.max(30, retryAfterSeconds(retryAfter) ?? 0);
    return { outcome: 'retry', code: errorCode(code), retryAfterSeconds: seconds };
  }
  if (status === 401 || status === 403) return { outcome: 'retry', code: errorCode(code) };
  if (status >= 400 && status < 500) return { outcome: 'failed', code: errorCode(code) };
  if (NEVER_LEFT.has(String(code))) return { outcome: 'retry', code: errorCode(code) };
  return { outcome: 'parked', code: errorCode(code ?? status) };
}

/** The connection was never made. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What Twilio's words for a message's state mean; nothing for states on the way. */
export function statusOf(
  messageStatus: string,
  code: string | undefined,
): { status: 'sent' | 'delivered' } | { status: 'failed'; code: string } | undefined {
  switch (messageStatus) {
    case 'sent':
      return { status: 'sent' };
    case 'delivered':
    case 'read':
      return { status: 'delivered' };
    case 'failed':
    case 'undelivered':
      return { status: 'failed', code: Number(code) === OPT_OUT_CODE ? OPTED_OUT : errorCode(code) };
    default:
      return undefined;
  }
}
