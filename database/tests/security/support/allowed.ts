/** What the database may allow: who may run what, and who may read which columns. */
import { EXECUTORS, readGrants } from '../../../src/grants.ts';
import { buildScript } from '../../../src/script.ts';

const words = (text: string) => text.trim().split(/\s+/);

export const SERVICE_ROLES = ['callback_service', 'service_role'];

/** Each function that a line in its file grants, and the roles that may run it. Whatever is not here is the owner's alone. */
export const MAY_EXECUTE: Record<string, string[]> = Object.fromEntries(
  buildScript()
    .files.flatMap(readGrants)
    .map(({ signature, executors }) => [signature.replace(/\(.*/, ''), [...EXECUTORS[executors]]]),
);

/** What refuses everyone but operators, by topic. */
const FOR_OPERATORS = [
  ...words(`
    add_callback_operator_note close_callback_request edit_callback_request_phone inspect_callback_request reveal_callback_request_phone search_callback_requests
  `),
  ...words('inspect_callback_person search_callback_people'),
  ...words(
    'get_callback_overview get_callback_figures get_callback_seller_figures get_callback_delivery_figures get_callback_times get_callback_listing_figures get_callback_storage',
  ),
  ...words(`
    erase_callback_person export_callback_person get_callback_retention hold_callback_person list_callback_holds release_callback_person
  `),
  ...words(`
    publish_callback_consent list_callback_consents
    get_callback_policy change_callback_policy list_callback_policy_changes undo_callback_policy_change
    list_callback_switches set_callback_switch
  `),
  ...words(`
    end_callback_operator_session list_callback_audit list_callback_operator_sessions list_callback_operators
    set_callback_operator_access
  `),
  ...words(`
    get_callback_delivery_overview list_callback_deliveries get_callback_delivery retry_callback_deliveries
    resend_callback_notification pause_callback_channel
  `),
  ...words('get_callback_system list_callback_alerts'),
  ...words(`
    list_callback_reviews decide_callback_reviews list_callback_trust_entries add_callback_trust_entry
    remove_callback_trust_entries preview_callback_risk
  `),
];

/**
 * The safety net, written by hand and on purpose a second time: the functions in public that signed-in users may run. Visitors (anon) may
 * run none.
 */
export const PUBLIC_FOR_USERS = FOR_OPERATORS.concat(
  words(`
  can_request_callback change_callback_request confirm_callback_code confirm_callback_request create_callback_request
  edit_callback_request erase_callback_data export_callback_data extend_callback_request get_callback_consent get_callback_preferences get_callback_request
  get_callback_own_figures get_callback_request_stats get_callback_response_time get_requester_callback_requests get_seller_callback_requests get_unread_callback_notification_count
  list_callback_devices list_callback_notifications list_callback_requests log_callback_attempt
  mark_all_callback_notifications_read mark_callback_notification_read report_callback_request resend_callback_code retire_callback_device reveal_callback_phone save_callback_device
  set_callback_preferences set_callback_seller_note snooze_callback_request submit_callback_request
  undo_callback_acknowledgement update_callback_request_status withdraw_callback_consent
`),
).sort();

/**
 * The columns that users may not read of the rows that are theirs: never the phone number. All others they read, so a column that is not
 * for both sides belongs here. (The client's tests compare those of a request with its schema.)
 */
export const PRIVATE_COLUMNS: Record<string, string[]> = {
  'public.callback_requests': words(
    'requester_phone reminded_at holds_day expiry_warned_for extensions erased_at requester_hash seller_hash consent_version consent_locale consent_source consent_given_at consent_withdrawn_at listing_category listing_country is_repeat',
  ),
  'public.callback_request_notifications': words(
    'seller_id event_id push_sent email_sent sms_sent sent_at delivered_at',
  ),
};

/** The tables that the service reads whole. Into all others nobody but the owner looks. */
export const SERVICE_TABLES = [
  ...Object.keys(PRIVATE_COLUMNS),
  ...words('events attempts confirmations settings deliveries preferences devices maintenance_runs').map(
    (name) => `callback_private.${name}`,
  ),
];
