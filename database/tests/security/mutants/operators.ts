/** Guards taken out of who is an operator, of the audit, and of what an audience hides. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

const ASKS_FIRST = 'a definer function that anyone may run asks first who is acting';
const NAMED = 'names an operator, or oneself as one';
const WRITTEN = 'is an operator by what people write of themselves, or by a role’s own name';
const UNSET = 'is an operator where the marketplace has not said how one is known';
const DISABLED = 'keeps the rights of an operator who is disabled';
const NULLS = 'NULL acts as an operator';
const HIDDEN = 'an internal event shows to a side that its audience leaves out';

export const operators: Mutant[] = [
  edit(
    'close_callback_request',
    `callback_private.acting_operator(p_operator_id, 'support')`,
    'p_operator_id',
    ASKS_FIRST,
  ),
  edit(
    'close_callback_request',
    `callback_private.acting_operator(p_operator_id, 'support')`,
    'p_operator_id',
    NAMED,
  ),
  edit(
    'close_callback_request',
    `p_operator_id, 'support'`,
    `p_operator_id, 'viewer'`,
    'a viewer does what only support may',
  ),
  edit(
    'get_callback_overview',
    `callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true)`,
    'p_operator_id',
    'maintenance with its privilege left with everybody still asks who calls',
  ),
  edit('acting_operator', 'v_is_trusted and p_claimed is not null', 'p_claimed is not null', NAMED),
  edit('acting_operator', 'v_is_trusted and p_claimed is null and p_or_service', 'p_claimed is null', NULLS),
  edit('acting_operator', 'and o.disabled_at is null', '', DISABLED),
  edit('acting_operator', ') is not true then', ') is null and false then', NULLS),
  edit(
    'acting_operator',
    '>= callback_private.operator_rank(p_role)',
    '> 0',
    'a viewer does what only support may',
  ),
  edit('find_operator', 'if v_operator.disabled_at is not null then', 'if false then', DISABLED),
  edit('find_operator', 'v_role is null or', '', WRITTEN),
  edit('operator_role', `s.operator_roles ->> (v.value #>> '{}')`, `v.value #>> '{}'`, WRITTEN),
  edit('operator_role', `s.operator_roles ->> (v.value #>> '{}')`, `'support'`, UNSET),
  edit('operator_of', 'perform callback_private.require_trusted();', '', ASKS_FIRST),
  {
    name: 'drops the trigger of the audit',
    sql: 'drop trigger audit_append_only on callback_private.audit',
    killedBy: 'rewrites the audit, or who is an operator',
  },
  {
    name: 'drops the trigger that keeps the audit',
    sql: 'drop trigger audit_kept on callback_private.audit',
    killedBy: 'rewrites the audit, or who is an operator',
  },
  {
    name: 'grants the audit to the service',
    sql: 'grant select on callback_private.audit to service_role',
    killedBy: 'rewrites the audit, or who is an operator',
  },
  edit(
    'requests_json',
    `when p_as_operator then 'operator'`,
    `when p_as_operator then 'buyer'`,
    'an operator reads the buyer’s number',
  ),
  edit('requests_json', 'and reader.side = any (t.audience)', '', HIDDEN),
  edit('own_events_after', 'and e.event_type = any (v_for_sellers)', '', HIDDEN),
  edit('own_events_after', 'and e.event_type = any (v_for_buyers)', '', HIDDEN),
];
