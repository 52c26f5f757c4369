/** The same client for an app that talks to its own Supabase project: each function is one call of a database function. */
import * as z from 'zod/mini';
import { parseInput } from '../call/validate.ts';
import type { CallbackClient } from '../client.ts';
import { CallbackError } from '../errors.ts';
import { subscribeOverSupabase } from '../live/supabase.ts';
import {
  CallbackRequestDetail,
  CallbackRequestParams,
  CreateCallbackRequest,
  Device,
  DeviceList,
  DeviceParams,
  EditCallbackRequest,
  Eligibility,
  EligibilityQuery,
  ListCallbackRequestsQuery,
  ListNotificationsQuery,
  LogCallbackAttempt,
  NotificationPage,
  Preferences,
  PutPreferences,
  RequestPage,
  Stats,
  UpdateCallbackRequest,
} from '../schemas/index.ts';
import { Id } from '../schemas/scalars.ts';
import { createRpc, type SupabaseLike } from './rpc.ts';

export interface SupabaseClientOptions {
  /** Country (ISO 3166-1 alpha-2) of phone numbers that are written without a country code and whose input names none. */
  defaultRegion?: string;
  /** Time for one attempt, in milliseconds; 10,000 by default. The whole call takes at most three times as long. */
  timeoutMs?: number;
  /** How many attempts may follow the first; 3 by default. */
  maxRetries?: number;
  /** VAPID_PUBLIC_KEY of the worker that sends Web Push for the project; without it, browsers are offered no push. */
  webPushKey?: string;
}

