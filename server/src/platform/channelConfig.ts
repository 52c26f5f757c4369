/** The settings of the channels beyond the app. A channel without its settings is off; half of them is a mistake that is reported. */

import { z } from 'zod';
import { senderOf } from '../delivery/sender.ts';

export interface ChannelConfig {
  email?: { url: string; from: string };
  sms?: { accountSid: string; authToken: string; from: string };
  expoPush?: { accessToken: string };
  webPush?: { subject: string; publicKey: string; privateKey: string };
  webhook: { secret?: string; allowPrivate: boolean };
  /** The marketplace's page of one request, with {id} in it; messages to buyers link there. */
  requestUrl?: string;
  /** The seller's page of one request. */
  deskUrl?: string;
}

const MAIL_ADDRESS = /^[^\s@<>",;]+@[^\s@<>",;]+$/;

const pageOfRequest = (name: string) =>
  z
    .string()
    .refine(
      (text) => /^https?:\/\//.test(text) && text.includes('{id}') && URL.canParse(text),
      `Set ${name} to your page of one request with {id} in it, for example https://shop.example.com/callbacks/{id}.`,
    )
    .optional();

export const CHANNEL_SETTINGS = {
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\/./.test(text) && URL.canParse(text),
      'Set SMTP_URL to your mail server, for example smtps://user:password@smtp.example.com.',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      isMailFrom,
      'Set MAIL_FROM to a sender such as callbacks@shop.example.com or Shop <callbacks@shop.example.com>.',
    )
    .optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'Set TWILIO_ACCOUNT_SID to your account’s id, which begins with AC.')
    .optional(),
  TWILIO_AUTH_TOKEN: z
    .string()
    .min(32, 'Set TWILIO_AUTH_TOKEN to your account’s auth token; it is shorter than one.')
    .optional(),
  TWILIO_FROM: z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/,
      'Set TWILIO_FROM to a number of yours such as +14155550123, or to a messaging service’s id, which begins with MG.',
    )
    .optional(),
  EXPO_ACCESS_TOKEN: z.string().min(20, 'Set EXPO_ACCESS_TOKEN to an access token of Expo’s.').optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/, 'Set VAPID_PUBLIC_KEY to the key that `npx web-push generate-vapid-keys` prints.')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'Set VAPID_PRIVATE_KEY to the key that `npx web-push generate-vapid-keys` prints.')
    .optional(),
  VAPID_SUBJECT: z
    .string()
    .regex(
      // Apple answers 403 to a name that nothing can be reached by; Google and Mozilla take it.
      /^(mailto:[^\s@]+@|https:\/\/)(?:[\w-]+\.)+(?!(?:local|localhost|internal|invalid|test)\b)[a-z][\w-]+(?:[:/?#]\S*)?$/i,
      'Set VAPID_SUBJECT to how push services reach you, for example mailto:operator@shop.example.com; Apple takes no localhost.',
    )
    .optional(),
  ALERT_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/,
      'Set ALERT_WEBHOOK_SECRET to whsec_ and at least 24 random bytes in base64: echo "whsec_$(openssl rand -base64 32)".',
    )
    .optional(),
  WEBHOOKS_TO_PRIVATE_ADDRESSES: z
    .enum(['true', 'false'], {
      error:
        'Set WEBHOOKS_TO_PRIVATE_ADDRESSES to true to let webhooks reach private networks, or leave it out.',
    })
    .default('false')
    .transform((value) => value === 'true'),
  REQUEST_URL: pageOfRequest('REQUEST_URL'),
  DESK_URL: pageOfRequest('DESK_URL'),
};

/** Settings that are of use only together. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'],
];

/** A sentence for each group of which some are set and some are missing. */
export function missingChannelSettings(env: Record<string, string | undefined>): string[] {
  return TOGETHER.flatMap((group) => {
    const missing = group.filter((name) => !env[name]);
    if (missing.length === 0 || missing.length === group.length) return [];
    return [
      `Set ${missing.join(' and ')} too, or leave out ${group.filter((name) => env[name]).join(' and ')}.`,
    ];
  });
}

type Environment = z.output<ReturnType<typeof z.object<typeof CHANNEL_SETTINGS>>>;

export function toChannelConfig(env: Environment): ChannelConfig {
  return {
    ...(env.SMTP_URL && env.MAIL_FROM && { email: { url: env.SMTP_URL, from: env.MAIL_FROM } }),
    ...(env.TWILIO_ACCOUNT_SID &&
      env.TWILIO_AUTH_TOKEN &&
      env.TWILIO_FROM && {
        sms: {
          accountSid: env.TWILIO_ACCOUNT_SID,
          authToken: env.TWILIO_AUTH_TOKEN,
          from: env.TWILIO_FROM,
        },
      }),
    ...(env.EXPO_ACCESS_TOKEN && { expoPush: { accessToken: env.EXPO_ACCESS_TOKEN } }),
    ...(env.VAPID_PUBLIC_KEY &&
      env.VAPID_PRIVATE_KEY &&
      env.VAPID_SUBJECT && {
        webPush: {
          subject: env.VAPID_SUBJECT,
          publicKey: env.VAPID_PUBLIC_KEY,
          privateKey: env.VAPID_PRIVATE_KEY,
        },
      }),
    webhook: {
      ...(env.ALERT_WEBHOOK_SECRET && { secret: env.ALERT_WEBHOOK_SECRET }),
      allowPrivate: env.WEBHOOKS_TO_PRIVATE_ADDRESSES,
    },
    ...(env.REQUEST_URL && { requestUrl: env.REQUEST_URL }),
    ...(env.DESK_URL && { deskUrl: env.DESK_URL }),
  };
}

function isMailFrom(text: string): boolean {
  return MAIL_ADDRESS.test(senderOf(text).address);
}
