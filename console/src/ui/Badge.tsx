/** A state in a word, an icon and a tone; requests' statuses look as buyers and sellers see them. */
import type { CallbackRequest } from '@ringback/client';
import { shared } from '../texts/en.ts';
import { Icon, type IconName } from './Icon.tsx';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

interface BadgeProps {
  label: string;
  tone?: Tone;
  icon?: IconName;
}

export function Badge({ label, tone = 'neutral', icon }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {label}
    </span>
  );
}

const STATUSES: Record<CallbackRequest['status'], { icon: IconName; tone: Tone }> = {
  pending: { icon: 'hourglass', tone: 'accent' },
  acknowledged: { icon: 'check', tone: 'accent' },
  completed: { icon: 'check-circle', tone: 'success' },
  cancelled: { icon: 'x-circle', tone: 'neutral' },
  expired: { icon: 'clock', tone: 'neutral' },
};

export function StatusBadge({ status }: { status: CallbackRequest['status'] }) {
  return <Badge label={shared.statuses[status]} {...STATUSES[status]} />;
}

/** What deliveries are in; a state that this version does not know keeps its name. */
const DELIVERY_TONES: Record<string, Tone> = {
  sent: 'success',
  delivered: 'success',
  waiting: 'accent',
  sending: 'accent',
  retrying: 'warning',
  held: 'warning',
  dead: 'danger',
  failed: 'danger',
};

export function DeliveryBadge({ state }: { state: string }) {
  const label = (shared.deliveryStates as Record<string, string>)[state] ?? state;
  return <Badge label={label} tone={DELIVERY_TONES[state] ?? 'neutral'} />;
}
