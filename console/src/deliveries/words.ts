/** Deliveries in words: their channel, what they are about, and the state that a badge shows. */
import { deliveryReason, type OperatorDelivery } from '@ringback/client';
import { shared } from '../texts/en.ts';
import { texts } from './texts.ts';

export const channelName = (channel: string) => shared.channels[channel] ?? channel;

/** The name of the state that DeliveryBadge knows. */
export function badgeState({ state, attempts }: Pick<OperatorDelivery, 'state' | 'attempts'>): string {
  if (state === 'pending') return attempts > 0 ? 'retrying' : 'waiting';
  return { parked: 'held', suppressed: 'skipped' }[state as string] ?? state;
}

/** What it says, in the words of its type: "New request". */
export function subjectOf({ notification_type, subject_kind }: OperatorDelivery): string {
  if (subject_kind === 'alert') return texts.list.alert;
  const words = (notification_type ?? subject_kind).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function recipientOf({ recipient_name, recipient_side, subject_kind }: OperatorDelivery): string {
  const { operators, erased, buyer, seller } = texts.list;
  if (subject_kind === 'alert') return operators;
  const side = recipient_side === 'seller' ? seller : buyer;
  return recipient_name ? `${recipient_name} (${side})` : erased;
}

export const reasonOf = ({ reason, provider }: Pick<OperatorDelivery, 'reason' | 'provider'>) =>
  reason ? deliveryReason(reason, provider) : undefined;
