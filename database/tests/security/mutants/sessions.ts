/** Guards taken out of operators' links and sessions, and of what a viewer reads. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

const LINK = 'uses an operator’s link again, or after its time';
const HALVES = 'uses half of a session, or halves of two';
const KEPT =
  'keeps a session that was signed out, has expired, or whose operator is disabled or has less rights';
const OTHERS = 'ends or sees another operator’s session without being admin';
const ACCESS = 'disables an operator, or lets a disabled one in, without being admin';

export const sessions: Mutant[] = [
  edit('use_operator_link', 'and l.used_at is null', '', LINK),
  edit('use_operator_link', 'and l.expires_at > now()', '', LINK),
  edit('use_operator_session', 'and s.key_hash = p_key_hash', '', HALVES),
  edit('use_operator_session', 's.cookie_hash = p_cookie_hash and', '', HALVES),
  edit('use_operator_session', 'and s.ended_at is null;', ';', KEPT),
  edit(
    'use_operator_session',
    'callback_private.end_of_session(v_session, v_settings, v_session.last_seen_at)',
    'v_session.expires_at',
    KEPT,
  ),
  edit('end_of_session', 'p_seen_at + p_settings.operator_session_idle_time, ', '', KEPT),
  edit('end_of_session', ', p_session.created_at + p_settings.operator_session_lifetime', '', KEPT),
  {
    name: 'drops the trigger that ends sessions',
    sql: 'drop trigger operator_sessions_end on callback_private.operators',
    killedBy: KEPT,
  },
  edit('end_operator_session', 'v_session.operator_id = v_operator_id or', 'true or', OTHERS),
  edit(
    'list_operator_sessions',
    "case when callback_private.operator_is(v_operator_id, 'admin') then p_of_operator else v_operator_id end",
    'p_of_operator',
    OTHERS,
  ),
  edit('set_operator_access', "p_operator_id, 'admin'", "p_operator_id, 'support'", ACCESS),
  edit('set_operator_access', 'if p_id = v_operator_id then', 'if false then', ACCESS),
  edit(
    'find_operator',
    'and not callback_private.is_reserved_subject(v_subject)',
    '',
    'is the operator of a link or of a command by a token’s subject',
  ),
  edit(
    'list_audit',
    "not callback_private.operator_is(v_operator_id, 'support')",
    'false',
    'a viewer reads a number in the audit',
  ),
];
