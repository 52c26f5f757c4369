/** A seller's own note about a request, and its snooze: the buyer sees neither, so the request itself stays as it is. */
import type * as z from 'zod/mini';
import type { SetSellerNote, SnoozeCallbackRequest } from '../schemas/requests.ts';
import { findRequest, isOpen, requireOpen, requireSide } from './machine.ts';
import { recordEvent } from './record.ts';
import { refuseInput } from './refuse.ts';
import { type Call, instant, type Side, type StoredEvent, type StoredRequest } from './state.ts';

type Note = z.output<typeof SetSellerNote>;
type Snooze = z.output<typeof SnoozeCallbackRequest>;

const ONLY_SELLER = 'Only the seller can do this.';
const SELLERS_EVENTS: readonly string[] = ['seller_note_changed', 'request_snoozed'];

export const mayRead = (side: Side, { event_type }: StoredEvent): boolean =>
  side === 'seller' || !SELLERS_EVENTS.includes(event_type);

/** Null for the buyer. */
export const notesFor = (side: Side, request: StoredRequest) => ({
  seller_note: side === 'seller' ? request.seller_note : null,
  snoozed_until: side === 'seller' && isOpen(request) ? request.snoozed_until : null,
});

export function setSellerNote(call: Call, id: string, { note }: Note): void {
  const request = findRequest(call, id);
  requireSide(call, request, 'seller', ONLY_SELLER);
  const kept = note?.trim() || null;
  if (kept === request.seller_note) return;
  request.seller_note = kept;
  record(call, request, 'seller_note_changed', {});
}

export function snooze(call: Call, id: string, { until }: Snooze): void {
  const request = findRequest(call, id);
  requireSide(call, request, 'seller', ONLY_SELLER);
  requireOpen(request, 'be snoozed');
  const untilMs = until === null ? undefined : Date.parse(until);
  if (untilMs !== undefined && (untilMs <= call.now || untilMs >= Date.parse(request.expires_at)))
    refuseInput('until', 'until must be in the future, before the request expires.');
  if (until === request.snoozed_until) return;
  request.snoozed_until = until;
  record(call, request, 'request_snoozed', until === null ? {} : { snoozed_until: until });
}

function record(
  call: Call,
  request: StoredRequest,
  event_type: string,
  data: { snoozed_until?: string },
): void {
  const at = instant(Math.max(call.now, Date.parse(request.updated_at)));
  recordEvent(call, request, { event_type, actor: 'seller', data, at });
}
