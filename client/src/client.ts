/** What an app can ask of Ringback, the same whichever way the calls travel (HTTP or Supabase). */

import type {
  CallbackRequestDetail,
  CreateCallbackRequest,
  Device,
  EditCallbackRequest,
  Eligibility,
  LogCallbackAttempt,
  NotificationPage,
  Preferences,
  PutPreferences,
  RegisteredDevice,
  RequestPage,
  Stats,
  UpdateCallbackRequest,
} from './schemas/index.ts';
import type { SIDES, STATUSES } from './vocabulary.ts';

export interface CallOptions {
  /** Ends the call; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

export interface CreateOptions extends CallOptions {
  /**
   * The same key with the same input gives the first answer again, even after a restart of the app. Made up per call by
   * default. The HTTP API keeps keys; Supabase does not, there a second call meets `duplicate_request`.
   */
  idempotencyKey?: string | undefined;
}

export interface ListCallbackRequests {
  /** Requests received as `seller`, or sent as `buyer`. */
  as: (typeof SIDES)[number];
  status?: (typeof STATUSES)[number] | undefined;
  /**
   * Part of the other side's name, the message, the listing's title or, for the seller of an open request, its phone
   * number. A page then may hold fewer items than `limit`, even none; `next_cursor` says whether there may be more.
   */
  search?: string | undefined;
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
}

export interface ListNotifications {
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
  unreadOnly?: boolean | undefined;
}

/** What is told as it happens. Ids, statuses and times only: read the rest again where it is shown. */
export type CallbackEvent =
  | {
      type: 'request';
      /** What happened: `request_created`, `status_changed`, …; `changed` where the way of telling does not say. */
      event_type: string;
      callback_request_id: string;
      status: (typeof STATUSES)[number] | null;
      happened_at: string;
    }
  /** There may be other notifications, or another count, which is given where it is known. */
  | { type: 'notifications'; unread?: number | undefined }
  /** Something may have been missed: read everything anew. */
  | { type: 'reset' };

/** `unsupported`: this platform or server cannot tell, and it will not be tried again; ask now and then instead. */
export type LiveStatus = 'connecting' | 'connected' | 'offline' | 'unsupported';

export interface SubscribeOptions {
  /** Told at once and whenever it changes. After `offline` or `connecting` it connects again by itself. */
  onStatus?: ((status: LiveStatus) => void) | undefined;
}

/** Every function acts for the signed-in user and fails with a `CallbackError`. */
export interface CallbackClient {
  /** Asks a seller to call about a listing. */
  createCallbackRequest(
    input: CreateCallbackRequest,
    options?: CreateOptions,
  ): Promise<CallbackRequestDetail>;
  /** One page of the user's requests, newest first. */
  listCallbackRequests(query: ListCallbackRequests, options?: CallOptions): Promise<RequestPage>;
  /** One request of the user, with its history and the calls made. */
  getCallbackRequest(id: string, options?: CallOptions): Promise<CallbackRequestDetail>;
  /** Sets another status; the present one again changes nothing. */
  updateCallbackRequestStatus(
    id: string,
    change: UpdateCallbackRequest,
    options?: CallOptions,
  ): Promise<CallbackRequestDetail>;
  /** The buyer edits an open request: a field that is left out stays, null clears it. */
  editCallbackRequest(
    id: string,
    changes: EditCallbackRequest,
    options?: CallOptions,
  ): Promise<CallbackRequestDetail>;
  /** The seller tells how a call went: `reached` completes the request, any other acknowledges a pending one. */
  logCallbackAttempt(
    id: string,
    attempt: LogCallbackAttempt,
    options?: CallOptions,
  ): Promise<CallbackRequestDetail>;
  /** Whether the user may ask for a call about a listing, and the request that is already there. */
  getEligibility(listingId: string, sellerId?: string, options?: CallOptions): Promise<Eligibility>;
  getStats(options?: CallOptions): Promise<Stats>;
  /** One page of the user's notifications, newest first. */
  listNotifications(query?: ListNotifications, options?: CallOptions): Promise<NotificationPage>;
  getUnreadCount(options?: CallOptions): Promise<number>;
  markNotificationRead(id: string, options?: CallOptions): Promise<void>;
  /** Returns how many were marked. */
  markAllNotificationsRead(options?: CallOptions): Promise<number>;
  /** What the user is told by which channel, and when not. */
  getPreferences(options?: CallOptions): Promise<Preferences>;
  /** Replaces all of them. */
  putPreferences(preferences: PutPreferences, options?: CallOptions): Promise<Preferences>;
  /** The key with which a browser subscribes to push, or null where the marketplace has no Web Push. */
  getWebPushKey(options?: CallOptions): Promise<string | null>;
  /** Where push reaches the user, the newest first. */
  listDevices(options?: CallOptions): Promise<RegisteredDevice[]>;
  /** Lets push reach a device: `token` is Expo's push token, or the endpoint of a browser's subscription. */
  registerDevice(token: string, device: Device, options?: CallOptions): Promise<void>;
  /** Stops push to a device of the user's; `not_found` when it never was one. */
  retireDevice(token: string, options?: CallOptions): Promise<void>;
  /**
   * Tells what happens to the user's requests and notifications, as it happens, until the returned function is called.
   * Connects again when the connection breaks and goes on where it was.
   */
  subscribe?(listener: (event: CallbackEvent) => void, options?: SubscribeOptions): () => void;
}
