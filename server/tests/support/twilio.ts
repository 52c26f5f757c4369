/** A stand-in for Twilio that the real client library talks to over HTTP, and reports signed as Twilio signs them. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import twilio from 'twilio';
import { onTestFinished } from 'vitest';

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

/** How it answers: as it should, with an error, or, having taken the message, not at all. */
export type TwilioMood = { status: number; code: number } | 'silent' | undefined;

export async function twilioStandIn() {
  const taken: Sms[] = [];
  const state = { mood: undefined as TwilioMood, taken };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    if (typeof state.mood === 'object') {
      const { status, code } = state.mood;
      response.writeHead(status, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ status, code, message: 'No' }));
    }
    const form = new URLSearchParams(text);
    const sid = `SM${randomBytes(16).toString('hex')}`;
    const sms = { to: form.get('To') ?? '', body: form.get('Body') ?? '' };
    taken.push({ ...sms, statusCallback: form.get('StatusCallback') ?? '', sid });
    if (state.mood === 'silent') return;
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ sid, status: 'queued' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { state, httpClient: clientTo(`http://127.0.0.1:${port}`) };
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
  const { pathname, search } = new URL(sms.statusCallback);
  return {
    method: 'POST' as const,
    url: `${pathname}${search}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(
        TWILIO.TWILIO_AUTH_TOKEN,
        sms.statusCallback,
        form,
      ),
    },
    body: new URLSearchParams(form).toString(),
  };
}
