/** Notices shown by word, icon and tone. */
import type { Badge } from './parts.ts';
import type { CallbackNotice, NoticeTone } from './slots.ts';

const LOOKS: Record<NoticeTone, Omit<Badge, 'label'>> = {
  success: { icon: 'check-circle', tone: 'success' },
  info: { icon: 'info', tone: 'accent' },
  error: { icon: 'alert', tone: 'danger' },
};

export function noticeBadge({ tone, message }: CallbackNotice): Badge {
  return { label: message, ...LOOKS[tone] };
}
