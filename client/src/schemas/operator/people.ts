/** A person as an operator finds and reads them: both sides of their requests, and what reaches them. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../../text.ts';
import { Preferences } from '../people.ts';
import { Count, Id, Instant, Limit, MarketplaceId, openWord } from '../scalars.ts';
import { line } from '../text.ts';
import { OperatorNotification, OperatorRequest, SearchAll } from './requests.ts';

/** What the search's text turned out to be. */
export const PERSON_MATCHES = ['person_id', 'phone', 'phone_ending', 'email', 'name'] as const;

/** Whom to search, as a caller of the clients gives it. */
export interface SearchOperatorPeople {
  /** An id, a mail address, the beginning of a name, or the number that a person gave in a request. */
  search: string;
  /** Search without a bound. */
  all?: boolean | undefined;
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
}

export const SearchOperatorPeopleQuery = z.strictObject({
  search: line(MAX_LENGTH.search, 1).check(
    z.describe(
      'An id, a mail address, the beginning of a name, or the number that a person gave in a request.',
    ),
  ),
  all: SearchAll,
  limit: Limit,
});

const Name = z.nullable(z.string());

const personFields = {
  id: MarketplaceId,
  name: Name,
  avatar_url: z.nullable(z.string()),
  is_active: z.boolean().check(z.describe('False also for a person whom the marketplace no longer has.')),
  is_verified: z.boolean(),
  requests_sent: Count,
  requests_received: Count,
};

export const OperatorPerson = z
  .object(personFields)
  .register(z.globalRegistry, { id: 'OperatorPerson', description: 'A person in an operator’s list.' });
export type OperatorPerson = z.output<typeof OperatorPerson>;

export const OperatorPersonPage = z
  .object({
    items: z.array(OperatorPerson),
    matched_by: z.nullable(openWord(PERSON_MATCHES)),
    partial: z
      .boolean()
      .check(z.describe('Whether there may be more: a longer search, or `all`, finds them.')),
    next_cursor: z.null(),
  })
  .register(z.globalRegistry, { id: 'OperatorPersonPage', description: 'The people that a search finds.' });
export type OperatorPersonPage = z.output<typeof OperatorPersonPage>;

const Side = z.object({
  total: Count,
  pending: Count,
  acknowledged: Count,
  completed: Count,
  cancelled: Count,
  expired: Count,
  recent: z.array(OperatorRequest).check(z.describe('The ten newest.')),
});

const OtherPerson = z.object({ id: MarketplaceId, name: Name });

export const OperatorPersonDetail = z
  .object({
    ...personFields,
    email_masked: z.nullable(z.string().check(z.describe('Null for viewers.'))),
    phone_masked: z.nullable(z.string().check(z.describe('Of the profile; null for viewers.'))),
    trust_score: z.nullable(z.number()),
    joined_at: z.nullable(Instant),
    sent: Side,
    received: Side,
    preferences: Preferences,
    devices: z
      .array(
        z.object({
          id: Id,
          kind: openWord(['expo', 'web']),
          locale: z.nullable(z.string()),
          registered_at: Instant,
          retired_at: z.nullable(Instant),
          retired_because: z.nullable(z.string()),
        }),
      )
      .check(z.describe('Without their tokens; newest first.')),
    limits: z
      .array(
        z.object({
          limit: z.string().check(z.describe('The setting’s name.')),
          used: Count,
          allowed: z.nullable(Count.check(z.describe('Null: no limit.'))),
          resets_at: z.nullable(Instant),
        }),
      )
      .check(z.describe('What counts against a limit now.')),
    blocks: z.object({
      blocking: z.array(OtherPerson).check(z.describe('Whom the person has blocked; at most 50.')),
      blocked_by: z.array(OtherPerson).check(z.describe('Who has blocked the person; at most 50.')),
    }),
    notifications: z.array(OperatorNotification).check(z.describe('The twenty newest.')),
  })
  .register(z.globalRegistry, {
    id: 'OperatorPersonDetail',
    description:
      'A person with both sides of their requests, their settings, limits, blocks and notifications.',
  });
export type OperatorPersonDetail = z.output<typeof OperatorPersonDetail>;
