/** What the host views show of the marketplace, and what is wrong with it. */
import type { ZoneInUse } from '../platform/zones.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** As callback_private.describe_marketplace() answers. */
export interface Marketplace {
  people: number;
  people_with_phone: number;
  listings: number;
  available_listings: number;
  listings_with_phone: number;
  /** Null where nobody signs in by auth.users. */
  people_who_sign_in: number | null;
  phones: { looked_at: number; national: number; unreadable: number; default_region: string | null };
  /** Names of foreign keys to the marketplace's tables. */
  missing_links: string[];
  time_zones: ZoneInUse[];
}

export function examineMarketplace(found: Marketplace): Finding[] {
  const { people, people_with_phone, listings, listings_with_phone, available_listings } = found;
  return [
    people > 0
      ? ok(`${people} people, ${people_with_phone} of them with a phone number`)
      : warn('no people are visible; check callback_private.host_profiles (ringback init).'),
    ...signIn(found),
    ...phones(found),
    ...links(found),
    ...(people > 0 && people_with_phone + listings_with_phone === 0
      ? [
          fail(
            'nobody has a phone number, so nobody can be called; check the column phone of callback_private.host_profiles (ringback init).',
          ),
        ]
      : []),
    listings > 0
      ? ok(`${listings} listings, ${available_listings} of them available`)
      : warn('no listings are visible; check callback_private.host_listings (ringback init).'),
    ...(listings > 0 && available_listings === 0
      ? [
          fail(
            'no listing is available; check the column is_available of callback_private.host_listings (ringback init).',
          ),
        ]
      : []),
  ];
}

function signIn({ people, people_who_sign_in: count }: Marketplace): Finding[] {
  if (people === 0 || count === null) return [];
  if (count > 0) return [ok(`${count} of ${people} people can sign in: their id is in auth.users`)];
  return [
    fail(
      `none of ${people} people can sign in: no id of callback_private.host_profiles is in auth.users. Read the column that holds it as id (ringback init).`,
    ),
  ];
}

function phones({ phones: { looked_at, national, unreadable, default_region } }: Marketplace): Finding[] {
  const withoutCountry = default_region === null ? national : 0;
  return [
    ...(withoutCountry > 0
      ? [
          warn(
            `${withoutCountry} of ${looked_at} phone numbers have no country code and cannot be texted; set default_phone_region in callback_private.settings.`,
          ),
        ]
      : []),
    ...(unreadable > 0
      ? [warn(`${unreadable} of ${looked_at} phone numbers cannot be read; correct them in your own tables.`)]
      : []),
  ];
}

function links({ missing_links: missing }: Marketplace): Finding[] {
  if (missing.length === 0) return [];
  return [
    warn(
      `the foreign keys ${missing.join(', ')} are missing, so data of deleted people and listings stays; run \`ringback migrate\`.`,
    ),
  ];
}
