/** Guards taken out of what abuse prevention keeps: who reads and decides, what ends with consent and erasure, whom a block keeps away. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

const READS = 'the seller or a stranger reads a request that is held';
const CHANGES = 'the seller or a stranger changes a request that is held';
const ERASED = 'what a buyer wrote in a held request outlives their erasure';
const CONSENT = 'a held request reaches the seller after its buyer withdrew consent';
const DECIDES = 'a viewer decides a review, or support blocks the sender';
const ENTERS = 'support blocks a number, or takes it off the list';
const NUMBERS = 'a viewer reads a number at the review desk';
const LISTED = 'a person or a number on the block list asks';
const ASKED = 'a buyer asks for a second review on the same day';
const ASKED_WHILE_BLOCKED = 'who is blocked reaches a seller by asking for a review, or learns of the block';
const BLOCKED = 'the buyer whom a seller has blocked reaches them';

export const trust: Mutant[] = [
  edit('requests_json', '(p_as_operator or h.requester_id = p_viewer_id)', 'true', READS),
  edit('lock_request', 'h.id = p_request_id and h.requester_id = p_user_id', 'h.id = p_request_id', CHANGES),
  edit('withdraw_held', '(v_held.requester_id = p_requester_id) is not true', 'v_held.id is null', CHANGES),
  {
    name: 'drops the trigger that scrubs held requests',
    sql: 'drop trigger scrub_held_request on callback_private.held_requests',
    killedBy: ERASED,
  },
  {
    name: 'drops the trigger that drops facts of the erased',
    sql: 'drop trigger drop_facts_of_erased on callback_private.request_facts',
    killedBy: ERASED,
  },
  edit('scrub_held_request', `new.request := jsonb_build_object('id', new.id);`, '', ERASED),
  edit('withdraw_requests', `perform callback_private.end_held(v_held, 'withdrawn', 'buyer');`, '', CONSENT),
  edit('release_held', 'v_request.consent_withdrawn_at is not null', 'false', CONSENT),

  edit('decide_callback_reviews', `p_operator_id, 'support'`, `p_operator_id, 'viewer'`, DECIDES),
  edit(
    'decide_callback_reviews',
    `not callback_private.operator_is(v_operator_id, 'admin')`,
    'false',
    DECIDES,
  ),
  edit('add_callback_trust_entry', `p_operator_id, 'admin'`, `p_operator_id, 'support'`, ENTERS),
  edit('remove_callback_trust_entries', `p_operator_id, 'admin'`, `p_operator_id, 'support'`, ENTERS),
  edit('list_callback_reviews', 'callback_private.sees_numbers(v_operator_id)', 'true', NUMBERS),
  edit('list_callback_trust_entries', 'callback_private.sees_numbers(v_operator_id)', 'true', NUMBERS),

  edit('may_ask_for_review', `or h.asked_at > now() - interval '24 hours'`, '', ASKED),
  edit('create_request', 'v_may_ask and p_asks_for_review then', 'p_asks_for_review then', ASKED),
  edit(
    'release_held',
    'callback_private.is_on_block_list(p_held.requester_id, p_held.requester_phone)',
    'false',
    ASKED_WHILE_BLOCKED,
  ),

  edit('with_lists', 'e.person_id = p_facts.requester_id and', 'false and', LISTED),
  edit('with_lists', 'e.phone = p_phone and', 'false and', LISTED),
  edit('with_risk', `p_facts.signals && array['blocked_person', 'blocked_number']`, 'false', LISTED),
  edit('is_blocked_pair', 'b.seller_id = p_seller_id and b.buyer_id = p_buyer_id', 'false', BLOCKED),
  edit(
    'may_reach',
    'and not callback_private.is_blocked_pair(p_request.requester_id, p_request.seller_id)',
    '',
    BLOCKED,
  ),
  edit(
    'requests_json',
    'b.seller_id = r.seller_id and b.buyer_id = r.requester_id',
    'false',
    'the seller reads the number of a buyer whom they have blocked',
  ),
  edit(
    'report_callback_request',
    'callback_private.lock_request_of_seller(',
    'callback_private.lock_request(',
    'reports another seller’s request, or one’s own',
  ),
];
