/** A person's notification settings, and the devices that push reaches. */
import * as z from 'zod/mini';
import { NOTIFICATION_TYPES } from '../vocabulary.ts';
import { Instant, openWord, TimeZone } from './scalars.ts';

/** Open also as input: an installed app sends back types that it has read and does not know. The database refuses the others. */
const Types = z
  .array(openWord(NOTIFICATION_TYPES).check(z.regex(/^[a-z_]{1,100}$/, 'must be types of notifications')))
  .check(z.maxLength(100));
const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00'));

/**
 * A language, perhaps with script and region: en, pt-BR. System suffixes such as `.UTF-8` are dropped and
 * spellings normalized; empty means none.
 */
export const Locale = z
  .string()
  .check(
    z.maxLength(200),
    z.overwrite(languageTag),
    z.regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$/, 'must be a language tag such as en or pt-BR'),
  );

/** As the database's language_tag() does: en_US.UTF-8 and en-US-u-fw-mon are en-US; C and POSIX mean English. */
function languageTag(locale: string): string {
  const tag = locale
    .trim()
    .replace(/[.@].*$/s, '')
    .replaceAll('_', '-')
    .replace(/-[A-Za-z0-9](-.*)?$/s, '');
  return /^(C|POSIX)$/i.test(tag) ? 'en' : tag.replace(/^[^-]*/, (language) => language.toLowerCase());
}

export const QuietHours = z.strictObject({ from: ClockTime, until: ClockTime }).register(z.globalRegistry, {
  id: 'QuietHours',
  description: 'In the person’s time zone; nothing is sent between the two.',
});

/** Whose requests a seller takes, from all to none. */
export const REQUESTS_FROM = ['everyone', 'trusted_for_urgent', 'trusted', 'nobody'] as const;

const RequestsFrom = openWord(REQUESTS_FROM).check(
  z.regex(/^[a-z_]{1,100}$/, `must be one of ${REQUESTS_FROM.join(', ')}`),
);

const types = { email: Types, push: Types, sms: Types };

export const PutPreferences = z
  .strictObject({
    ...types,
    quiet_hours: z.nullable(QuietHours),
    urgent_overrides_quiet_hours: z.boolean(),
    time_zone: z.nullable(TimeZone),
    locale: z.nullable(Locale),
    requests_from: z
      .exactOptional(RequestsFrom)
      .check(
        z.describe(
          'Whose requests the caller takes as a seller; `trusted` are buyers whom the marketplace verified or whose trust score is high enough. Left out, it stays.',
        ),
      ),
  })
  .register(z.globalRegistry, {
    id: 'PutPreferences',
    description:
      'Which notifications are sent by which channel; SMS are sent about urgent requests only. The inbox always shows all of them.',
  });
export type PutPreferences = z.input<typeof PutPreferences>;

export const Preferences = z
  .object({
    ...types,
    quiet_hours: z.nullable(z.object({ from: z.string(), until: z.string() })),
    urgent_overrides_quiet_hours: z.boolean(),
    time_zone: z.nullable(z.string()),
    locale: z.nullable(z.string()),
    requests_from: openWord(REQUESTS_FROM),
    channels: z.array(openWord(['email', 'push', 'sms'])),
  })
  .register(z.globalRegistry, {
    id: 'Preferences',
    description: '`channels` are those that the marketplace has.',
  });
export type Preferences = z.output<typeof Preferences>;

export const DeviceParams = z.strictObject({
  token: z
    .string()
    .check(
      z.maxLength(1_000),
      z.regex(/^[!-~]+$/, 'must be an Expo push token, or the endpoint of a browser’s push service'),
    ),
});

const BASE64URL = /^[\w-]+=*$/;

export const Device = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('expo'), locale: z.optional(Locale) }),
    z.strictObject({
      kind: z.literal('web'),
      p256dh: z.string().check(z.maxLength(100), z.regex(BASE64URL, 'must be the subscription’s key')),
      auth: z.string().check(z.maxLength(50), z.regex(BASE64URL, 'must be the subscription’s secret')),
      locale: z.optional(Locale),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'Device',
    description:
      'An Expo push token, or a browser’s push subscription, whose endpoint is the token and whose keys are p256dh and auth.',
  });
export type Device = z.output<typeof Device>;

export const DeviceList = z
  .object({
    items: z.array(
      z.object({
        kind: openWord(['expo', 'web']),
        token: z.string(),
        locale: z.nullable(z.string()),
        registered_at: Instant,
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'DeviceList',
    description:
      'The caller’s own devices, the newest first. Anyone who knows a token can push to the device.',
  });
export type DeviceList = z.output<typeof DeviceList>;
export type RegisteredDevice = DeviceList['items'][number];

export const WebPushKey = z.object({ public_key: z.nullable(z.string()) }).register(z.globalRegistry, {
  id: 'WebPushKey',
  description:
    'The `applicationServerKey` of a push subscription; null where the marketplace has no Web Push.',
});
export type WebPushKey = z.output<typeof WebPushKey>;
