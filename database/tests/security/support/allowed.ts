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

/**
 * The safety net, written by hand and on purpose a second time: the functions in public that signed-in users may run. Visitors (anon) may
 * run none.
 */
export const PUBLIC_FOR_USERS = words(`
  can_request_callback create_callback_request edit_callback_request get_callback_preferences get_callback_request
  get_callback_request_stats get_requester_callback_requests get_seller_callback_requests get_unread_callback_notification_count
  list_callback_devices list_callback_notifications list_callback_requests log_callback_attempt
  mark_all_callback_notifications_read mark_callback_notification_read retire_callback_device save_callback_device
  set_callback_preferences update_callback_request_status
`);

/** The columns that users may read of the rows that are theirs: never the phone number. */
export const USER_COLUMNS: Record<string, string[]> = {
  'public.callback_requests':
    words(`id requester_id seller_id listing_id status priority requester_name preferred_time
    preferred_days message callback_reason requested_at requested_on acknowledged_at completed_at cancelled_at
    cancelled_by cancel_reason expires_at updated_at time_zone`),
  'public.callback_request_notifications': words(
    'id callback_request_id recipient_id notification_type title message status created_at read_at',
  ),
};

/** The tables that the service reads whole. Into all others nobody but the owner looks. */
export const SERVICE_TABLES = [
  ...Object.keys(USER_COLUMNS),
  ...words('events attempts settings deliveries preferences devices').map(
    (name) => `callback_private.${name}`,
  ),
];
