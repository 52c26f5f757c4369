/** What lets a request be made: the obstacle's questions, the locks, the values. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

const OBSTACLE = 'request_obstacle';
const CREATE = 'create_request';
const LOCKS = 'two at once pass a limit together: who counts holds the locks of buyer, phone and seller';

const dropCheck = (constraint: string, killedBy: string): Mutant => ({
  name: `drops ${constraint}`,
  sql: `alter table public.callback_requests drop constraint callback_requests_${constraint}`,
  killedBy,
});

export const creation: Mutant[] = [
  edit(OBSTACLE, 'buyer.is_active is not true', 'buyer.is_active = false', 'asks without a profile'),
  edit(OBSTACLE, 'listing.id is null', 'false', 'asks about a listing that does not exist'),
  edit(
    OBSTACLE,
    'p_seller_id is distinct from listing.seller_id',
    'false',
    'names an accomplice as the seller of someone else’s listing',
  ),
  edit(
    OBSTACLE,
    'listing.seller_id = p_requester_id then',
    'false then',
    'asks about the own listing, as oneself or through an accomplice',
  ),
  edit(OBSTACLE, 'listing.is_available is not true or', '', 'asks about a listing that is sold or withdrawn'),
  edit(OBSTACLE, 'coalesce(seller.phone, listing.phone) is null', 'false', 'asks a seller who has no phone'),
  edit(
    'is_blocked_pair',
    'b.blocker_id = any (array[p_buyer_id, p_seller_id])',
    'b.blocker_id = p_buyer_id',
    'the blocked buyer asks',
  ),
  edit(
    'is_blocked_pair',
    'b.blocker_id = any (array[p_buyer_id, p_seller_id])',
    'b.blocker_id = p_seller_id',
    'the blocking buyer asks',
  ),
  edit(
    OBSTACLE,
    'r.requester_id = p_requester_id and r.listing_id = p_listing_id',
    'r.listing_id = p_listing_id',
    'sees the request of another buyer as an own one',
  ),
  edit(OBSTACLE, `then 'requests_per_user_per_day'`, 'then null', 'asks without end'),
  edit(OBSTACLE, `then 'requests_per_phone_per_day'`, 'then null', 'many accounts give one victim’s number'),
  edit(OBSTACLE, `then 'requests_per_seller_per_day'`, 'then null', 'many accounts flood one seller'),
  edit(OBSTACLE, 's.requests_per_user_per_day - 1', 's.requests_per_user_per_day', 'asks without end'),
  edit(
    OBSTACLE,
    '(now() at time zone s.time_zone)::date as today',
    'now()::date as today',
    'a second request the same day in another time zone (Prefer: timezone)',
  ),
  edit(
    OBSTACLE,
    'or callback_private.is_blocked_pair(p_requester_id, listing.seller_id)',
    '',
    'the blocked buyer asks',
  ),
  edit(
    OBSTACLE,
    `(date_trunc('day', now() at time zone s.time_zone) - interval '1 hour') at time zone s.time_zone + interval '1 hour' as midnight`,
    `date_trunc('day', now()) as midnight`,
    'moves the day under the limit by a time zone',
  ),
  edit(
    OBSTACLE,
    'r.requester_id = p_requester_id and r.requested_at >= s.midnight',
    `r.requester_id = p_requester_id and r.status <> 'cancelled' and r.requested_at >= s.midnight`,
    'withdraws to make room under the limit',
  ),

  edit(CREATE, '1919, hashtext(p_request.requester_id::text)', '1918, 0', LOCKS),
  edit(CREATE, '1920, hashtext(p_request.requester_phone)', '1918, 0', LOCKS),
  edit(CREATE, '1921, hashtext(p_request.seller_id::text)', '1918, 0', LOCKS),
  edit(
    'create_callback_request',
    'callback_private.trimmed(p_requester_phone)',
    'p_requester_phone',
    'gives something that is no phone number',
  ),
  edit(
    CREATE,
    'perform callback_private.check_phone(p_request.requester_phone, v_obstacle.allowed_phone_regions);',
    '',
    'gives a number that costs the caller',
  ),
  edit(
    CREATE,
    'v_obstacle.allowed_phone_regions',
    'null',
    'gives a number from a country that the marketplace does not serve, with the same calling code',
  ),
  edit(
    CREATE,
    'when check_violation or not_null_violation',
    'when not_null_violation',
    'reads the phone in an error',
  ),
  edit('phone_refusal', 'v_range.callable and', '', 'gives a number that costs the caller'),
  edit(
    'phone_refusal',
    'v_range.region is null',
    'false',
    'gives a code that a phone would obey (USSD, service codes, pauses)',
  ),
  edit(
    'is_plain_text',
    '\\u0001-\\u001F',
    '\\u0001-\\u0002',
    'hides control and text-direction characters in a name',
  ),
  edit(
    'is_plain_text',
    '\\u2028-\\u202E',
    '\\u2028-\\u2029',
    'hides control and text-direction characters in the other texts',
  ),
  edit('is_plain_text', '{4}', '{4000}', 'stacks marks until a text covers its neighbours'),
  edit('is_plain_text', 'length(p_text) > p_max_length', 'false', 'sends a megabyte of text in every place'),
  edit(
    'is_plain_text',
    'if p_multiline then',
    'if true then',
    'hides control and text-direction characters in a name',
  ),
  edit('trimmed', 'NULLIF(', 'COALESCE(', 'leaves out or blanks what is required'),
  edit(
    'notification_text',
    '\\u0001-\\u001F',
    '\\u0001-\\u0002',
    'the name of someone else’s listing breaks out of a notification',
  ),

  dropCheck('requester_name_check', 'hides control and text-direction characters in a name'),
  dropCheck('message_check', 'hides control and text-direction characters in the other texts'),
  dropCheck('preferred_time_check', 'hides control and text-direction characters in the other texts'),
  dropCheck('cancel_reason_check', 'hides control and text-direction characters in the other texts'),
  dropCheck('preferred_days_check', 'sends garbage as days'),
  dropCheck('callback_reason_check', 'makes up a reason, a priority or a status'),
  dropCheck('priority_check', 'makes up a reason, a priority or a status'),
  dropCheck('requester_phone_check', 'a phone number in a table has the form of one'),
  {
    name: 'drops the uniqueness of a day',
    sql: 'drop index public.callback_requests_one_per_listing_and_day',
    killedBy: 'two at once ask about one listing: the unique index has the last word',
  },
  {
    name: 'drops the uniqueness of notifications',
    sql: 'alter table public.callback_request_notifications drop constraint callback_request_notifications_once',
    killedBy: 'repeats a status to notify again',
  },
];
