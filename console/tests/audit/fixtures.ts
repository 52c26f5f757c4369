/** An afternoon of three operators. */
import type { AuditEntry } from '@ringback/client';
import { SESSION } from '../support/fixtures.ts';

const KOFI = '0198c000-0000-7000-8000-000000000102';
const REQUEST = '0198c000-0000-7000-8000-000000000201';

let last = 40;
function entry(operator: 'Ama Boateng' | 'Kofi Mensah', rest: Partial<AuditEntry>): AuditEntry {
  last -= 1;
  return {
    ...{ id: String(last), at: new Date(Date.now() - (40 - last) * 600_000).toISOString() },
    operator_id: operator === 'Ama Boateng' ? SESSION.operator_id : KOFI,
    ...{ operator_name: operator, operator_subject: `link:${operator}` },
    ...{ action: '', subject_kind: 'callback_request', subject_id: REQUEST, data: {} },
    ...rest,
  };
}

export const AUDIT: AuditEntry[] = [
  entry('Ama Boateng', {
    ...{
      action: 'set_operator_access',
      subject_kind: 'operator',
      subject_id: KOFI,
      data: { disabled: true },
    },
  }),
  entry('Kofi Mensah', {
    action: 'reveal_callback_request_phone',
    data: { reason: 'She can’t reach the seller' },
  }),
  entry('Kofi Mensah', { action: 'search_by_phone', subject_kind: 'phone', subject_id: '••48' }),
  entry('Kofi Mensah', { action: 'close_callback_request', data: { from_status: 'pending' } }),
  entry('Ama Boateng', {
    ...{ action: 'pause_channel', subject_kind: 'channel', subject_id: 'email' },
    data: { reason: 'The mail server is down' },
  }),
  entry('Ama Boateng', {
    ...{ action: 'retry_deliveries', subject_kind: 'channel', subject_id: 'email', data: { retried: 1240 } },
  }),
  entry('Ama Boateng', {
    ...{ action: 'change_callback_policy', subject_kind: 'policy_change', subject_id: '7' },
    data: { settings: ['expires_after', 'remind_after'] },
  }),
  entry('Ama Boateng', {
    ...{ action: 'create_operator_link', subject_kind: 'operator_link', subject_id: '1' },
    data: { name: 'Kofi Mensah', role: 'support' },
  }),
  entry('Kofi Mensah', {
    ...{
      action: 'create_operator_session',
      subject_kind: 'operator_session',
      subject_id: '2',
      data: { by: 'link' },
    },
  }),
  entry('Kofi Mensah', { action: 'polish_the_bell', subject_kind: 'bell', subject_id: '=1+1' }),
];
