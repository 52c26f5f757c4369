/** The words of the audit: filters, columns, and each entry as a sentence. */
import type { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '@ringback/client';

type Action = (typeof AUDIT_ACTIONS)[number];
type Subject = (typeof AUDIT_SUBJECTS)[number];

/** The filter's word of each action. */
const actions: Record<Action, string> = {
  create_operator_link: 'Made a sign-in link',
  create_operator_session: 'Signed in',
  end_operator_session: 'Ended a session',
  set_operator_access: 'Disabled or enabled an operator',
  close_callback_request: 'Closed a request',
  reveal_callback_request_phone: 'Looked at a number',
  edit_callback_request_phone: 'Changed a number',
  add_callback_operator_note: 'Added a note',
  search_by_phone: 'Searched for a number',
  retry_deliveries: 'Retried deliveries',
  resend_notification: 'Sent a notification again',
  pause_channel: 'Paused a channel',
  resume_channel: 'Resumed a channel',
  change_callback_policy: 'Changed the policy',
  undo_callback_policy_change: 'Undid a change of the policy',
  set_callback_switch: 'Turned callbacks off or on',
};

const subjects: Record<Subject, string> = {
  callback_request: 'Request',
  notification: 'Notification',
  delivery: 'Delivery',
  channel: 'Channel',
  phone: 'Phone number',
  policy_change: 'Policy',
  operator: 'Operator',
  operator_session: 'Session',
  operator_link: 'Sign-in link',
};

export const texts = {
  title: 'Audit',
  lead: 'Everything operators did, kept where nobody can change it.',
  table: 'Audit',
  search: 'Find by id',
  searchHint: 'Id of a request, an operator, a channel…',
  at: 'When',
  operator: 'Who',
  action: 'What',
  subject: 'About',
  details: 'Details',
  data: 'Details',
  id: 'Entry',
  codes: {
    operator_id: 'Operator’s id',
    action: 'Name of the action',
    subject_kind: 'Kind of object',
    subject_id: 'Id of the object',
  },
  none: 'No entries',
  exportLines: 'Export NDJSON',
  exporting: 'Exporting…',
  exported: (count: string) => `Exported ${count} entries.`,
  exportedFirst: (count: string) => `Exported the first ${count} entries. Narrow the filters for the rest.`,
  unnamed: 'Unnamed',
  actions,
  subjects,
  sentences: {
    link: (name: string, role: string) => `Made a sign-in link for ${name} as ${role}`,
    signedInByLink: 'Signed in by a link',
    signedInByToken: 'Signed in with their own account',
    ownSession: 'Signed out',
    otherSession: 'Ended the session of another operator',
    disabled: 'Disabled an operator',
    enabled: 'Enabled an operator',
    closed: (status: string) => `Closed a request that was ${status}`,
    revealed: (reason: string) => `Looked at the buyer’s number: ${reason}`,
    searched: (digits: string) => `Searched for a number that ends in ${digits}`,
    retried: (count: string) => `Retried ${count} deliveries`,
    paused: (channel: string, reason: string) => `Paused ${channel}: ${reason}`,
    resumed: (channel: string) => `Resumed ${channel}`,
    resent: (channel: string) => `Sent a notification again by ${channel}`,
    policy: (names: string) => `Changed ${names}`,
    undone: (names: string) => `Undid a change of ${names}`,
    off: (what: string) => `Turned callbacks off (${what})`,
    on: (what: string) => `Turned callbacks on again (${what})`,
  },
};