/** A client that calls Ringback's functions in the project of `supabase`, as whoever is signed in there. */
export function createSupabaseCallbackClient(
  supabase: SupabaseLike,
  options: SupabaseClientOptions = {},
): CallbackClient {
  const rpc = createRpc(supabase, options);
  const getRequest = (id: string, signal?: AbortSignal) =>
    rpc(CallbackRequestDetail, 'get_callback_request', { p_request_id: id }, { signal });
  const getEligibility = (listingId: string, sellerId?: string, signal?: AbortSignal) =>
    rpc(Eligibility, 'can_request_callback', { p_listing_id: listingId, p_seller_id: sellerId }, { signal });

  return {
    async createCallbackRequest(input, { signal } = {}) {
      const request = parseInput(CreateCallbackRequest, input);
      const [phone, before] = await Promise.all([
        e164(request.requester_phone, request.phone_region ?? options.defaultRegion),
        getEligibility(request.listing_id, request.seller_id, signal),
      ]);
      const args = createArguments(request, phone);
      const id = await rpc(Id, 'create_callback_request', args, {
        signal,
        recover: (error) => madeByThisCall(error, before),
      });
      return getRequest(id, signal);
    },
    async listCallbackRequests(query, { signal } = {}) {
      const { as, status, search, limit, cursor } = parseInput(ListCallbackRequestsQuery, query);
      const args = { p_as: as, p_status: status, p_limit: limit, p_cursor: cursor, p_search: search };
      return rpc(RequestPage, 'list_callback_requests', args, { signal });
    },
    async getCallbackRequest(id, { signal } = {}) {
      return getRequest(idOf(id), signal);
    },
    async updateCallbackRequestStatus(id, change, { signal } = {}) {
      const { status, reason } = parseInput(UpdateCallbackRequest, change);
      const args = { p_request_id: idOf(id), p_new_status: status, p_reason: reason };
      await rpc(z.literal(true), 'update_callback_request_status', args, { signal });
      return getRequest(args.p_request_id, signal);
    },
    async editCallbackRequest(id, changes, { signal } = {}) {
      const { phone_region, ...p_changes } = parseInput(EditCallbackRequest, changes);
      if (p_changes.requester_phone !== undefined) {
        p_changes.requester_phone = await e164(
          p_changes.requester_phone,
          phone_region ?? options.defaultRegion,
        );
      }
      const args = { p_request_id: idOf(id), p_changes };
      await rpc(z.literal(true), 'edit_callback_request', args, { signal });
      return getRequest(args.p_request_id, signal);
    },
    async logCallbackAttempt(id, attempt, { signal } = {}) {
      const { outcome } = parseInput(LogCallbackAttempt, attempt);
      const args = { p_request_id: idOf(id), p_outcome: outcome };
      await rpc(Id, 'log_callback_attempt', args, { signal });
      return getRequest(args.p_request_id, signal);
    },
    async getEligibility(listingId, sellerId, { signal } = {}) {
      const { seller_id } = parseInput(EligibilityQuery, { seller_id: sellerId });
      return getEligibility(idOf(listingId), seller_id, signal);
    },
    async getStats({ signal } = {}) {
      return rpc(Stats, 'get_callback_request_stats', {}, { signal });
    },
    async listNotifications({ limit, cursor, unreadOnly = false } = {}, { signal } = {}) {
      const query = parseInput(ListNotificationsQuery, { limit, cursor, unread_only: String(unreadOnly) });
      const args = { p_limit: query.limit, p_cursor: query.cursor, p_unread_only: query.unread_only };
      return rpc(NotificationPage, 'list_callback_notifications', args, { signal });
    },
    async getUnreadCount({ signal } = {}) {
      return rpc(z.int(), 'get_unread_callback_notification_count', {}, { signal });
    },
    async markNotificationRead(id, { signal } = {}) {
      const args = { p_notification_id: idOf(id) };
      await rpc(z.literal(true), 'mark_callback_notification_read', args, { signal });
    },
    async markAllNotificationsRead({ signal } = {}) {
      return rpc(z.int(), 'mark_all_callback_notifications_read', {}, { signal });
    },
    async getPreferences({ signal } = {}) {
      return rpc(Preferences, 'get_callback_preferences', {}, { signal });
    },
    async putPreferences(preferences, { signal } = {}) {
      const args = { p_preferences: parseInput(PutPreferences, preferences) };
      return rpc(Preferences, 'set_callback_preferences', args, { signal });
    },
    async getWebPushKey() {
      return options.webPushKey ?? null;
    },
    async listDevices({ signal } = {}) {
      return rpc(DeviceList.shape.items, 'list_callback_devices', {}, { signal });
    },
    async registerDevice(token, device, { signal } = {}) {
      const args = { p_token: tokenOf(token), p_device: parseInput(Device, device) };
      await rpc(z.literal(true), 'save_callback_device', args, { signal });
    },
    async retireDevice(token, { signal } = {}) {
      await rpc(z.literal(true), 'retire_callback_device', { p_token: tokenOf(token) }, { signal });
    },
    subscribe: (listener, subscribeOptions = {}) =>
      subscribeOverSupabase(supabase, listener, subscribeOptions),
  };
}

const idOf = (id: string) => parseInput(CallbackRequestParams, { id }).id;
const tokenOf = (token: string) => parseInput(DeviceParams, { token }).token;

/** Loads the phone rules only now: they are larger than all the rest. */
async function e164(phone: string, region: string | undefined): Promise<string> {
  const { parsePhone } = await import('../phone/phone.ts');
  const parsed = parsePhone(phone, region === undefined ? {} : { region });
  if (parsed.ok) return parsed.e164;
  throw new CallbackError(parsed.code, parsed.message, { field: 'requester_phone' });
}

function createArguments(request: z.output<typeof CreateCallbackRequest>, phone: string) {
  return {
    p_seller_id: request.seller_id,
    p_listing_id: request.listing_id,
    p_requester_phone: phone,
    p_requester_name: request.requester_name,
    p_message: request.message,
    p_callback_reason: request.callback_reason,
    p_preferred_time: request.preferred_time,
    p_preferred_days: request.preferred_days,
    p_time_zone: request.time_zone,
    p_priority: request.priority,
  };
}

/**
 * There is no idempotency key here. When an answer was lost, the repeat meets `duplicate_request`; if that request was
 * not there before this call, this call has made it, and its id is the answer.
 */
function madeByThisCall(error: CallbackError, before: Eligibility): string | undefined {
  const isNew = error.existingRequestId !== before.existing_request?.id;
  return error.code === 'duplicate_request' && isNew ? error.existingRequestId : undefined;
}
