/** Stand-ins for all providers, the settings that lead a real worker to them, and the count of what they have really received. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelName } from '@ringback/server';
import { expoStandIn, type Push } from '@ringback/testing/providers/expo.ts';
import { mailServer } from '@ringback/testing/providers/smtp.ts';
import { TWILIO, twilioStandIn } from '@ringback/testing/providers/twilio.ts';
import { webPushStandIn } from '@ringback/testing/providers/webPush.ts';
import { SECRET } from '@ringback/testing/server/app.ts';
import webPush from 'web-push';
import type { Market } from './stage.ts';
import { startTunnel } from './tunnel.ts';

export interface Providers extends AsyncDisposable {
  smtp: Awaited<ReturnType<typeof mailServer>>;
  twilio: Awaited<ReturnType<typeof twilioStandIn>>;
  expo: Awaited<ReturnType<typeof expoStandIn>>;
  webPush: Awaited<ReturnType<typeof webPushStandIn>>;
  /** The settings of a process that sends by these channels. */
  env(...channels: ChannelName[]): Record<string, string>;
}

export async function startProviders(): Promise<Providers> {
  const [smtp, twilio, expo, push] = await Promise.all([
    mailServer(),
    twilioStandIn({ secure: true }),
    expoStandIn(),
    webPushStandIn(),
  ]);
  const tunnel = await startTunnel({ 'api.twilio.com': twilio.port, 'fcm.googleapis.com': push.port });
  const vapid = webPush.generateVAPIDKeys();
  const settings: Record<ChannelName, Record<string, string>> = {
    email: { SMTP_URL: smtp.url, MAIL_FROM: 'Shop <callbacks@shop.example.com>' },
    sms: { ...TWILIO, HTTP_PROXY: tunnel.url },
    expo_push: { EXPO_ACCESS_TOKEN: 'x'.repeat(40), EXPO_BASE_URL: expo.url },
    web_push: {
      ...{ VAPID_PUBLIC_KEY: vapid.publicKey, VAPID_PRIVATE_KEY: vapid.privateKey },
      ...{ VAPID_SUBJECT: 'mailto:operator@shop.example.com', HTTPS_PROXY: tunnel.url },
    },
    webhook: {},
  };
  return {
    ...{ smtp, twilio, expo, webPush: push },
    env: (...channels) => ({
      ...BASE,
      // The stand-ins cannot have the certificates of those whom they stand in for. That certificates are looked at is tried in breakMail.ts.
      ...(channels.some((name) => name !== 'email') && {
        ...{ NODE_USE_ENV_PROXY: '1', NO_PROXY: '127.0.0.1', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      }),
      ...Object.assign({}, ...channels.map((name) => settings[name])),
    }),
    async [Symbol.asyncDispose]() {
      await Promise.all([smtp, twilio, expo, push, tunnel].map(({ close }) => close()));
    },
  };
}

/** What every process gets. */
export const BASE = {
  JWT_SECRET: SECRET,
  EXEMPT_ADDRESSES: 'loopback', // all calls come from one address here
  NODE_COMPILE_CACHE: '.ringback/compile-cache',
  NODE_NO_WARNINGS: '1',
};

/** How often each message has reached a provider, by its channel and what names it there. */
export function countReceived({ smtp, twilio, expo, webPush }: Providers): Map<string, number> {
  const keys = [
    ...smtp.received.map(({ messageId }) => `email ${/^<([^@]*)@/.exec(messageId)?.[1]}`),
    ...twilio.state.taken.map(
      ({ statusCallback }) => `sms ${new URL(statusCallback).searchParams.get('delivery')}`,
    ),
    ...expo.state.requests.flat().map((push) => `expo_push ${expoKey(push)}`),
    ...webPush.state.pushed.map(({ path }) => `web_push ${path}`),
  ];
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const expoKey = ({ to, data }: Push) => `${to} ${data.callback_request_id} ${data.notification_type}`;

export interface Account {
  /** Deliveries. */
  written: number;
  /** Waiting for ever, or said to be sent and never received. */
  lost: number;
  /** Received more often than written. */
  duplicates: number;
}

/** Compares what the database says with what providers have received (F3), for one channel or all. */
export async function account(market: Market, providers: Providers, channel?: ChannelName): Promise<Account> {
  await sleep(100); // what was answered a moment ago is in the books
  const rows = await market.sql<{ key: string; written: number; sent: number; open: number }[]>`
    select d.channel || ' ' || case d.channel
        when 'expo_push' then v.token || ' ' || n.callback_request_id || ' ' || n.notification_type
        when 'web_push' then substring(v.token from '^https://[^/]+(.*)$')
        else d.id::text end as key,
      count(*)::int as written,
      count(*) filter (where d.status in ('sent', 'delivered'))::int as sent,
      count(*) filter (where d.status in ('pending', 'sending'))::int as open
    from callback_private.deliveries d
    join callback_request_notifications n on n.id = d.notification_id
    left join callback_private.devices v on v.id = d.device_id
    where ${channel ?? null}::text is null or d.channel = ${channel ?? null}
    group by 1`;
  const received = countReceived(providers);
  const sum = (of: (row: (typeof rows)[number], count: number) => number) =>
    rows.reduce((total, row) => total + Math.max(0, of(row, received.get(row.key) ?? 0)), 0);
  return {
    written: sum(({ written }) => written),
    lost: sum(({ open, sent }, count) => open + Math.max(0, sent - count)),
    duplicates: sum(({ written }, count) => count - written),
  };
}
