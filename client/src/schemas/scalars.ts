/** The small parts that the schemas are made of: ids, times, words, paging. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../text.ts';
import { PAGE_LIMIT, STATUSES } from '../vocabulary.ts';

/** An id of ours: of a request, a notification, an attempt. */
export const Id = z.guid('must be a UUID').check(z.toLowerCase());

export const IdParams = z.strictObject({ id: Id });

/** The id of a person or a listing: the marketplace's own, whatever type it has there. */
export const MarketplaceId = z
  .string()
  .check(
    z.regex(
      new RegExp(`^[^\\u0000-\\u001f\\u007f-\\u009f\\ud800-\\udfff]{1,${MAX_LENGTH.marketplace_id}}$`, 'u'),
      `must be 1 to ${MAX_LENGTH.marketplace_id} characters, without control characters`,
    ),
  );

export const ListingParams = z.strictObject({ id: MarketplaceId });

export const PersonParams = z.strictObject({ id: MarketplaceId });

export const Instant = z.iso.datetime({ offset: true, error: 'must be a time in ISO 8601' });

/** The outline of a zone's name in the IANA database; the database knows which there are. */
export const TimeZone = z
  .string()
  .check(
    z.maxLength(MAX_LENGTH.time_zone),
    z.regex(
      /^(?!posix\/|right\/)[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z][A-Za-z0-9_+-]*){0,2}$/,
      'must be a time zone name such as Europe/Paris',
    ),
    z.describe('The zone (IANA) in which preferred days and time are meant.'),
  );

export const Cursor = z
  .string()
  .check(
    z.regex(
      new RegExp(`^[\\x21-\\x7e]{1,${MAX_LENGTH.cursor}}$`),
      'must be the `next_cursor` of an earlier page',
    ),
  );

export const Limit = z._default(
  z.coerce.number().check(z.int(), z.gte(PAGE_LIMIT.min), z.lte(PAGE_LIMIT.max)),
  PAGE_LIMIT.default,
);

/** Where a callback request stands. */
export const Status = z.enum(STATUSES);

/** A word in an answer: one of those known today, or one that a later version brings. */
export const openWord = <Word extends string>(words: readonly Word[]) =>
  z.string().check(z.meta({ examples: words })) as unknown as z.ZodMiniType<Word | (string & {}), string>;

export const Count = z.int().check(z.gte(0));

export const Percent = z.number().check(z.gte(0), z.lte(100));
