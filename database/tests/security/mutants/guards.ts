/** Guards taken out of functions: who acts, whose it is, what may follow, what may be seen. */
import { inAnothersName } from '../attacks/otherNames.ts';
import { askingFunctions } from '../support/askingFunctions.ts';
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string | string[]): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

const ANYONE = inAnothersName('get_seller_callback_requests');
const NAMED = 'NULL as the service’s identity reaches everybody';
const ASKS_FIRST = 'a definer function that anyone may run asks first who is acting';
/** What they call asks as well, so that no call in another's name gets through. */
const ASKED_AGAIN = ['withdraw_callback_consent'];
const STATUS = 'change_status';
const LOCK = 'lock_request';
const EDIT = 'edit_request';
const LOG = 'log_attempt';
const SLIPPED = 'slips a status, a seller or a time into an edit';

export const guards: Mutant[] = [
  ...askingFunctions().flatMap(({ name, parameter, callers }) => {
    const question = `callback_private.acting_user(${parameter})`;
    const lazy = `coalesce(${parameter}, callback_private.acting_user(null))`;
    return [
      edit(name, question, parameter, ASKED_AGAIN.includes(name) ? ASKS_FIRST : callers.map(inAnothersName)),
      edit(name, question, lazy, ASKS_FIRST),
    ];
  }),

  edit('acting_user', 'p_claimed is distinct from v_signed_in', 'false', ANYONE),
  edit(
    'acting_user',
    'p_claimed is not null and callback_private.is_trusted()',
    'callback_private.is_trusted()',
    NAMED,
  ),
  edit(
    'acting_user',
    'p_claimed is not null and callback_private.is_trusted()',
    'p_claimed is not null',
    ANYONE,
  ),
  edit('acting_user', 'v_signed_in is null', 'false', 'a token without a subject'),
  edit('is_trusted', `v_role = 'service_role'`, `v_role <> 'anon'`, ANYONE),
  edit(
    'is_trusted',
    `v_role = 'service_role'`,
    `auth.role() = 'service_role'`,
    'a user whose claims call themselves the service',
  ),
  edit(
    'caller_role',
    `CASE current_setting('role'::text) WHEN 'none'::text THEN SESSION_USER ELSE (current_setting('role'::text))::name END`,
    'session_user',
    [ANYONE, NAMED],
  ),
  edit(
    'caller_role',
    `CASE current_setting('role'::text) WHEN 'none'::text THEN SESSION_USER ELSE (current_setting('role'::text))::name END`,
    'current_user',
    [ANYONE, NAMED],
  ),
  edit(
    'require_trusted',
    'is not true',
    'is null',
    'maintenance with its privilege left with everybody still asks who calls',
  ),
  ...[
    'expire_callback_requests',
    'rollup_callback_stats',
    'run_callback_maintenance',
    'marketplace_summary',
  ].map((name) => edit(name, 'perform callback_private.require_trusted();', '', ASKS_FIRST)),
  edit(
    'expire_callback_requests',
    'perform callback_private.require_trusted();',
    '',
    'maintenance with its privilege left with everybody still asks who calls',
  ),

  edit(LOCK, 'and p_user_id in (r.seller_id, r.requester_id)', '', 'another seller handles the request'),
  edit(
    LOCK,
    'p_user_id in (r.seller_id, r.requester_id)',
    'p_user_id <> r.id',
    'withdraws another buyer’s request',
  ),
  edit(LOCK, 'if found then', 'if true then', 'tells foreign from missing: changing'),
  edit(LOCK, 'for update;', ';', 'two at once change one request: who changes holds its row'),
  edit(
    STATUS,
    'callback_private.effective_status(v_request.status, v_request.expires_at)',
    'v_request.status',
    'handles an overdue request before the job has tidied it up',
  ),
  edit(STATUS, `v_status = 'expired'`, 'false', 'revives an expired request'),
  edit(STATUS, `p_new_status in ('pending', 'expired') or`, '', 'sets expired or pending by hand'),
  edit(STATUS, `or v_status not in ('pending', 'acknowledged')`, '', 'revives a completed request'),
  edit(
    STATUS,
    `v_actor = 'buyer' and p_new_status in`,
    `v_actor = 'nobody' and p_new_status in`,
    'the buyer acknowledges or completes the request',
  ),
  edit(STATUS, 'p_new_status = v_status', 'false', 'repeats a status to move its time or its reason'),
  edit(
    STATUS,
    `v_reason is not null and p_new_status <> 'cancelled'`,
    'false',
    'slips a reason into what is no cancellation',
  ),
  edit(
    'effective_status',
    'p_expires_at <= now()',
    'p_expires_at < now()',
    'reads the buyer’s phone after the request has run out, before the job has run',
  ),
  edit('add_notifications', 'side.name <> p_actor', 'true', 'repeats a status to notify again'),
  edit('expire_callback_requests', 'and r.expires_at <= now()', '', 'sets expired or pending by hand'),
  edit(
    'expire_callback_requests',
    `r.status in ('pending', 'acknowledged') and`,
    '',
    'an maintenance that runs twice tells everybody twice',
  ),

  edit(
    EDIT,
    'p_user_id is distinct from v_before.requester_id',
    'false',
    'the seller rewrites the buyer’s words',
  ),
  edit(EDIT, 'perform callback_private.check_changes(p_changes);', '', SLIPPED),
  edit(
    EDIT,
    `perform callback_private.require_open(v_before, 'be edited');`,
    '',
    'edits a request that is completed',
  ),
  edit(EDIT, 'perform callback_private.check_edit(v_before, v_request);', '', ['edits to a premium number']),
  edit('check_changes', 'v_change.key <> all (v_fields)', 'false', SLIPPED),
  edit(
    'require_welcome',
    'perform callback_private.require_reach(p_request);',
    '',
    'writes to a seller who has blocked the buyer, through an earlier request',
  ),
  edit('check_edit', 'offset 19', 'offset 20', 'floods the history with edits'),
  edit(
    'check_edit',
    'p_after.requester_phone, p_before.requester_id, v_obstacle.today',
    'p_before.requester_phone, p_before.requester_id, v_obstacle.today',
    'turns a day’s requests to a victim’s number one by one',
  ),
  edit(
    'check_edit',
    'perform callback_private.check_phone(p_after.requester_phone, v_obstacle.allowed_phone_regions);',
    '',
    'edits to a premium number',
  ),
  edit(
    'require_open',
    `v_status not in ('pending', 'acknowledged')`,
    `v_status = 'completed'`,
    'edits a request that is cancelled',
  ),
  edit(
    'require_open',
    'callback_private.effective_status(p_request.status, p_request.expires_at)',
    'p_request.status',
    'edits a request that has run out, before the job has run',
  ),
  edit(
    LOG,
    'p_user_id is distinct from v_request.seller_id',
    'false',
    'the buyer notes a call, or ends the request by one',
  ),
  edit(
    LOG,
    `perform callback_private.require_open(v_request, 'get more call attempts');`,
    '',
    'notes a call for a request that is completed',
  ),
  edit(LOG, `a.attempted_at > v_now - interval '1 minute'`, 'false', 'counts one call many times'),
  edit(LOG, 'offset 49', 'offset 50', 'floods a request with calls'),
  edit(
    'request_page',
    `and (o.request).status in ('pending', 'acknowledged') and (o.request).expires_at > now()`,
    '',
    'finds a number by its digits after the end',
  ),
  edit(
    'request_page',
    `v_search.has_number and p_as = 'seller'`,
    'v_search.has_number',
    'finds the numbers of both sides as the buyer',
  ),
  edit(
    'request_page',
    'or seen.text like all (v_search.words)',
    `or seen.text like '%' || p_search || '%'`,
    'searches with wildcards',
  ),
  edit('read_search', 'or length(v_search) > 100', '', 'searches with a megabyte, or with nothing'),
  edit('read_search', 'v_search is null or', '', 'searches with a megabyte, or with nothing'),

  edit(
    'requests_json',
    '(p_as_operator or p_viewer_id in (r.seller_id, r.requester_id)) is true',
    'true',
    'tells foreign from missing: reading',
  ),
  edit(
    'list_callback_notifications',
    'n.recipient_id = v_user_id',
    'true',
    'reads the notifications of others',
  ),
  edit(
    'get_unread_callback_notification_count',
    'n.recipient_id = v_user_id',
    'true',
    'reads the notifications of others',
  ),
  edit(
    'mark_callback_notification_read',
    'and n.recipient_id = v_user_id',
    '',
    'tells foreign from missing: marking',
  ),
  edit(
    'mark_all_callback_notifications_read',
    'n.recipient_id = v_user_id',
    'true',
    'marks the notifications of others',
  ),
  edit('added_between', 'p_is_seller and e.seller_id = p_user_id', 'p_is_seller', 'counts what others have'),
  edit('added_between', 'and e.requester_id = p_user_id', '', 'counts what others have'),
  edit('counts_of', 's.user_id = p_user_id and', '', 'counts what others have'),

  edit(
    'requests_json',
    `reader.side = 'seller' and reader.is_open and reader.is_reachable`,
    `reader.side = 'seller'`,
    'reads the buyer’s phone after the request is completed',
  ),
  edit(
    'requests_json',
    `now_.status in ('pending', 'acknowledged')`,
    `now_.status <> 'completed'`,
    'reads the buyer’s phone after the request is cancelled',
  ),
  edit(
    'requests_json',
    `reader.side = 'buyer' or (may.reach`,
    `reader.side = 'seller' or (may.reach`,
    'reads the buyer’s phone after the request is completed',
  ),
  edit(
    'requests_json',
    'callback_private.effective_status(r.status, r.expires_at)',
    'r.status',
    'reads the buyer’s phone after the request has run out, before the job has run',
  ),
  edit(
    'requests_json',
    `'name', seller.full_name`,
    `'name', seller.full_name, 'phone', seller.phone`,
    'finds a seller’s phone anywhere',
  ),
  edit(
    'idempotent_answer',
    'callback_private.with_phone(v_now, null, null)',
    'v_now',
    'finds the phone in the answers that are kept',
  ),
  edit(
    'idempotent_answer',
    `callback_private.with_phone( p_kept.answer, v_now ->> 'requester_phone', v_now ->> 'requester_phone_masked')`,
    'p_kept.answer',
    'reads the phone by repeating an Idempotency-Key after the end',
  ),
  edit(
    'kept_answer',
    `v_kept.content_hash <> sha256(convert_to(p_content, 'UTF8'))`,
    'false',
    'repeats a key with other content',
  ),
  edit('check_page', 'p_limit not between 1 and 100', 'p_limit < 1', 'asks for a page without bounds'),
  edit('check_page', 'p_offset not between 0 and 10000', 'p_offset < 0', 'asks for a page without bounds'),
  edit(
    'list_callback_requests_by_offset',
    'coalesce(p_limit, 20)',
    'p_limit',
    'asks for NULL rows to get them all',
  ),
  edit('list_callback_requests', 'coalesce(p_limit, 20)', 'p_limit', 'asks for NULL rows to get them all'),
  edit('read_cursor', `p_cursor !~ '^[A-Za-z0-9_-]{32}$'`, 'false', 'tampers with a cursor'),
];
