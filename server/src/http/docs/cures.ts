/** What each error means and what to do about it, as docs/errors.md has it. */
import type { ErrorCode } from '@ringback/client';

export const CURES: Record<ErrorCode, string> = {
  unauthenticated: 'There is no token, or it is not valid or has expired. Sign in again.',
  forbidden: 'The signed-in person may not do this, or tried to act as another person.',
  not_found: "It doesn't exist, or it isn't yours: the two look the same.",
  invalid_input: '`field` says which; `detail` says what it must be.',
  invalid_phone:
    "The number can't be read or doesn't exist. Give it with its country code, or `phone_region`.",
  phone_not_allowed:
    "Premium, shared-cost and satellite numbers, or a country that this marketplace doesn't serve.",
  wrong_code: '`tries_left` says how often a code may still be entered. A resend brings a new one.',
  no_tries_left: 'Five wrong codes. Request a new code.',
  code_expired:
    'A code is valid for five minutes: request a new one. Where `detail` says so, the request has ended: make a new one.',
  listing_unavailable: 'It is sold or withdrawn, or its seller is not active.',
  seller_unreachable: 'The seller has no phone number, or one of the two has blocked the other.',
  own_listing: "Sellers can't request a callback from themselves.",
  duplicate_request:
    'One request per buyer, listing and day (one more after a withdrawal); `existing_request_id` is the existing one.',
  not_accepted:
    'The request looks like abuse, or its buyer or number is blocked; the sentence says no more than it must. With `can_ask_for_review` the same request may be sent with `asks_for_review`.',
  trust_required:
    'The marketplace or this seller takes requests, or urgent ones (`field` is `priority`), of trusted buyers only.',
  callbacks_off:
    'The marketplace takes no new requests now, for this listing or for any; `notice` is its text for buyers.',
  invalid_transition:
    "That status can't follow the current one, or the request is completed or cancelled and takes no edits and no call attempts.",
  request_expired: 'It was not answered in time. The buyer may make a new one.',
  conflict: '`field` was changed after what you have read. Read again, then decide.',
  idempotency_key_reused: 'The key was used for other content. Use a new key for new content.',
  malformed_request:
    "Not HTTP, not JSON, or an address that can't be decoded. Also answered with 408 (took too long to arrive), 414 and 431 (address or headers too long).",
  method_not_allowed: 'The header `Allow` names the methods of this address.',
  payload_too_large: 'A body has at most 64 kB.',
  unsupported_media_type: 'Send `Content-Type: application/json`, uncompressed.',
  rate_limited: 'Wait for `retry_after_seconds` (also the header `Retry-After`). `limit` says which one.',
  internal_error: 'Unexpected error. If it persists, report `instance`.',
  overloaded: 'More requests than can be served now; refused at once. Wait for `Retry-After`.',
  database_unavailable: 'The database is down, starting, full, locked or read-only. Wait for `Retry-After`.',
};
