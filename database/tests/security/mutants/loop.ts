/** Guards taken out of what follows a request: its confirmation, its extensions, the acknowledgement that is taken back. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

const CONFIRM = 'confirm_request';
const EXTEND = 'extend_request';
const UNDO = 'undo_acknowledgement';

export const loop: Mutant[] = [
  edit('frees_day', 'and not r.holds_day', 'and false', 'withdraws and asks again more than once a day'),
  edit(
    'apply_transition',
    `p_new_status = 'cancelled' and p_actor = 'buyer' and`,
    `p_new_status = 'cancelled' and`,
    'asks again the same day after the seller has declined',
  ),
  edit(
    'requests_json',
    'reader.is_open and reader.is_reachable as reach',
    'reader.is_open as reach',
    'the seller reads the number of a buyer who has blocked them',
  ),
  edit(
    CONFIRM,
    'p_user_id is distinct from v_request.requester_id',
    'false',
    'the seller confirms the call that they claim',
  ),
  edit(
    'require_confirmable',
    `p_request.status <> 'completed'`,
    'false',
    'confirms a call that nobody has claimed',
  ),
  edit(
    'require_confirmable',
    'callback_private.confirmable_until(p_request.completed_at) <= now()',
    'false',
    'changes the answer after the two weeks',
  ),
  edit(
    EXTEND,
    'p_user_id is distinct from v_request.requester_id',
    'false',
    'the seller keeps the buyer’s number by extending the request',
  ),
  edit(
    EXTEND,
    'v_request.extensions >= v_settings.extensions_per_request',
    'false',
    'extends a request without end',
  ),
  edit(
    UNDO,
    'p_user_id is distinct from v_request.seller_id',
    'false',
    'the buyer takes back the seller’s acknowledgement',
  ),
  edit(
    UNDO,
    `or clock_timestamp() >= v_request.acknowledged_at + callback_private.undo_time() + interval '5 seconds'`,
    '',
    'takes back an acknowledgement that the buyer has long known of',
  ),
  edit(
    UNDO,
    'or exists (select from callback_private.attempts a where a.callback_request_id = v_request.id)',
    '',
    'takes back an acknowledgement after a call',
  ),
  edit(
    'lock_request_of_seller',
    'p_user_id is distinct from v_request.seller_id',
    'false',
    'the buyer writes the seller’s note or snoozes in their place',
  ),
  edit(
    'requests_json',
    `where reader.side = 'seller' and n.callback_request_id = r.id`,
    'where n.callback_request_id = r.id',
    'the buyer reads what the seller notes for themselves',
  ),
  edit(
    'snooze_request',
    `perform callback_private.require_open(v_request, 'be snoozed');`,
    '',
    'snoozes a request that has ended',
  ),
];
