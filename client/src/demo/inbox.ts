/** The in-app inbox of a demo world, notification settings and devices. */
import type * as z from 'zod/mini';
import type { ListNotificationsQuery, Notification, NotificationPage } from '../schemas/notifications.ts';
import type { Device, Preferences, PutPreferences, RegisteredDevice } from '../schemas/people.ts';
import { CHANNELS, NOTIFICATION_TYPES } from '../vocabulary.ts';
import { pageOf } from './list.ts';
import { otherName } from './notificationText.ts';
import { refuse, refuseInput } from './refuse.ts';
import { type Call, instant, listing, person, type StoredNotification } from './state.ts';

const NO_PROFILE = 'Your profile is missing or not active; complete or reactivate it first.';
/** As a marketplace that has connected mail and push. */
const SENT_BY: Preferences['channels'] = CHANNELS.filter((channel) => channel !== 'sms');

const own = ({ state, userId }: Call) =>
  state.notifications.filter(({ recipient_id }) => recipient_id === userId);

export const unread = (call: Call): number => own(call).filter(({ read_at }) => read_at === null).length;

export function listNotifications(
  call: Call,
  { limit, cursor, unread_only }: z.output<typeof ListNotificationsQuery>,
): NotificationPage {
  const shown = own(call).filter(({ read_at }) => !unread_only || read_at === null);
  const { items, next_cursor } = pageOf(shown, limit, cursor);
  return { items: items.map((notification) => notificationJson(call, notification)), next_cursor };
}

function notificationJson({ state }: Call, stored: StoredNotification): Notification {
  const { recipient_id: _, event_id: __, ...notification } = stored;
  const request = state.requests.find(({ id }) => id === stored.callback_request_id);
  if (!request) throw new Error(`There is no request ${stored.callback_request_id}.`);
  return {
    ...notification,
    other_name: otherName(state, request, stored.as),
    listing_title: listing(state, request.listing_id)?.title ?? null,
    cancelled_by: request.cancelled_by,
    confirmation: request.confirmation?.answer ?? null,
    status: stored.read_at === null ? 'sent' : 'delivered',
  };
}

export function markRead(call: Call, id: string): void {
  const notification =
    own(call).find((known) => known.id === id) ?? refuse('not_found', 'There is no such notification.');
  notification.read_at ??= instant(call.now);
  call.notified.add(call.userId);
}

/** How many were unread. */
export function markAllRead(call: Call): number {
  const marked = own(call).filter(({ read_at }) => read_at === null);
  for (const notification of marked) notification.read_at = instant(call.now);
  call.notified.add(call.userId);
  return marked.length;
}

export function preferences({ state, userId }: Call): Preferences {
  const saved = state.preferences[userId] ?? {
    ...{ email: [...NOTIFICATION_TYPES].sort(), push: [...NOTIFICATION_TYPES].sort(), sms: [] },
    ...{ quiet_hours: null, urgent_overrides_quiet_hours: true, time_zone: null, locale: null },
    requests_from: 'everyone' as const,
  };
  return { ...saved, channels: SENT_BY };
}

export function putPreferences(call: Call, wanted: z.output<typeof PutPreferences>): Preferences {
  requireProfile(call);
  const known: readonly string[] = NOTIFICATION_TYPES;
  for (const channel of CHANNELS)
    if (wanted[channel].some((type) => !known.includes(type)))
      refuseInput(channel, `${channel} must be types of notifications.`);
  const requests_from = wanted.requests_from ?? preferences(call).requests_from;
  call.state.preferences[call.userId] = { ...wanted, requests_from, locale: wanted.locale || null };
  return preferences(call);
}

function requireProfile({ state, userId }: Call): void {
  if (!person(state, userId)) refuse('forbidden', NO_PROFILE);
}

export const devices = ({ state, userId }: Call): RegisteredDevice[] =>
  state.devices.filter((device) => device.user_id === userId).map(({ user_id: _, ...device }) => device);

/** A device is in use by the person who registered it last. */
export function registerDevice(call: Call, token: string, { kind, locale }: Device): void {
  requireProfile(call);
  const registered = { kind, token, locale: locale ?? null, registered_at: instant(call.now) };
  const others = call.state.devices.filter((device) => device.token !== token);
  call.state.devices = [{ ...registered, user_id: call.userId }, ...others];
}

export function retireDevice(call: Call, token: string): void {
  const isOwn = devices(call).some((device) => device.token === token);
  if (!isOwn) refuse('not_found', 'There is no such device.');
  call.state.devices = call.state.devices.filter((device) => device.token !== token);
}
