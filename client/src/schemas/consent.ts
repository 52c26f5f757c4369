/** What buyers agree to when they request a callback, and its withdrawal. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../text.ts';
import { CONSENT_SOURCES } from '../vocabulary.ts';
import { Count, Instant, openWord } from './scalars.ts';
import { lines } from './text.ts';

const Locale = z.string().check(z.maxLength(35), z.describe('A language tag such as en or pt-BR.'));
const Version = z.int().check(z.gte(1));

export const ConsentQuery = z.strictObject({
  locale: z.optional(Locale.check(z.describe('The language to read it in; the caller’s own by default.'))),
});

export const Consent = z
  .object({
    version: z.nullable(Version.check(z.describe('Null if nothing is published.'))),
    locale: z.nullable(
      Locale.check(z.describe('The language of the text: the nearest to the one asked for.')),
    ),
    text: z.nullable(z.string().check(z.describe('Show it by the button that sends a request.'))),
    is_required: z.boolean().check(z.describe('Whether a request without a consent is refused.')),
  })
  .register(z.globalRegistry, {
    id: 'Consent',
    description: 'What the caller agrees to by requesting a callback.',
  });
export type Consent = z.output<typeof Consent>;

/** What a new request says of it. */
export const GivenConsent = z
  .strictObject({
    version: Version,
    locale: Locale,
    source: z.optional(z.enum(CONSENT_SOURCES).check(z.describe('Where it was shown; api by default.'))),
  })
  .check(z.describe('The text that the buyer saw.'));

export const ConsentWithdrawal = z.object({ withdrawn_requests: Count }).register(z.globalRegistry, {
  id: 'ConsentWithdrawal',
  description: 'How many open requests were withdrawn; all messages are off.',
});
export type ConsentWithdrawal = z.output<typeof ConsentWithdrawal>;

/** What a request keeps of it, for operators. */
export const KeptConsent = z.object({
  version: Version,
  locale: Locale,
  text: z.string(),
  source: openWord(CONSENT_SOURCES),
  given_at: Instant,
  withdrawn_at: z.nullable(Instant),
});

export const PublishConsent = z
  .strictObject({
    texts: z
      .record(Locale, lines(MAX_LENGTH.consent_texts_text).check(z.minLength(1)))
      .check(z.describe('A text by language; buyers with another one read that of the marketplace.')),
  })
  .register(z.globalRegistry, {
    id: 'PublishConsent',
    description: 'A new version of what buyers agree to.',
    examples: [{ texts: { en: 'By sending this request you agree that the seller calls you.' } }],
  });
export type PublishConsent = z.input<typeof PublishConsent>;

export const ConsentVersionList = z
  .object({
    items: z.array(
      z.object({
        version: Version,
        texts: z.record(Locale, z.string()),
        published_at: Instant,
        published_by: z.nullable(z.string()),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'ConsentVersionList',
    description: 'What buyers agreed to, the newest version first.',
  });
export type ConsentVersion = z.output<typeof ConsentVersionList>['items'][number];
