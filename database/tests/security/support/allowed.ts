/** Who may do what, said a second time and independently of functions/access/grants.sql. A function without an entry fails the conventions. */

const words = (text: string) => text.trim().split(/\s+/);

/** Signed-in users and the service. Each asks acting_user() first. */
const FOR_USERS = [
  ...words(`create_callback_request update_callback_request_status edit_callback_request
    log_callback_attempt get_callback_request list_callback_requests
    can_request_callback get_callback_request_stats list_callback_notifications get_unread_callback_notification_count
    mark_callback_notification_read mark_all_callback_notifications_read
    get_callback_preferences set_callback_preferences save_callback_device list_callback_devices
    retire_callback_device`).flatMap((name) => [`public.${name}`, `callback_private.${name}`]),
  'public.get_seller_callback_requests',
  'public.get_requester_callback_requests',
  'callback_private.list_callback_requests_by_offset',
];

/** The service alone. */
const FOR_SERVICE = [
  ...words(
    'expire_callback_requests remind_callback_sellers rollup_callback_stats run_callback_maintenance get_callback_overview',
  ).flatMap((name) => [`public.${name}`, `callback_private.${name}`]),
  ...words(`create_callback_request_once update_callback_request_once edit_callback_request_once
    log_callback_attempt_once follow_callback_events resume_callback_events count_unread_notifications
    serve_channels claim_deliveries begin_delivery record_deliveries settle_delivery claim_delivery_checks list_due_channels get_delivery_backlog
    unsubscribe_from_mail applied_migrations host_summary`).map((name) => `callback_private.${name}`),
];

/** Nobody but the owner. */
const FOR_OWNER = words(`
  refuse refuse_input refuse_limit refuse_violation uuid_v7 is_trusted acting_user require_trusted check_phone request_obstacle
  notification_text is_plain_text is_time_zone trimmed distinct_days effective_status lock_request require_open
  record_event record_transition tell queue_deliveries is_wanted refresh_notifications take_due_deliveries quiet_until
  first_instant write_results retry_pause write_settlement retire_devices stop_sms give_up_parked_deliveries
  remind_due_sellers preferences_json preferences_of check_preferences changed_preferences texts_of check_changes edited check_edit read_search is_found totals_of_days requests_json
  request_json page_of_requests check_page cursor_of read_cursor count_events counts_of percentage
  rebase_event_positions read_stream_cursor stream_snapshot stream_cursor stream_stretches event_page event_json own_events_after record_deleted_requests kept_answer idempotent_answer with_phone forget_idempotency_keys
  host_word host_plain host_sign_in_table host_tables host_columns host_pick host_values host_references host_is_unique
  host_answer host_trimmed host_text host_full_name host_is_verified host_in host_value_word host_condition host_state
  host_number host_title host_price host_currency host_image host_image_table host_image_words host_url_words host_location
  host_person host_person_key host_people_words host_owner host_owner_words host_key host_key_column host_hop
  host_same_ids host_find_people host_find_listings host_find_blocks host_companion_columns host_access_problem
  host_uuid_problem host_view_column describe_host describe_host_profiles describe_host_listings describe_host_blocks
  host_sql host_view_sql host_link_sql install_host host_report check_host_views link_host
`).map((name) => `callback_private.${name}`);

export const SERVICE_ROLES = ['callback_service', 'service_role'];

/** Each function and the roles that may run it. */
export const MAY_EXECUTE: Record<string, string[]> = Object.fromEntries([
  ...FOR_USERS.map((name) => [name, ['authenticated', ...SERVICE_ROLES]]),
  ...FOR_SERVICE.map((name) => [name, SERVICE_ROLES]),
  ...FOR_OWNER.map((name) => [name, []]),
]);

/** The tables that users may look into, and the columns that they may read of them: never the phone number. */
export const PUBLIC_TABLES: Record<string, string[]> = {
  callback_requests: words(`id requester_id seller_id listing_id status priority requester_name preferred_time
    preferred_days message callback_reason requested_at requested_on acknowledged_at completed_at cancelled_at
    cancelled_by cancel_reason expires_at updated_at time_zone`),
  callback_request_notifications: words(
    'id callback_request_id recipient_id notification_type title message status created_at read_at',
  ),
};

/** The tables of callback_private that the service may read beside those two; the others are the owner's alone. */
export const SERVICE_TABLES = words('events attempts deliveries preferences devices settings');

export const PRIVATE_TABLES = words(
  'stats stats_position idempotency_keys phone_ranges migrations installed_objects',
);
export const PRIVATE_VIEWS = words('event_deltas host_profiles host_listings host_blocks');
