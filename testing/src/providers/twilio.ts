/** A stand-in for Twilio that the real client library talks to over HTTP, and reports signed as Twilio signs them. */
import { randomBytes } from 'node:crypto';
import twilio from 'twilio';
import { startStandIn } from './standIn.ts';

export const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'f'.repeat(32),
  TWILIO_FROM: '+15005550006',
  PUBLIC_URL: 'https://callbacks.example.com',
};

export interface Sms {
  to: string;
  body: string;
  statusCallback: string;
  sid: string;
}

/** How it answers: as it should, with an error (which may come although it has taken the message), or, having taken it, not at all. */
export type TwilioMood =
  | { status: number; code: number; retryAfter?: number; isTaken?: boolean }
  | 'silent'
  | undefined;

/** Starts it; `secure` as api.twilio.com is, for processes that are led here by a proxy. */
export async function twilioStandIn({ secure = false } = {}) {
  const state = {
    /** Messages that it has taken. */
    taken: [] as Sms[],
    /** How often it was asked to send to a number. */
    asked: [] as string[],
    mood: (_to: string): TwilioMood => undefined,
  };
  const server = await startStandIn(
    ({ body }) => {
      const form = new URLSearchParams(body.toString());
      const to = form.get('To') ?? '';
      state.asked.push(to);
      const mood = state.mood(to);
      const sid = `SM${randomBytes(16).toString('hex')}`;
      if (typeof mood !== 'object' || mood.isTaken) {
        const [text, statusCallback] = [form.get('Body') ?? '', form.get('StatusCallback') ?? ''];
        state.taken.push({ to, body: text, statusCallback, sid });
      }
      if (mood === 'silent') return mood;
      if (mood === undefined) return { status: 201, body: { sid, status: 'queued' } };
      const { status, code, retryAfter } = mood;
      return {
        status,
        body: { status, code, message: 'No' },
        ...(retryAfter && { headers: { 'retry-after': String(retryAfter) } }),
      };
    },
    { secure },
  );
  return Object.assign(server, { state, httpClient: clientTo(`http://127.0.0.1:${server.port}`) });
}

/** Twilio's own HTTP client, led to another address. */
function clientTo(address: string) {
  const client = new twilio.RequestClient({ timeout: 500 });
  const request = client.request.bind(client);
  client.request = (options) =>
    request({ ...options, uri: options.uri.replace('https://api.twilio.com', address) });
  return client;
}

/** A report of a message's state as Twilio sends it. */
export function report(sms: Sms, status: string, more: Record<string, string> = {}) {
  const form = { MessageSid: sms.sid, MessageStatus: status, AccountSid: TWILIO.TWILIO_ACCOUNT_SID, ...more };
  return signed(sms.statusCallback, form);
}

/** An answer to an SMS, as Twilio passes it on. */
export function incoming(from: string, text: string, more: Record<string, string> = {}) {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const form = { MessageSid: sid, AccountSid: TWILIO.TWILIO_ACCOUNT_SID, To: TWILIO.TWILIO_FROM };
  return signed(`${TWILIO.PUBLIC_URL}/twilio/incoming`, { ...form, From: from, Body: text, ...more });
}

function signed(address: string, form: Record<string, string>) {
  const { pathname, search } = new URL(address);
  const signature = twilio.getExpectedTwilioSignature(TWILIO.TWILIO_AUTH_TOKEN, address, form);
  return {
    method: 'POST' as const,
    url: `${pathname}${search}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(form).toString(),
  };
}
