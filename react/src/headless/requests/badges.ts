/** Statuses and priorities shown by word, icon and tone. */
import type { CallbackRequest } from '@ringback/client';
import type { ButtonWords } from '../messages/en/button.ts';
import type { RequestWords } from '../messages/en/request.ts';
import { lookUp } from '../platform/lookUp.ts';
import type { Badge } from '../ui/parts.ts';
import type { IconName } from '../ui/slots.ts';
import { isCorrected, isOpen, type Priority, type Status } from './request.ts';

const STATUS_LOOKS: Record<Status, Omit<Badge, 'label'>> = {
  pending: { icon: 'hourglass', tone: 'accent' },
  acknowledged: { icon: 'check', tone: 'accent' },
  completed: { icon: 'check-circle', tone: 'success' },
  cancelled: { icon: 'x-circle', tone: 'neutral' },
  expired: { icon: 'clock', tone: 'neutral' },
};

const PRIORITY_LOOKS: Record<Priority, Omit<Badge, 'label'>> = {
  low: { icon: 'arrow-down', tone: 'neutral' },
  normal: { icon: 'minus', tone: 'neutral' },
  high: { icon: 'arrow-up', tone: 'warning' },
  urgent: { icon: 'flame', tone: 'danger' },
};

export const statusIcon = (status: Status): IconName => STATUS_LOOKS[status].icon;

/** What the statuses are called for the side that reads them. */
export function statusWords(
  { statuses, sellerStatuses }: RequestWords,
  as: 'seller' | 'buyer',
): Record<Status, string> {
  return { ...statuses, ...(as === 'seller' && sellerStatuses) };
}

export function statusBadge(messages: RequestWords, status: Status, as: 'seller' | 'buyer'): Badge {
  return { label: statusWords(messages, as)[status], ...STATUS_LOOKS[status] };
}

/** Of a request that its seller does not see yet: what it waits for. */
export function heldNote({ statusNotes }: ButtonWords, request: CallbackRequest): string | undefined {
  if (request.is_waiting_for_code) return statusNotes.code;
  return request.is_being_checked ? statusNotes.checking : undefined;
}

/** What the status means for the buyer, in a sentence: a request that is closed was ended by one of several. */
export function statusNote(messages: ButtonWords, request: CallbackRequest, status: Status): string {
  const held = heldNote(messages, request);
  if (held) return held;
  if (status !== 'cancelled') return messages.statusNotes[status];
  const { endings } = messages;
  const end = lookUp(endings, request.cancelled_by ?? '') ?? endings.other;
  return end(request.cancelled_by === 'buyer' ? null : request.cancel_reason);
}

/** The same in one line below the button, with the last attempt while it is open. */
export function buttonNote(messages: ButtonWords, request: CallbackRequest, status: Status): string {
  const { attemptNotes } = messages;
  if (!isOpen({ status }) || !request.last_attempt) return statusNote(messages, request, status);
  if (request.paused_at) return attemptNotes.paused;
  return attemptNotes[isCorrected(request) ? 'corrected' : 'tried'](request.seller.name ?? '');
}

/** Absent for a priority that this version does not know. */
export function priorityBadge(messages: RequestWords, priority: string): Badge | undefined {
  const words = lookUp(messages.priorities, priority);
  const look = lookUp(PRIORITY_LOOKS, priority);
  return words && look && { label: words.label, ...look };
}
