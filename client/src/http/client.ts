/** The client of Ringback's HTTP API. */
import * as z from 'zod/mini';
import { newIdempotencyKey } from '../call/idempotencyKey.ts';
import { parseInput } from '../call/validate.ts';
import type { CallbackClient } from '../client.ts';
import { subscribeOverHttp } from '../live/http.ts';
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
  IdempotencyHeaders,
  ListCallbackRequestsQuery,
  ListNotificationsQuery,
  LogCallbackAttempt,
  NotificationPage,
  Preferences,
  PutPreferences,
  ReadAll,
  RequestPage,
  Stats,
  UnreadCount,
  UpdateCallbackRequest,
  WebPushKey,
} from '../schemas/index.ts';
import { createCaller, type HttpClientOptions } from './call.ts';
import { queryString } from './queryString.ts';

export type { HttpClientOptions };

/** A client of the API at `baseUrl`. Nothing is sent until a function is called. */
export function createCallbackClient(options: HttpClientOptions): CallbackClient {
  const call = createCaller(options);

  return {
    async createCallbackRequest(input, { idempotencyKey = newIdempotencyKey(), signal } = {}) {
      const body = parseInput(CreateCallbackRequest, input);
      parseInput(IdempotencyHeaders, { 'idempotency-key': idempotencyKey });
      const path = '/v1/callback-requests';
      return call(CallbackRequestDetail, { method: 'POST', path, body, idempotencyKey, signal });
    },
    async listCallbackRequests(query, { signal } = {}) {
      const path = `/v1/callback-requests${queryString(parseInput(ListCallbackRequestsQuery, query))}`;
      return call(RequestPage, { method: 'GET', path, signal });
    },
    async getCallbackRequest(id, { signal } = {}) {
      return call(CallbackRequestDetail, { method: 'GET', path: requestPath(id), signal });
    },
    async updateCallbackRequestStatus(id, change, { signal } = {}) {
      const body = parseInput(UpdateCallbackRequest, change);
      const idempotencyKey = newIdempotencyKey();
      return call(CallbackRequestDetail, {
        method: 'PATCH',
        path: requestPath(id),
        body,
        idempotencyKey,
        signal,
      });
    },
    async editCallbackRequest(id, changes, { signal } = {}) {
      const body = parseInput(EditCallbackRequest, changes);
      const path = `${requestPath(id)}/details`;
      const idempotencyKey = newIdempotencyKey();
      return call(CallbackRequestDetail, { method: 'PATCH', path, body, idempotencyKey, signal });
    },
    async logCallbackAttempt(id, attempt, { signal } = {}) {
      const body = parseInput(LogCallbackAttempt, attempt);
      const path = `${requestPath(id)}/attempts`;
      const idempotencyKey = newIdempotencyKey();
      return call(CallbackRequestDetail, { method: 'POST', path, body, idempotencyKey, signal });
    },
    async getEligibility(listingId, sellerId, { signal } = {}) {
      const query = queryString(parseInput(EligibilityQuery, { seller_id: sellerId }));
      return call(Eligibility, {
        method: 'GET',
        path: `/v1/listings/${idOf(listingId)}/eligibility${query}`,
        signal,
      });
    },
    async getStats({ signal } = {}) {
      return call(Stats, { method: 'GET', path: '/v1/stats', signal });
    },
    async listNotifications({ limit, cursor, unreadOnly = false } = {}, { signal } = {}) {
      const query = parseInput(ListNotificationsQuery, { limit, cursor, unread_only: String(unreadOnly) });
      return call(NotificationPage, {
        method: 'GET',
        path: `/v1/notifications${queryString(query)}`,
        signal,
      });
    },
    async getUnreadCount({ signal } = {}) {
      const { unread } = await call(UnreadCount, {
        method: 'GET',
        path: '/v1/notifications/unread-count',
        signal,
      });
      return unread;
    },
    async markNotificationRead(id, { signal } = {}) {
      await call(z.unknown(), { method: 'POST', path: `/v1/notifications/${idOf(id)}/read`, signal });
    },
    async markAllNotificationsRead({ signal } = {}) {
      const { marked } = await call(ReadAll, { method: 'POST', path: '/v1/notifications/read-all', signal });
      return marked;
    },
    async getPreferences({ signal } = {}) {
      return call(Preferences, { method: 'GET', path: '/v1/preferences', signal });
    },
    async putPreferences(preferences, { signal } = {}) {
      const body = parseInput(PutPreferences, preferences);
      return call(Preferences, { method: 'PUT', path: '/v1/preferences', body, signal });
    },
    async getWebPushKey({ signal } = {}) {
      const { public_key } = await call(WebPushKey, { method: 'GET', path: '/v1/web-push-key', signal });
      return public_key;
    },
    async listDevices({ signal } = {}) {
      const { items } = await call(DeviceList, { method: 'GET', path: '/v1/devices', signal });
      return items;
    },
    async registerDevice(token, device, { signal } = {}) {
      const body = parseInput(Device, device);
      await call(z.unknown(), { method: 'PUT', path: devicePath(token), body, signal });
    },
    async retireDevice(token, { signal } = {}) {
      await call(z.unknown(), { method: 'DELETE', path: devicePath(token), signal });
    },
    subscribe: (listener, subscribeOptions = {}) => subscribeOverHttp(options, listener, subscribeOptions),
  };
}

const idOf = (id: string) => parseInput(CallbackRequestParams, { id }).id;
const requestPath = (id: string) => `/v1/callback-requests/${idOf(id)}`;
const devicePath = (token: string) =>
  `/v1/devices/${encodeURIComponent(parseInput(DeviceParams, { token }).token)}`;
